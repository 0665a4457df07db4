import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './free-port.ts'
import { programPath } from './programs.ts'

/** What a driver needs to reach one database: by socket, or by port where the server was started with `tcp`. */
export type Reach = SocketReach | TcpReach
export type SocketReach = { readonly socketPath: string; readonly user: string; readonly database: string }
export type TcpReach = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
}

export type Mariadb = {
  readonly socketPath: string
  /** Makes the database (utf8mb4) unless it is there, and says how to reach it. */
  readonly database: (name: string) => Promise<Reach>
  /** Of the server that runs now: what is known of it holds until the next `revive`. */
  readonly pid: () => number
  /** Ends the server, with a chance to tidy up or without, and waits until it is gone; its folder stays. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>
  /** Starts it again on the same folder and at the same place, and waits until it answers. */
  readonly revive: () => Promise<void>
  /** Kills the server and removes its folder: nothing in it is meant to last. */
  readonly stop: () => void
}

export type MariadbOptions = {
  /** Also on a port of this machine. */
  readonly tcp?: boolean
  /** For the server itself, such as `--ssl-cert=…`. */
  readonly options?: readonly string[]
}

/** Where this machine's MariaDB server is, if it has one. */
export function mariadbPath(): string | undefined {
  return programPath('mariadb-install-db') && programPath('mariadbd')
}

/** A new database on the server that the runner started; on one of this process where there is no runner. */
export async function freshDatabase(): Promise<SocketReach> {
  const socketPath = process.env.OUTLAY_TEST_MARIADB ?? (await ownServer()).socketPath
  const database = `t_${randomBytes(8).toString('hex')}`
  await createDatabase(socketPath, database)
  return { socketPath, user, database }
}

/** A private server in a folder of its own, reached by a socket in it; gone with this process at the latest. */
export async function startMariadb({ tcp = false, options = [] }: MariadbOptions = {}): Promise<Mariadb> {
  const folder = mkdtempSync(join(tmpdir(), 'outlay-db-'))
  const socketPath = join(folder, 's')
  const port = tcp ? await freePort() : undefined
  fill(folder)
  let server = serve(folder, socketPath, port, options)

  const stop = () => {
    process.off('exit', stop)
    server.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  process.on('exit', stop)
  await ready(server, folder, socketPath).catch((cause) => {
    stop()
    throw cause
  })

  return {
    socketPath,
    stop,
    pid: () => server.pid ?? 0,
    end: async (signal) => {
      const gone = once(server, 'exit')
      server.kill(signal)
      await gone
    },
    revive: async () => {
      server = serve(folder, socketPath, port, options)
      await ready(server, folder, socketPath)
    },
    database: async (name) => {
      await createDatabase(socketPath, name)
      return port ? { host: '127.0.0.1', port, user, database: name } : { socketPath, user, database: name }
    },
  }
}

const user = 'root'
const redoLog = '--innodb-log-file-size=48M'

let own: Promise<Mariadb> | undefined
function ownServer(): Promise<Mariadb> {
  own ??= startMariadb()
  return own
}

function fill(folder: string): void {
  const args = [...places(folder), '--auth-root-authentication-method=normal', '--skip-test-db']
  const done = spawnSync(needed('mariadb-install-db'), ['--no-defaults', ...args, redoLog, ...whoami], {
    encoding: 'utf8',
  })
  if (done.status !== 0) throw new Error(`mariadb-install-db failed: ${done.stderr}${done.stdout}`)
}

function serve(folder: string, socketPath: string, port: number | undefined, options: readonly string[]): ChildProcess {
  const own = [...places(folder), `--socket=${socketPath}`, `--pid-file=${join(folder, 'pid')}`]
  const network = port ? ['--bind-address=127.0.0.1', `--port=${port}`] : ['--skip-networking']
  const small = ['--innodb-buffer-pool-size=64M', redoLog, '--performance-schema=OFF', '--skip-log-bin']
  const rest = ['--skip-name-resolve', `--log-error=${join(folder, 'log')}`, ...whoami, ...options]
  const args = ['--no-defaults', ...own, ...network, ...small, ...rest]

  // Where the system can, the server goes with us even when we are killed outright.
  const mariadbd = needed('mariadbd')
  const setpriv = process.platform === 'linux' ? programPath('setpriv') : undefined
  const command = setpriv ? [setpriv, '--pdeathsig', 'KILL', mariadbd] : [mariadbd]
  const [program = mariadbd, ...before] = command
  const server = spawn(program, [...before, ...args], { stdio: 'ignore' })
  server.unref()
  return server
}

/** A server that starts removes what others have in its folder for temporary tables: none is shared. */
const places = (folder: string) => [`--datadir=${join(folder, 'data')}`, `--tmpdir=${folder}`]

/** It refuses to run as root without being told so. */
const whoami = process.getuid?.() === 0 ? ['--user=root'] : []

function needed(name: string): string {
  const path = programPath(name)
  if (!path) throw new Error(`there is no ${name} on this machine; scripts/test-setup installs it`)
  return path
}

async function ready(server: ChildProcess, folder: string, socketPath: string): Promise<void> {
  const patience = Date.now() + 30_000
  for (;;) {
    const cause = await connect(socketPath).then((connection) => connection.end(), String)
    if (!cause) return
    if (server.exitCode !== null || server.signalCode !== null || Date.now() > patience) {
      throw new Error(`MariaDB did not start: ${cause}\n${lastWords(join(folder, 'log'))}`)
    }
    await pause(30)
  }
}

function lastWords(log: string): string {
  return existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : ''
}

/** The driver is loaded when it is needed, for the runner looks into this file even where nothing needs it. */
async function connect(socketPath: string) {
  const { createConnection } = await import('mysql2/promise')
  return createConnection({ socketPath, user })
}

async function createDatabase(socketPath: string, name: string): Promise<void> {
  const connection = await connect(socketPath)
  await connection.query('CREATE DATABASE IF NOT EXISTS ?? CHARACTER SET utf8mb4', [name])
  await connection.end()
}
