import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { newKeys } from '../../functions/adapters/node/tokens.ts'
import { freshDatabase, mariadbPath } from '../support/mariadb.ts'
import type { OpenWhisk } from './openwhisk/host.ts'

/** How a program ended, and both its streams in one. */
export interface Ended {
  readonly code: number
  readonly output: string
}

type Texts = { readonly [name: string]: string | undefined }

/** What these tests need and this machine may lack, with why; nothing when all is there. */
export function lacking(): readonly [what: string, why: string] | undefined {
  if (!existsSync('scripts/deploy/node_modules/serverless-openwhisk')) {
    return ['deploying with the real tool', 'scripts/deploy has no packages; scripts/test-setup installs them']
  }
  if (!mariadbPath()) return ['deploying', 'there is no mariadbd; scripts/test-setup installs it']
  return undefined
}

/** Settings of a deployment with both planes on databases of their own. */
export async function settingsOf(more: Texts = {}): Promise<{ readonly [name: string]: string }> {
  const { privateKey, publicKeys } = newKeys()
  const planes = { OUTLAY_IDENTITY: await place(), OUTLAY_LEDGER: await place() }
  const keys = { TOKEN_PRIVATE_KEY: privateKey, TOKEN_PUBLIC_KEYS: publicKeys, FILES_SECRET: 'a secret of files' }
  // the containers of these tests share this machine's disk
  const folder = mkdtempSync(join(tmpdir(), 'outlay-deployed-'))
  const others = {
    OUTLAY_OBJECTS: `folder:${folder}/files`,
    OUTLAY_MAIL: `outbox:${folder}/outbox`,
    MAIL_FROM: 'mail@example.org',
  }
  const whole = { ...keys, ...planes, ...others, OUTLAY_JOBS: 'openwhisk', ...more }
  return Object.fromEntries(Object.entries(whole).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

/** An address with a password in it, which no log may show; this server asks for none. */
async function place(): Promise<string> {
  const { user, database, socketPath } = await freshDatabase()
  return `mysql://${user}:@localhost/${database}?socketPath=${encodeURIComponent(socketPath)}`
}

const hostOf = ({ apihost, auth, namespace }: OpenWhisk): Texts => ({
  OW_APIHOST: apihost,
  OW_AUTH: auth,
  OW_NAMESPACE: namespace,
  // no file of the person who runs the tests
  WSK_CONFIG_FILE: join(tmpdir(), 'there-is-no-such-file'),
})

/** `npm run deploy`, without npm. */
export function deploy(ow: OpenWhisk, settings: object, args: readonly string[] = [], env: Texts = {}): Promise<Ended> {
  const whole = { ...hostOf(ow), OUTLAY_ENV: JSON.stringify(settings), ...env }
  return run(['scripts/run.mjs', 'deploy', ...args], '.', whole)
}

/** The deploy tool itself, in a folder that may have another serverless.yml and other zips. */
export function tool(ow: OpenWhisk, args: readonly string[], folder = '.', env: Texts = {}): Promise<Ended> {
  const program = resolve('scripts/deploy/node_modules/serverless/bin/serverless.js')
  return run([program, ...args], folder, { ...hostOf(ow), SLS_TELEMETRY_DISABLED: '1', ...env })
}

/** A folder like this one, as far as the tool looks at it, with serverless.yml changed. */
export function folderWith(change: (yml: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'outlay-deploy-'))
  mkdirSync(join(folder, 'dist'))
  symlinkSync(resolve('dist/deploy'), join(folder, 'dist/deploy'))
  cpSync('dist/actions', join(folder, 'dist/actions'), { recursive: true })
  writeFileSync(join(folder, 'serverless.yml'), change(readFileSync('serverless.yml', 'utf8')))
  return folder
}

async function run(args: readonly string[], cwd: string, env: Texts): Promise<Ended> {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const [code] = await once(child, 'close')
  return { code: code ?? 1, output }
}
