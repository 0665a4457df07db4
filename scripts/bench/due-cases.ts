import { reportTick } from '../../functions/actions/report-tick/report-tick.ts'
import { identitySchema } from '../../functions/adapters/identity/migrations/index.ts'
import { sqlReportShelf } from '../../functions/adapters/identity/report-shelf.ts'
import { sqlSchedules } from '../../functions/adapters/identity/schedules.ts'
import type { IdentityTables } from '../../functions/adapters/identity/schema.ts'
import { uuidV7 } from '../../functions/adapters/node/ids.ts'
import { migrate } from '../../functions/adapters/sql/migrator.ts'
import { openSqlite } from '../../functions/adapters/sql/sqlite.ts'
import { manySchedules } from '../../tests/support/many-schedules.ts'
import { tempFolder } from '../../tests/support/temp-folder.ts'
import type { Figure } from './figure.ts'

const now = Date.UTC(2026, 2, 16, 9)
const due = 40_000

/**
 * Handing out 40,000 due schedules, in a thousand times a thousand and in as many as are due: what a tick costs must not
 * grow with those that are not.
 */
export async function dueSchedules(): Promise<readonly Figure[]> {
  const [few, many] = [await msPerBatch(due), await msPerBatch(1_000_000)]
  const ratio = many / few
  return [
    {
      name: 'a batch of 25 due schedules handed out',
      engine: 'sqlite',
      n: 1_000_000,
      value: many,
      unit: 'ms',
      floor: few,
      ratio,
      goal: 'at most 1.5 times that of 40,000, all of them due',
      met: ratio <= 1.5,
    },
  ]
}

async function msPerBatch(all: number): Promise<number> {
  const db = await openSqlite<IdentityTables>(`${tempFolder()}/identity.db`)
  await migrate(db, identitySchema, Date.now)
  await manySchedules(db, { all, due, now })
  const clock = { now: () => now }
  let leased = 0
  const needs = {
    clock,
    ids: uuidV7(clock),
    jobs: {
      reports: async ({ schedules }: { readonly schedules: readonly string[] }) => {
        leased += schedules.length
      },
    },
    schedules: sqlSchedules(db),
    shelf: sqlReportShelf(db),
    reportBatches: due / 25,
  }
  const began = performance.now()
  await reportTick(needs)
  const ms = performance.now() - began
  await db.destroy()
  if (leased !== due) throw new Error(`${leased} were handed out, and ${due} are due`)
  return ms / needs.reportBatches
}
