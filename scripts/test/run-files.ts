import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Message } from './message.ts'
import { type Report, reportOf } from './report.ts'

export type How = {
  readonly cwd: string
  /** Seconds that one file may take. */
  readonly limit: number
  readonly env?: NodeJS.ProcessEnv
}

/** Runs the files in one process; where it dies in the middle of one, the rest follow in another. */
export async function runFiles(files: readonly string[], how: How, tell: (report: Report) => void): Promise<void> {
  let left = files
  while (left.length > 0) left = left.slice(await runSome(left, how, tell))
}

/** Answers with how many it has reported: all, or those up to the one that ended the process. */
function runSome(files: readonly string[], how: How, tell: (report: Report) => void): Promise<number> {
  const child = start(files, how)
  const end = () => killGroup(child)
  process.once('exit', end)

  let done = 0
  let isOpen = false
  let heard: Message[] = []
  let since = Date.now()
  let late: string | undefined
  const giveUp = () => {
    late = `It took longer than ${how.limit} s.`
    end()
  }
  let patience = setTimeout(giveUp, startUp + how.limit * 1000)

  const open = () => {
    isOpen = true
    since = Date.now()
    clearTimeout(patience)
    patience = setTimeout(giveUp, how.limit * 1000)
  }
  const close = (trouble: string | undefined) => {
    tell(reportOf(files[done] ?? '', heard, (Date.now() - since) / 1000, trouble))
    done += 1
    isOpen = false
    heard = []
  }
  hear(child, (message) => {
    if (message.kind === 'started') open()
    else if (message.kind === 'finished') close(message.trouble)
    else heard.push(message)
  })

  return ended(child, end).then((why) => {
    if (isOpen || done === 0) close(late ?? why)
    clearTimeout(patience)
    process.off('exit', end)
    return done
  })
}

/** Milliseconds that a process may take until its first file. */
const startUp = 30_000

const one = fileURLToPath(new URL('./one.ts', import.meta.url))

/** In a group of its own, so that whatever the tests have started can be ended with it. */
function start(files: readonly string[], { cwd, env }: How): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', one, ...files], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  })
}

function hear(child: ChildProcess, tell: (message: Message) => void): void {
  child.on('message', (message) => tell(message as Message)) // one.ts sends nothing else
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => tell({ kind: 'said', text }))
  }
}

/** Waits for the last words in the pipes, but not for a stranger who holds them open. */
function ended(child: ChildProcess, sweep: () => void): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (cause) => resolve(String(cause)))
    child.once('exit', (code, signal) => {
      sweep()
      const why = `It ended the process (${signal ?? `exit code ${code}`}).`
      const enough = setTimeout(() => {
        child.stdout?.destroy()
        child.stderr?.destroy()
      }, 2000)
      child.once('close', () => {
        clearTimeout(enough)
        resolve(why)
      })
    })
  })
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // nobody of that group is left
  }
}
