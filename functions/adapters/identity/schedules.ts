import type { Kysely, Transaction } from 'kysely'
import type { ScheduleId } from '../../domain/ids.ts'
import { dueAt } from '../../domain/schedule.ts'
import type { Schedule, Schedules } from '../../ports/schedules.ts'
import { settled, unseen } from '../sql/settle.ts'
import { isSaidBy } from './is-said-by.ts'
import { inOrder, lease, takeOver } from './leases.ts'
import { putNew, sqlNewSchedules } from './new-schedules.ts'
import { plannedRow } from './report-rows.ts'
import { scheduleFrom, scheduleRow } from './schedule-rows.ts'
import type { IdentityTables } from './schema.ts'
import { whole } from './whole.ts'

export function sqlSchedules(db: Kysely<IdentityTables>): Schedules {
  const all = () => db.selectFrom('report_schedules').selectAll()

  return {
    ...sqlNewSchedules(db),

    async list(userId, ledgerId) {
      const rows = await all().where('user_id', '=', userId).where('ledger_id', '=', ledgerId).orderBy('kind').execute()
      return rows.map(scheduleFrom)
    },

    async put(schedule, read) {
      const { id, user_id, ledger_id, kind, ...rest } = scheduleRow(schedule)
      const change = () =>
        db
          .updateTable('report_schedules')
          .set(rest)
          .where('user_id', '=', user_id)
          .where('ledger_id', '=', ledger_id)
          .where('kind', '=', kind)
          .where('next_start', '=', read.next.start)
          .where('next_end', '=', read.next.end)
          .where('display_zone', '=', read.timeZone)
          .executeTakeFirst()
      const changed = async () => (await change()).numUpdatedRows > 0n || putNew(db, schedule)
      const theirs = () =>
        all().where('user_id', '=', user_id).where('ledger_id', '=', ledger_id).where('kind', '=', kind)
      return settled(changed, async () => isSaidBy(rest, await theirs().executeTakeFirst()))
    },

    async lease(owner, now, untilMs, limit) {
      return (await lease(db, 'report_schedules', owner, now, untilMs, limit)) as ScheduleId[]
    },

    async takeOver(ids, owner, runner) {
      const ours = await takeOver(db, 'report_schedules', ids, owner, runner)
      if (ours.length === 0) return []
      return inOrder(ids, await all().where('id', 'in', ours).execute()).map(scheduleFrom)
    },

    async plan(schedule, runner, reports, untilMs) {
      const planned = () =>
        whole(db, async (trx) => {
          const { numUpdatedRows } = await trx
            .updateTable('report_schedules')
            .set({
              next_start: schedule.next.start,
              next_end: schedule.next.end,
              due_ms: schedule.dueMs ?? null,
              lease_owner: null,
              attempts: 0,
            })
            .where('id', '=', schedule.id)
            .where('lease_owner', '=', runner)
            .executeTakeFirst()
          if (numUpdatedRows === 0n) return undefined
          for (const report of reports) {
            const row = await plannedRow(trx, report, runner, untilMs)
            await trx.insertInto('reports').values(row).execute()
          }
          return reports
        })
      const seen = async () => {
        const row = await all().where('id', '=', schedule.id).executeTakeFirst()
        const isOurs = row?.next_start === schedule.next.start && row.next_end === schedule.next.end
        return isOurs && row.lease_owner === null ? reports : undefined
      }
      return settled(planned, seen)
    },

    async moveTo(userId, timeZone) {
      const moved = () =>
        whole(db, async (trx) => {
          const rows = await trx.selectFrom('report_schedules').selectAll().where('user_id', '=', userId).execute()
          for (const schedule of rows.map(scheduleFrom)) await rezone(trx, schedule, timeZone)
        })
      await settled(moved, unseen)
    },
  }
}

/** Who holds it loses it, and it is looked at anew when it is due by the new clocks. */
async function rezone(trx: Transaction<IdentityTables>, schedule: Schedule, timeZone: string): Promise<void> {
  await trx
    .updateTable('report_schedules')
    .set({
      display_zone: timeZone,
      lease_owner: null,
      ...(schedule.dueMs !== undefined && { due_ms: dueAt(schedule.next.end, { ...schedule, timeZone }) }),
    })
    .where('id', '=', schedule.id)
    .execute()
}
