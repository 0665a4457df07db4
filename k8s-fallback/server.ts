import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { needed, perhaps } from '../functions/adapters/setting.ts'
import * as settings from '../functions/settings.ts'
import { chosenBy } from './functions.ts'
import { once } from './once.ts'
import { type Env, serve } from './serve.ts'

// The program of the image: FUNCTION says what it serves, PORT where. With --once and a JSON object it calls the one
// internal function and ends, as a CronJob wants it.

async function main(given: Env, [word, payload = '{}']: readonly string[]): Promise<void> {
  const env: Env = {
    OUTLAY_HASH_WORKER: workerFile('hash-worker'),
    OUTLAY_DRAW_WORKER: workerFile('draw-worker'),
    ...given,
  }
  const name = perhaps(env, settings.functionServed)
  const chosen = chosenBy(name)
  if (word === '--once') return once(chosen, payload, env)
  await serve(chosen, name === 'api' || name === 'jobs', env, {
    port: needed(env, settings.port),
    requestMs: needed(env, settings.requestSeconds) * 1000,
    graceMs: needed(env, settings.graceSeconds) * 1000,
    most: needed(env, settings.jobsAtOnce),
    isProxy: perhaps(env, settings.trustedProxies),
  })
}

/** The build puts them beside this program. */
function workerFile(name: string): string | undefined {
  const file = fileURLToPath(new URL(`./${name}.mjs`, import.meta.url))
  return existsSync(file) ? file : undefined
}

main(process.env, process.argv.slice(2)).catch((error: unknown) => {
  process.exitCode = 1
  console.error(error instanceof Error && error.name === 'Sentence' ? error.message : error)
})
