import type { Kysely, Selectable } from 'kysely'
import type { UserId } from '../../domain/ids.ts'
import type { Users } from '../../ports/users.ts'
import { engineOf, oneRow } from '../sql/engine-of.ts'
import { settled, unseen } from '../sql/settle.ts'
import { unlessThere } from '../sql/unless-there.ts'
import type { IdentityTables, UsersTable } from './schema.ts'
import { userFrom, userRow } from './user-rows.ts'
import { whole } from './whole.ts'

export function sqlUsers(db: Kysely<IdentityTables>): Users {
  const one = () => db.selectFrom('users').selectAll()
  const byId = async (id: UserId) => maybe(await one().where('id', '=', id).executeTakeFirst())

  return {
    async add(user, emailKey) {
      const added = () => unlessThere(() => db.insertInto('users').values(userRow(user, emailKey)).execute())
      const isOurs = async () => (await byId(user.id)) && true
      // taken may have been taken by ourselves, where it was sent twice
      return (await settled(added, isOurs)) || (await isOurs()) === true
    },

    async replacePending(user, before) {
      const { id, email_key, email, ledger_id, ...rest } = userRow(user, '')
      const replaced = async () => {
        const { numUpdatedRows } = await db
          .updateTable('users')
          .set(rest)
          .where('id', '=', user.id)
          .where('state', '=', 'pending')
          .where('password_hash', '=', before)
          .executeTakeFirst()
        return numUpdatedRows === 1n
      }
      const seen = async () => (await byId(user.id))?.passwordHash === user.passwordHash || undefined
      return settled(replaced, seen)
    },

    async byEmail(emailKey) {
      return maybe(await one().where('email_key', '=', emailKey).executeTakeFirst())
    },

    async atDoor(emailKey, windows) {
      const row = await db
        .selectFrom(oneRow(engineOf(db)))
        .leftJoin('users', (join) => join.on('users.email_key', '=', emailKey))
        .selectAll('users')
        .select((counted) =>
          windows.map(({ key, startMs }, at) =>
            counted
              .selectFrom('login_limits')
              .select('hits')
              .where('limit_key', '=', key)
              .where('window_start', '=', startMs)
              .as(`counted_${at}`),
          ),
        )
        .executeTakeFirstOrThrow()
      return { user: isSomebody(row) ? userFrom(row) : undefined, counted: windows.map((_, at) => countIn(row, at)) }
    },

    byId,

    async change({ id, version, name, locale, timeZone }, now) {
      const changed = () =>
        whole(db, async (trx) => {
          const { numUpdatedRows } = await trx
            .updateTable('users')
            .set({ name, display_locale: locale, display_zone: timeZone, row_version: version + 1, touched_ms: now })
            .where('id', '=', id)
            .where('row_version', '=', version)
            .where('state', '=', 'active')
            .executeTakeFirst()
          if (numUpdatedRows === 0n) return undefined
          return maybe(await trx.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst())
        })
      const seen = async () => {
        const user = await byId(id)
        const isOurs = user?.name === name && user.locale === locale && user.timeZone === timeZone
        return user?.version === version + 1 && isOurs ? user : undefined
      }
      return settled(changed, seen)
    },

    async verifyEmail(id, email, now) {
      const verified = async () => {
        const { numUpdatedRows } = await db
          .updateTable('users')
          .set({ email_verified_ms: now, touched_ms: now })
          .where('id', '=', id)
          .where('email', '=', email)
          .where('state', '=', 'active')
          .executeTakeFirst()
        return numUpdatedRows === 1n
      }
      return settled(verified, unseen)
    },

    async setState(id, state, now) {
      const set = () => db.updateTable('users').set({ state, touched_ms: now }).where('id', '=', id).execute()
      await settled(set, unseen)
    },

    async beginLeaving(id, now) {
      const begun = () =>
        whole(db, async (trx) => {
          await trx.updateTable('users').set({ state: 'leaving', touched_ms: now }).where('id', '=', id).execute()
          for (const table of ended) await trx.deleteFrom(table).where('user_id', '=', id).execute()
        })
      await settled(begun, unseen)
    },

    async remove(id) {
      const removed = () =>
        whole(db, async (trx) => {
          for (const table of theirs) await trx.deleteFrom(table).where('user_id', '=', id).execute()
          await trx.deleteFrom('users').where('id', '=', id).execute()
        })
      await settled(removed, unseen)
    },

    async leaving(limit) {
      const rows = await one().where('state', '=', 'leaving').orderBy('touched_ms').limit(limit).execute()
      return rows.map(userFrom)
    },
  }
}

/** What somebody who leaves loses at once: nothing of it may still act for them. */
const ended = ['sessions', 'mail_tokens', 'report_schedules'] as const

/** Every table with rows of a user, beside the user's own. */
const theirs = [...ended, 'mail_preferences', 'mail_stops', 'reports'] as const

const maybe = (row: Selectable<UsersTable> | undefined) => row && userFrom(row)

const isSomebody = (row: { readonly id: string | null }): row is Selectable<UsersTable> => row.id !== null

/** Nothing has been counted in a window that has not begun. */
const countIn = (row: object, at: number): number => Number(Reflect.get(row, `counted_${at}`) ?? 0)
