import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { keepHouse } from './chores.ts'
import { startHost } from './host.ts'
import { settingsIn } from './settings.ts'

export { type Host, startHost } from './host.ts'
export type { HostSettings } from './settings.ts'

/** Runs Outlay by the environment and says where it is; ends cleanly when asked to. Throws a `Sentence`. */
export async function start(): Promise<void> {
  const settings = settingsIn({
    OUTLAY_HASH_WORKER: workerFile('hash-worker'),
    OUTLAY_DRAW_WORKER: workerFile('draw-worker'),
    ...process.env,
  })
  // what it makes is for the eyes of this user, in a folder that was there before, too
  process.umask(0o077)
  const host = await startHost(settings)
  const rest = keepHouse(host.env)
  const mails = host.outboxUrl ? `Mails that nobody delivers are at ${host.outboxUrl}\n` : ''
  // at once: whoever waits for the first line has the other one too
  const isHeardElsewhere = !process.env.PUBLIC_URL && !/^(localhost|127\.0\.0\.1|::1)$/.test(settings.host)
  const elsewhere = isHeardElsewhere ? 'Who comes by another address cannot log in until PUBLIC_URL names it.\n' : ''
  process.stdout.write(`Outlay is at ${process.env.PUBLIC_URL || host.url}\n${mails}${elsewhere}`)

  let leftAt: number | undefined
  const leave = async () => {
    // one Ctrl-C comes twice, from the terminal and from npm; a second one that is meant comes later
    if (leftAt !== undefined) return performance.now() - leftAt > 500 && process.exit(1)
    leftAt = performance.now()
    rest()
    await host.close()
    process.exit(0)
  }
  process.on('SIGINT', leave).on('SIGTERM', leave)
}

/** The build puts them beside this program; without them this thread hashes and draws. */
function workerFile(name: string): string | undefined {
  const file = fileURLToPath(new URL(`./${name}.cjs`, import.meta.url))
  return existsSync(file) ? file : undefined
}
