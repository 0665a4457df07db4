import type { Insertable, Kysely, Selectable } from 'kysely'
import type { LedgerId, UserId } from '../../domain/ids.ts'
import type { User, Users } from '../../ports/users.ts'
import { unlessThere } from '../sql/unless-there.ts'
import type { IdentityTables, UsersTable } from './schema.ts'
import { whole } from './whole.ts'

export function sqlUsers(db: Kysely<IdentityTables>): Users {
  const one = () => db.selectFrom('users').selectAll()

  return {
    async add(user, emailKey) {
      return unlessThere(() => db.insertInto('users').values(toRow(user, emailKey)).execute())
    },

    async replacePending(user, before) {
      const { id, email_key, email, ledger_id, ...rest } = toRow(user, '')
      const { numUpdatedRows } = await db
        .updateTable('users')
        .set(rest)
        .where('id', '=', user.id)
        .where('state', '=', 'pending')
        .where('password_hash', '=', before)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    async byEmail(emailKey) {
      return fromRow(await one().where('email_key', '=', emailKey).executeTakeFirst())
    },

    async byId(id) {
      return fromRow(await one().where('id', '=', id).executeTakeFirst())
    },

    async change({ id, version, name, locale, timeZone }, now) {
      return whole(db, async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('users')
          .set({ name, display_locale: locale, display_zone: timeZone, row_version: version + 1, touched_ms: now })
          .where('id', '=', id)
          .where('row_version', '=', version)
          .where('state', '=', 'active')
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return undefined
        return fromRow(await trx.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst())
      })
    },

    async setPassword(id, passwordHash, keep, now) {
      await whole(db, async (trx) => {
        await trx
          .updateTable('users')
          .set({ password_hash: passwordHash, touched_ms: now })
          .where('id', '=', id)
          .execute()
        await trx.deleteFrom('sessions').where('user_id', '=', id).where('id', '!=', keep).execute()
      })
    },

    async verifyEmail(id, email, now) {
      const { numUpdatedRows } = await db
        .updateTable('users')
        .set({ email_verified_ms: now, touched_ms: now })
        .where('id', '=', id)
        .where('email', '=', email)
        .where('state', '=', 'active')
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    async setState(id, state, now) {
      await db.updateTable('users').set({ state, touched_ms: now }).where('id', '=', id).execute()
    },

    async beginLeaving(id, now) {
      await whole(db, async (trx) => {
        await trx.updateTable('users').set({ state: 'leaving', touched_ms: now }).where('id', '=', id).execute()
        for (const table of ended) await trx.deleteFrom(table).where('user_id', '=', id).execute()
      })
    },

    async remove(id) {
      await whole(db, async (trx) => {
        for (const table of theirs) await trx.deleteFrom(table).where('user_id', '=', id).execute()
        await trx.deleteFrom('users').where('id', '=', id).execute()
      })
    },

    async leaving(limit) {
      const rows = await one().where('state', '=', 'leaving').orderBy('touched_ms').limit(limit).execute()
      return rows.map(userOf)
    },
  }
}

/** What somebody who leaves loses at once: nothing of it may still act for them. */
const ended = ['sessions', 'mail_tokens', 'report_schedules'] as const

/** Every table with rows of a user, beside the user's own. */
const theirs = [...ended, 'mail_preferences', 'mail_stops', 'reports'] as const

function toRow(user: User, emailKey: string): Insertable<UsersTable> {
  return {
    id: user.id,
    email_key: emailKey,
    email: user.email,
    password_hash: user.passwordHash,
    name: user.name,
    display_locale: user.locale,
    display_zone: user.timeZone,
    ledger_id: user.ledgerId,
    currency: user.currency,
    state: user.state,
    leave_step: 0,
    email_verified_ms: user.emailVerifiedMs ?? null,
    created_ms: user.createdMs,
    touched_ms: user.createdMs,
    row_version: user.version,
  }
}

const fromRow = (row: Selectable<UsersTable> | undefined) => row && userOf(row)

function userOf(row: Selectable<UsersTable>): User {
  return {
    id: row.id as UserId,
    version: Number(row.row_version),
    email: row.email,
    ...(row.email_verified_ms !== null && { emailVerifiedMs: Number(row.email_verified_ms) }),
    passwordHash: row.password_hash,
    name: row.name,
    locale: row.display_locale,
    timeZone: row.display_zone,
    ledgerId: row.ledger_id as LedgerId,
    currency: row.currency,
    state: row.state,
    createdMs: Number(row.created_ms),
  }
}
