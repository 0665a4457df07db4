import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type Server } from 'node:net'

/** A command that was started, with all that it has printed. */
export interface Program {
  readonly out: () => string
  readonly err: () => string
  /** Settles with the first match in what it prints; rejects when it ends without one. */
  readonly says: (pattern: RegExp) => Promise<string>
  /** What Ctrl-C in a terminal does: the signal goes to npm and to what npm runs. */
  readonly interrupt: () => void
  /** Its exit code, once its pipes are closed. */
  readonly ended: Promise<number | null>
}

export function start(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Program {
  const child = spawn(command, args, {
    cwd,
    env: { ...bare(process.env), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const end = () => signal(child, 'SIGKILL')
  process.once('exit', end)

  let out = ''
  let err = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text))
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      process.off('exit', end)
      resolve(code)
    })
  })

  return {
    out: () => out,
    err: () => err,
    ended,
    interrupt: () => signal(child, 'SIGINT'),
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(out)
          if (found) resolve(found[0])
        }
        child.stdout?.on('data', look)
        look()
        void ended.then((code) => reject(new Error(`it ended with ${code}, and said: ${out}${err}`)))
      }),
  }
}

/** The environment of somebody who has just cloned: without what npm tells the scripts that it runs, and without ours. */
function bare(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const told = /^(npm_(lifecycle|package|command|execpath|node_execpath)|OUTLAY_|INIT_CWD$|PORT$|LOG$|NODE_OPTIONS$)/
  return Object.fromEntries(Object.entries(env).filter(([name]) => !told.test(name)))
}

function signal({ pid, exitCode, signalCode }: ChildProcess, name: NodeJS.Signals): void {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, name)
}

/** A listener on a free port of its own choice; close it to have a port that is free. */
export function listen(): Promise<{ readonly port: number; readonly server: Server }> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve({ port: typeof address === 'object' && address ? address.port : 0, server })
    })
  })
}

export async function freePort(): Promise<number> {
  const { port, server } = await listen()
  await new Promise((closed) => server.close(closed))
  return port
}
