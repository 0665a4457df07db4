import { type Kysely, sql } from 'kysely'
import type { LedgerId, UserId } from '../../domain/ids.ts'
import { ok } from '../../domain/result.ts'
import type { Instant } from '../../ports/clock.ts'
import type { Principals } from '../../ports/principals.ts'
import { deleteSome } from '../sql/delete-some.ts'
import { retrying } from '../sql/transaction.ts'
import { inLedger } from './lock.ts'
import type { LedgerTables } from './schema.ts'

export function sqlPrincipals(db: Kysely<LedgerTables>): Principals {
  async function validFrom(userId: UserId): Promise<Instant> {
    const row = await db
      .selectFrom('principals')
      .select('valid_from_ms')
      .where('user_id', '=', userId)
      .executeTakeFirst()
    return Number(row?.valid_from_ms ?? 0)
  }

  return {
    validFrom,

    async shutOut(userId, now) {
      await db
        .updateTable('principals')
        .set({ valid_from_ms: pastAllIssued(now) })
        .where('user_id', '=', userId)
        .execute()
      return validFrom(userId)
    },

    async beginLeaving(userId, now) {
      await db
        .updateTable('principals')
        .set({ valid_from_ms: pastAllIssued(now), state: 'leaving' })
        .where('user_id', '=', userId)
        .execute()
    },

    async owned(userId) {
      const rows = await db
        .selectFrom('memberships as mine')
        .leftJoin('memberships as others', (join) =>
          join.onRef('others.ledger_id', '=', 'mine.ledger_id').on('others.user_id', '!=', userId),
        )
        .select(['mine.ledger_id as id', 'others.role'])
        .where('mine.user_id', '=', userId)
        .where('mine.role', '=', 'owner')
        .orderBy('mine.ledger_id')
        .execute()
      const shared = new Set(rows.filter(({ role }) => role !== null).map(({ id }) => id))
      const safe = new Set(rows.filter(({ role }) => role === 'owner').map(({ id }) => id))
      const ids = [...new Set(rows.map(({ id }) => id))]
      return {
        alone: ids.filter((id) => !shared.has(id)) as LedgerId[],
        soleOwnerOf: ids.filter((id) => shared.has(id) && !safe.has(id)) as LedgerId[],
      }
    },

    async removeLedger(ledgerId, limit) {
      const done = await inLedger(db, ledgerId, async (trx) => {
        let some = false
        for (const [table, rest] of Object.entries(contents)) {
          if ((await deleteSome(trx, table, rest, ledgerId, limit)) >= BigInt(limit)) some = true
        }
        // The lock is ours: a table that has given fewer than it could is empty and stays so. What names the owner and
        // the ledger goes last, for without it nobody would find the rest again.
        if (some) return ok(false)
        await trx.deleteFrom('ledger_rules').where('ledger_id', '=', ledgerId).execute()
        await trx.deleteFrom('memberships').where('ledger_id', '=', ledgerId).execute()
        await trx.deleteFrom('ledgers').where('id', '=', ledgerId).execute()
        return ok(true)
      })
      return done.ok ? done.value : true
    },

    async leaving(limit) {
      const rows = await db
        .selectFrom('principals')
        .select('user_id')
        .where('state', '=', 'leaving')
        .orderBy('user_id')
        .limit(limit)
        .execute()
      return rows.map(({ user_id }) => user_id as UserId)
    },

    async remove(userId) {
      await retrying({ random: Math.random }, () =>
        db.transaction().execute(async (trx) => {
          for (const table of ['memberships', 'api_tokens', 'principals'] as const) {
            await trx.deleteFrom(table).where('user_id', '=', userId).execute()
          }
        }),
      )
    },
  }
}

/**
 * The latest token can have been issued at `now`, or at the value before and one, which may lie a little ahead of it:
 * tokens are good from their own `iat_ms` on, so the new value lies past both. It grows, whatever the clock does.
 */
function pastAllIssued(now: Instant) {
  const next = now + 1
  return sql<bigint>`case when valid_from_ms + 2 > ${next} then valid_from_ms + 2 else ${next} end`
}

type Contents = Exclude<keyof LedgerTables, 'ledgers' | 'ledger_rules' | 'memberships' | 'principals'>

/** Every table with what is in a ledger, and what beside the ledger makes its rows' key. One left out does not compile. */
const contents: { readonly [Table in Contents]: readonly (keyof LedgerTables[Table] & string)[] } = {
  terms: ['term', 'day', 'tx_id'],
  tags: ['tag_key', 'day', 'tx_id'],
  lines: ['tx_id', 'n'],
  totals: ['face', 'grain', 'start', 'key_id', 'currency'],
  transactions: ['id'],
  trash: ['tx_id'],
  alerts: ['budget_id', 'period_start', 'threshold'],
  budget_limits: ['budget_id', 'effective_from'],
  limit_rules: ['budget_id', 'effective_from'],
  budgets: ['id'],
  origins: ['list', 'row_id'],
  payees: ['id'],
  categories: ['id'],
  accounts: ['id'],
  api_tokens: ['id'],
  open_items: ['account_id', 'day', 'tx_id'],
  statements: ['account_id', 'day'],
}
