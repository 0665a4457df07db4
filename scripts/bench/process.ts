import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export interface Running {
  readonly url: string
  readonly pid: number
  /** Milliseconds from the start of the process to the address that it printed. */
  readonly startedMs: number
  stop(): Promise<void>
}

/** Starts a Node script that prints its address, and waits for that. */
export async function started(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Running> {
  const began = performance.now()
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  // whatever ends the bench ends what it started
  process.once('exit', () => child.kill('SIGKILL'))
  const url = await address(child)
  const startedMs = performance.now() - began
  return {
    url,
    pid: child.pid ?? 0,
    startedMs,
    stop: async () => {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stdout?.on('data', (bytes) => {
      printed += bytes
      const url = /https?:\/\/\S+/.exec(printed)?.[0]
      if (url) resolve(url.replace(/\/$/, ''))
    })
    child.once('exit', (code) => reject(new Error(`It ended with ${code} before it listened: ${printed}`)))
  })
}
