import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.ts'
import { programPath } from './programs.ts'

// Db2 itself cannot be had for tests. The real client is, and a server that speaks its wire protocol: Apache Derby 10.8,
// the last that answers other clients than its own, behind a shim that smooths what differs (drda/shim.ts).

export interface Db2Server {
  readonly port: number
  /** Of the process that holds the data now: what is known of it holds until the next `revive`. */
  readonly pid: () => number
  /** An address as OUTLAY_IDENTITY takes it, of a schema that nobody has used yet: it has the name of who connects. */
  readonly fresh: () => string
  /** Ends the process that holds the data, with no chance to tidy up, and waits until it is gone; its folder stays. */
  readonly kill: () => Promise<void>
  /** Starts it again on the same folder and at the same place, and waits until it answers. */
  readonly revive: () => Promise<void>
  /** Ends it and removes its folder. */
  readonly stop: () => void
}

const folder = resolve('dist')

/** What is missing for tests on Db2's driver, in a few words; undefined when all is there. */
export function db2Lacks(): string | undefined {
  if (!existsSync(join(folder, 'db2', 'node_modules', 'ibm_db', 'build', 'Release', 'odbc_bindings.node'))) {
    return 'the Db2 client is not installed'
  }
  if (jars().length < 2) return 'there is no DRDA server'
  return programPath('java') ? undefined : 'there is no Java'
}

/** An address of a new schema on the server that the runner started; on one of this process where there is no runner. */
export async function freshDb2(): Promise<string> {
  const port = Number(process.env.OUTLAY_TEST_DB2) || (await ownServer()).port
  return addressAt(port)
}

/** Derby and its shim, gone with this process at the latest. */
export async function startDb2(): Promise<Db2Server> {
  const home = mkdtempSync(join(tmpdir(), 'outlay-drda-'))
  const derbyPort = await freePort()
  let derby = await startDerby(home, derbyPort)
  const shim = spawn(process.execPath, ['--import', 'tsx', entry, String(derbyPort)], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const stop = () => {
    process.off('exit', stop)
    for (const child of [shim, derby]) child.kill('SIGKILL')
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
  process.on('exit', stop)
  const port = await firstLine(shim).then(Number)
  letGo(shim)
  return {
    port,
    stop,
    pid: () => derby.pid ?? 0,
    fresh: () => addressAt(port),
    kill: async () => {
      derby.ref()
      const gone = once(derby, 'exit')
      derby.kill('SIGKILL')
      await gone
    },
    revive: async () => {
      derby = await startDerby(home, derbyPort)
    },
  }
}

const entry = fileURLToPath(new URL('./drda/serve.ts', import.meta.url))

/** Whoever connects gets a schema of that name, and needs no other password than any. */
function addressAt(port: number): string {
  return `db2://T${randomBytes(6).toString('hex').toUpperCase()}:any@127.0.0.1:${port}/OUTLAY?Authentication=SERVER`
}

let own: Promise<Db2Server> | undefined
function ownServer(): Promise<Db2Server> {
  own ??= startDb2()
  return own
}

/** ij, Derby's prompt, makes the database and serves it; it ends when it is asked no more, which is when we are gone. */
async function startDerby(home: string, port: number): Promise<ChildProcess> {
  const settings = {
    'derby.system.home': home,
    'derby.stream.error.file': join(home, 'derby.log'),
    'derby.drda.startNetworkServer': 'true',
    'derby.drda.host': '127.0.0.1',
    'derby.drda.portNumber': String(port),
    // seconds until a deadlock is looked for, and until a lock is given up
    'derby.locks.deadlockTimeout': '1',
    'derby.locks.waitTimeout': '5',
  }
  const options = Object.entries(settings).map(([name, value]) => `-D${name}=${value}`)
  const classpath = jars().join(':')
  const java = programPath('java')
  if (!java) throw new Error('There is no Java; scripts/test-setup installs it.')
  const derby = spawn(java, ['-XX:TieredStopAtLevel=1', '-Xmx256m', ...options, '-cp', classpath, ij], {
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  derby.stdin?.on('error', () => {}).write(`connect 'jdbc:derby:OUTLAY;create=true;user=app;password=app';\n`)

  const patience = Date.now() + 30_000
  while (!existsSync(join(home, 'OUTLAY', 'service.properties')) || !(await isListening(port))) {
    if (derby.exitCode !== null || Date.now() > patience) {
      derby.kill('SIGKILL')
      throw new Error(`The DRDA server did not start.\n${lastWords(join(home, 'derby.log'))}`)
    }
    await pause(50)
  }
  letGo(derby)
  return derby
}

function isListening(port: number): Promise<boolean> {
  return new Promise((found) => {
    const probe = connect(port, '127.0.0.1', () => found(true)).on('error', () => found(false))
    probe.on('connect', () => probe.destroy())
  })
}

const ij = 'org.apache.derby.tools.ij'

function jars(): readonly string[] {
  const derby = join(folder, 'derby')
  return existsSync(derby) ? readdirSync(derby).map((name) => join(derby, name)) : []
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((found, reject) => {
    child.once('exit', () => reject(new Error('The shim of the DRDA server did not start.')))
    child.stdout?.setEncoding('utf8').once('data', (text: string) => found(text.trim()))
  })
}

/** What it holds open must not keep this process, which holds it. */
function letGo(child: ChildProcess): void {
  child.removeAllListeners('exit')
  child.unref()
  for (const stream of child.stdio)
    if (stream && 'unref' in stream && typeof stream.unref === 'function') stream.unref()
}

function lastWords(log: string): string {
  return existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : ''
}
