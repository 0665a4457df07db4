import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Host } from '../../scripts/local/main.ts'
import { sourcesStamp } from '../../scripts/sources.mjs'
import { startCommand } from '../../scripts/start-command.ts'

export interface Started {
  /** Made when absent, and removed at the end then. */
  readonly data?: string
  readonly env?: { readonly [name: string]: string | undefined }
}

export interface Here extends Omit<Host, 'env'> {
  readonly data: string
}

/** The local host in this very process: the quick one. One at a time, for all share one composition. */
export async function startHere({ data, env = {} }: Started = {}): Promise<Here & Pick<Host, 'env'>> {
  const folder = data ?? mkdtempSync(join(tmpdir(), 'outlay-here-'))
  process.env.LOG ??= 'off'
  await import('../../scripts/local/without-site.ts')
  const { startHost } = await import('../../scripts/local/host.ts')
  const host = await startHost({ port: 0, host: '127.0.0.1', data: folder, env })
  outbox = host.outboxUrl
  const close = async () => {
    await host.close()
    if (!data) rmSync(folder, { recursive: true, force: true })
  }
  return { url: host.url, ...(host.outboxUrl && { outboxUrl: host.outboxUrl }), env: host.env, data: folder, close }
}

/** Where the host in this very process shows mails that nobody delivers. */
export function outboxHere(): string {
  if (!outbox) throw new Error('No host in this process has an outbox')
  return outbox
}

let outbox: string | undefined

export interface There extends Here {
  readonly child: ChildProcess
  /** What it has written, both streams in one. */
  output(): string
  /** Ends it without a chance to tidy up, and waits until it is gone; the folder stays. */
  kill(): Promise<void>
}

/** The local host in a process of its own, as `npm start` runs it: the built program where it is built from these sources. */
export async function startThere({ data, env = {} }: Started = {}): Promise<There> {
  const folder = data ?? mkdtempSync(join(tmpdir(), 'outlay-there-'))
  const child = spawn(process.execPath, program(), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LOG: 'off', PORT: '0', OUTLAY_DATA: folder, ...env },
  })
  let written = ''
  const url = await new Promise<string>((resolve, reject) => {
    const read = (text: string) => {
      written += text
      const [, found] = /^Outlay is at (\S+)$/m.exec(written) ?? []
      if (found) resolve(found)
    }
    child.stdout.setEncoding('utf8').on('data', read)
    child.stderr.setEncoding('utf8').on('data', read)
    child.once('close', (code) => reject(new Error(written.trim() || `The host ended with ${code}`)))
  })

  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'close')
    child.kill(signal)
    await gone
  }
  const [, outboxUrl] = /^Mails .* are at (\S+)$/m.exec(written) ?? []
  return {
    url,
    ...(outboxUrl && { outboxUrl }),
    data: folder,
    child,
    output: () => written,
    kill: () => end('SIGKILL'),
    close: async () => {
      await end('SIGTERM')
      if (!data) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The sources themselves run too, only not as fast and without the site. */
function program(): string[] {
  const stamp = join('dist', '.stamp')
  const isBuilt = existsSync(join('dist', 'local.cjs')) && existsSync(stamp)
  if (isBuilt && readFileSync(stamp, 'utf8') === sourcesStamp(process.cwd())) {
    return [...startCommand]
  }
  return ['--import', 'tsx', join('scripts', 'local', 'cli.ts')]
}
