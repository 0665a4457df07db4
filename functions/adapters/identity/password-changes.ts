import { type Kysely, sql, type Transaction } from 'kysely'
import type { UserId } from '../../domain/ids.ts'
import type { Instant } from '../../ports/clock.ts'
import type { MailToken } from '../../ports/mail-tokens.ts'
import type { PasswordChanges } from '../../ports/password-changes.ts'
import { settled, unseen } from '../sql/settle.ts'
import { mailTokenRow } from './mail-tokens.ts'
import type { IdentityTables } from './schema.ts'
import { whole } from './whole.ts'

export function sqlPasswordChanges(db: Kysely<IdentityTables>): PasswordChanges {
  return {
    async set(id, passwordHash, now) {
      await settled(
        () => whole(db, (trx) => replace(trx, id, { password_hash: passwordHash, touched_ms: now })),
        unseen,
      )
    },

    async offerReset(token) {
      const offered = () =>
        whole(db, async (trx) => {
          if (!(await holds(trx, token, token.createdMs))) return false
          await forgetResets(trx, token.userId)
          await trx.insertInto('mail_tokens').values(mailTokenRow(token)).execute()
          return true
        })
      return settled(offered, unseen)
    },

    async reset(token, passwordHash, now) {
      const done = () =>
        whole(db, async (trx) => {
          if (!(await holds(trx, token, now)) || !(await spends(trx, token, now))) return false
          const row = { password_hash: passwordHash, touched_ms: now, email_verified_ms: now }
          await replace(trx, token.userId, row)
          return true
        })
      // no two hashes are alike, even of one password
      const seen = async () => {
        const { userId } = token
        const user = await db.selectFrom('users').select('password_hash').where('id', '=', userId).executeTakeFirst()
        return user?.password_hash === passwordHash || undefined
      }
      return settled(done, seen)
    },
  }
}

interface Replaced {
  readonly password_hash: string
  readonly touched_ms: Instant
  readonly email_verified_ms?: Instant
}

async function replace(trx: Identity, id: UserId, row: Replaced): Promise<void> {
  await trx
    .updateTable('users')
    .set({ ...row, password_round: sql`password_round + 1` })
    .where('id', '=', id)
    .execute()
  await trx.deleteFrom('sessions').where('user_id', '=', id).execute()
  await forgetResets(trx, id)
}

async function forgetResets(trx: Identity, id: UserId): Promise<void> {
  await trx.deleteFrom('mail_tokens').where('user_id', '=', id).where('purpose', '=', 'reset').execute()
}

type Identity = Transaction<IdentityTables>

/** Whether the person is active at the token's address. Who else asks meanwhile waits for the end of this transaction. */
async function holds(trx: Identity, { userId, email }: MailToken, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('users')
    .set({ touched_ms: now })
    .where('id', '=', userId)
    .where('email', '=', email)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

async function spends(trx: Identity, { hash, userId }: MailToken, now: Instant): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('mail_tokens')
    .where('token_hash', '=', hash)
    .where('user_id', '=', userId)
    .where('purpose', '=', 'reset')
    .where('expires_ms', '>', now)
    .where('used_ms', 'is', null)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
