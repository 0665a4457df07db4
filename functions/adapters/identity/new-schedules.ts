import type { Kysely } from 'kysely'
import type { NewSchedules, Schedule } from '../../ports/schedules.ts'
import { settled, unseen } from '../sql/settle.ts'
import { unlessThere } from '../sql/unless-there.ts'
import { scheduleRow } from './schedule-rows.ts'
import type { IdentityTables } from './schema.ts'

export function sqlNewSchedules(db: Kysely<IdentityTables>): NewSchedules {
  return {
    async ensure(schedules) {
      for (const schedule of schedules) {
        await settled(() => putNew(db, schedule), unseen)
      }
    },
  }
}

/** False where there is one already. */
export function putNew(db: Kysely<IdentityTables>, schedule: Schedule): Promise<boolean> {
  return unlessThere(() => db.insertInto('report_schedules').values(scheduleRow(schedule)).execute())
}
