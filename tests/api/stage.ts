import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { main as reportTick } from '../../functions/actions/report-tick/action.ts'
import { inProcess } from '../../functions/adapters/jobs/in-process.ts'
import type { KeyTexts } from '../../functions/adapters/node/tokens.ts'
import { type Call, callerOf } from '../support/client.ts'
import { startHere } from '../support/host.ts'
import { type RunningClock, runningClock } from '../support/running-clock.ts'
import { eventsSetting } from '../support/signed-events.ts'
import { type Watcher, watchFiles } from '../support/snapshot.ts'

/** The local host in this process on a new folder, and what a test may know of it that no caller may. */
export interface Stage {
  readonly url: string
  readonly call: Call
  /** Looks at both planes, the identity plane first. */
  readonly watcher: Watcher
  readonly keys: KeyTexts
  readonly clock: Omit<RunningClock, 'stop'>
  /** What an alarm does: looks for what is due, and waits until all that comes of it is done. */
  tick(): Promise<void>
  /** Writes past the program, between two calls. */
  execute(plane: 'identity' | 'ledger', sql: string, ...values: readonly (string | number)[]): void
  close(): Promise<void>
}

/** `ledger` names the engine of the ledger plane where it is not a file; the watcher then sees the identity plane only. */
export async function openStage({
  ledger,
  env = {},
}: {
  readonly ledger?: string
  readonly env?: { readonly [name: string]: string }
} = {}): Promise<Stage> {
  const clock = runningClock()
  const host = await startHere({
    env: { ...eventsSetting, ...env, ...(ledger !== undefined && { OUTLAY_LEDGER: ledger }) },
  })
  const file = (plane: string) => join(host.data, `${plane}.db`)
  const watcher = watchFiles([file('identity'), ...(ledger === undefined ? [file('ledger')] : [])])

  return {
    url: host.url,
    call: callerOf(host.url),
    watcher,
    keys: JSON.parse(readFileSync(join(host.data, 'keys.json'), 'utf8')),
    clock,
    async tick() {
      const done = await reportTick({ env: host.env })
      if ('error' in done) throw new Error(JSON.stringify(done.error))
      await inProcess.idle()
    },
    execute(plane, sql, ...values) {
      const database = new Database(file(plane))
      database.prepare(sql).run(...values)
      database.close()
    },
    async close() {
      watcher.close()
      await host.close()
      clock.stop()
    },
  }
}
