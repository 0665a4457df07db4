import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Sentence } from '../../functions/domain/sentence.ts'
import { redactor, secretsIn } from './redact.ts'
import type { Place } from './settings.ts'

type Texts = { readonly [name: string]: string | undefined }

/** Runs one of our own scripts; what it writes is shown when it fails. */
export async function program(args: readonly string[], env: Texts): Promise<void> {
  await run(args, env, redactor(Object.values(env).map(String)), false)
}

/** Runs the deploy tool; its lines are shown as they come when `verbose`, and otherwise when it fails. */
export async function serverless(
  args: readonly string[],
  place: Place,
  settings: Texts,
  verbose: boolean,
): Promise<void> {
  const hidden = redactor([place.auth, ...secretsIn(settings)])
  const env = {
    OW_APIHOST: place.apihost,
    OW_AUTH: place.auth,
    OW_NAMESPACE: place.namespace,
    OUTLAY_ENV: JSON.stringify(settings),
    SLS_TELEMETRY_DISABLED: '1',
    SLS_NOTIFICATIONS_MODE: 'off',
    // either would write requests to the log, their headers included
    NODE_DEBUG: undefined,
    DEBUG: undefined,
  }
  await run([tool, ...args, ...(verbose ? ['--verbose'] : [])], env, hidden, verbose)
}

const tool = 'scripts/deploy/node_modules/serverless/bin/serverless.js'

async function run(
  args: readonly string[],
  env: Texts,
  hidden: (text: string) => string,
  aloud: boolean,
): Promise<void> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      said.push(hidden(line))
      if (aloud) process.stdout.write(`${hidden(line)}\n`)
    })
  }
  const [code, signal] = await once(child, 'close')
  if (code === 0) return
  const what = said
    .join('\n')
    .replace(/\n\d+ deprecation found[^\n]*/, '')
    .trim()
  throw new Sentence(aloud ? `It ended with ${code ?? signal}.` : what || `It ended with ${code ?? signal}.`)
}
