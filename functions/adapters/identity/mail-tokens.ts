import type { Kysely, Selectable } from 'kysely'
import type { UserId } from '../../domain/ids.ts'
import type { Instant } from '../../ports/clock.ts'
import type { MailToken, MailTokens } from '../../ports/mail-tokens.ts'
import type { IdentityTables, MailTokensTable } from './schema.ts'

export function sqlMailTokens(db: Kysely<IdentityTables>): MailTokens {
  const read = async (hash: string): Promise<MailToken | undefined> => {
    const row = await db.selectFrom('mail_tokens').selectAll().where('token_hash', '=', hash).executeTakeFirst()
    return row && fromRow(row)
  }

  return {
    async add(token) {
      await db
        .insertInto('mail_tokens')
        .values({
          token_hash: token.hash,
          user_id: token.userId,
          purpose: token.purpose,
          email: token.email,
          created_ms: token.createdMs,
          expires_ms: token.expiresMs,
          used_ms: null,
        })
        .execute()
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
      const { numUpdatedRows } = await db
        .updateTable('mail_tokens')
        .set({ used_ms: now })
        .where('token_hash', '=', hash)
        .where('expires_ms', '>', now)
        .where('used_ms', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows === 1n ? read(hash) : undefined
    },

    async sweep(beforeMs) {
      await db.deleteFrom('mail_tokens').where('expires_ms', '<', beforeMs).execute()
    },
  }
}

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
