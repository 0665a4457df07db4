import { type Kysely, sql, type Transaction } from 'kysely'
import type { Attempts } from '../../ports/attempts.ts'
import type { Instant } from '../../ports/clock.ts'
import { unlessThere } from '../sql/unless-there.ts'
import type { IdentityTables } from './schema.ts'
import { whole } from './whole.ts'

export function sqlAttempts(db: Kysely<IdentityTables>): Attempts {
  return {
    async count(keys, windowStartMs) {
      const counted = await whole(db, async (trx) => {
        const hits = new Map<string, number>()
        // In one order, so that no two who count the same keys wait for each other.
        for (const key of [...new Set(keys)].sort()) hits.set(key, await countOne(trx, key, windowStartMs))
        return hits
      })
      return keys.map((key) => counted.get(key) ?? 0)
    },

    async forget(keys) {
      if (keys.length > 0) await db.deleteFrom('login_limits').where('limit_key', 'in', keys).execute()
    },

    async sweep(beforeMs) {
      await db.deleteFrom('login_limits').where('window_start', '<', beforeMs).execute()
    },
  }
}

/** The row stays locked until the transaction ends, so what is read is what this caller has made of it. */
async function countOne(trx: Transaction<IdentityTables>, key: string, start: Instant): Promise<number> {
  if (!(await raised(trx, key, start)) && !(await begun(trx, key, start))) await raised(trx, key, start)
  const { hits } = await trx
    .selectFrom('login_limits')
    .select('hits')
    .where('limit_key', '=', key)
    .where('window_start', '=', start)
    .executeTakeFirstOrThrow()
  return Number(hits)
}

async function raised(trx: Transaction<IdentityTables>, key: string, start: Instant): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('login_limits')
    .set({ hits: sql`hits + 1` })
    .where('limit_key', '=', key)
    .where('window_start', '=', start)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** False when somebody else has begun the window meanwhile. */
function begun(trx: Transaction<IdentityTables>, key: string, start: Instant): Promise<boolean> {
  const row = { limit_key: key, window_start: start, hits: 1 }
  return unlessThere(() => trx.insertInto('login_limits').values(row).execute())
}
