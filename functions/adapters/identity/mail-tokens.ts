import type { Kysely, Selectable } from 'kysely'
import type { UserId } from '../../domain/ids.ts'
import type { Instant } from '../../ports/clock.ts'
import type { MailToken, MailTokens } from '../../ports/mail-tokens.ts'
import { settled, unseen } from '../sql/settle.ts'
import { unlessThere } from '../sql/unless-there.ts'
import type { IdentityTables, MailTokensTable } from './schema.ts'

export function sqlMailTokens(db: Kysely<IdentityTables>): MailTokens {
  const read = async (hash: string): Promise<MailToken | undefined> => {
    const row = await db.selectFrom('mail_tokens').selectAll().where('token_hash', '=', hash).executeTakeFirst()
    return row && fromRow(row)
  }

  return {
    async add(token) {
      const row = mailTokenRow(token)
      // a secret is nobody else's: one that is there was sent twice
      await settled(() => unlessThere(() => db.insertInto('mail_tokens').values(row).execute()), unseen)
    },

    async find(hash: string, now: Instant) {
      const row = await db
        .selectFrom('mail_tokens')
        .selectAll()
        .where('token_hash', '=', hash)
        .where('expires_ms', '>', now)
        .where('used_ms', 'is', null)
        .executeTakeFirst()
      return row && fromRow(row)
    },

    async spend(hash, now) {
      const spent = async () => {
        const { numUpdatedRows } = await db
          .updateTable('mail_tokens')
          .set({ used_ms: now })
          .where('token_hash', '=', hash)
          .where('expires_ms', '>', now)
          .where('used_ms', 'is', null)
          .executeTakeFirst()
        return numUpdatedRows === 1n
      }
      const seen = async () => {
        const row = await db
          .selectFrom('mail_tokens')
          .select('used_ms')
          .where('token_hash', '=', hash)
          .executeTakeFirst()
        return Number(row?.used_ms) === now || undefined
      }
      return (await settled(spent, seen)) ? read(hash) : undefined
    },

    async remove(hash) {
      await settled(() => db.deleteFrom('mail_tokens').where('token_hash', '=', hash).execute(), unseen)
    },

    async sweep(beforeMs) {
      await settled(() => db.deleteFrom('mail_tokens').where('expires_ms', '<', beforeMs).execute(), unseen)
    },
  }
}

export const mailTokenRow = (token: MailToken) => ({
  token_hash: token.hash,
  user_id: token.userId,
  purpose: token.purpose,
  email: token.email,
  created_ms: token.createdMs,
  expires_ms: token.expiresMs,
  used_ms: null,
})

function fromRow(row: Selectable<MailTokensTable>): MailToken {
  return {
    hash: row.token_hash,
    userId: row.user_id as UserId,
    purpose: row.purpose,
    email: row.email,
    createdMs: Number(row.created_ms),
    expiresMs: Number(row.expires_ms),
  }
}
