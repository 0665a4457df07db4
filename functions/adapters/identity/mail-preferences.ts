import type { Kysely } from 'kysely'
import { type MailPreferences, mailKinds, type SwitchableMail } from '../../ports/mail-preferences.ts'
import { settled, unseen } from '../sql/settle.ts'
import { unlessThere } from '../sql/unless-there.ts'
import type { IdentityTables } from './schema.ts'

export function sqlMailPreferences(db: Kysely<IdentityTables>): MailPreferences {
  return {
    async of(userId) {
      const rows = await db
        .selectFrom('mail_preferences')
        .select(['kind', 'enabled'])
        .where('user_id', '=', userId)
        .execute()
      const stop = await db.selectFrom('mail_stops').select('reason').where('user_id', '=', userId).executeTakeFirst()
      const isOn = (kind: SwitchableMail) => !rows.some((row) => row.kind === kind && Number(row.enabled) === 0)
      const [weekly, monthly, alert] = mailKinds
      return {
        kinds: { weekly: isOn(weekly), monthly: isOn(monthly), alert: isOn(alert) },
        ...(stop && { stopped: stop.reason }),
      }
    },

    async set(userId, kind, isOn, now) {
      const enabled = isOn ? 1 : 0
      const change = () =>
        db
          .updateTable('mail_preferences')
          .set({ enabled, touched_ms: now })
          .where('user_id', '=', userId)
          .where('kind', '=', kind)
          .executeTakeFirst()
      const row = { user_id: userId, kind, enabled, quiet_from: null, quiet_until: null, touched_ms: now } as const
      await settled(async () => {
        if ((await change()).numUpdatedRows > 0n) return
        if (!(await unlessThere(() => db.insertInto('mail_preferences').values(row).execute()))) await change()
      }, unseen)
    },

    async stop(userId, reason, now) {
      const row = { user_id: userId, reason, since_ms: now }
      await settled(() => unlessThere(() => db.insertInto('mail_stops').values(row).execute()), unseen)
    },

    async resume(userId) {
      await settled(() => db.deleteFrom('mail_stops').where('user_id', '=', userId).execute(), unseen)
    },
  }
}
