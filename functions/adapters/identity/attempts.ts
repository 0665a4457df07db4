import { type Kysely, sql, type Transaction } from 'kysely'
import type { Attempts, Window } from '../../ports/attempts.ts'
import { settled, unseen } from '../sql/settle.ts'
import { unlessThere } from '../sql/unless-there.ts'
import type { IdentityTables } from './schema.ts'
import { whole } from './whole.ts'

export function sqlAttempts(db: Kysely<IdentityTables>): Attempts {
  return {
    async count(windows) {
      const counted = () =>
        whole(db, async (trx) => {
          for (const window of windows) if (!(await countOne(trx, window))) throw new UsedUp(window)
        })
      try {
        // nothing tells one attempt from another: one whose answer was lost may count twice
        await settled(counted, unseen)
        return undefined
      } catch (error) {
        if (error instanceof UsedUp) return error.window
        throw error
      }
    },

    async forget(keys) {
      if (keys.length === 0) return
      await settled(() => db.deleteFrom('login_limits').where('limit_key', 'in', keys).execute(), unseen)
    },

    async sweep(beforeMs) {
      await settled(() => db.deleteFrom('login_limits').where('window_start', '<', beforeMs).execute(), unseen)
    },
  }
}

/** Takes back what was counted before it. */
class UsedUp extends Error {
  readonly window: Window

  constructor(window: Window) {
    super('A window has no room left')
    this.window = window
  }
}

/** The row stays locked until the transaction ends. */
async function countOne(trx: Transaction<IdentityTables>, window: Window): Promise<boolean> {
  return (await raised(trx, window)) || (await begun(trx, window)) || raised(trx, window)
}

async function raised(trx: Transaction<IdentityTables>, { key, startMs, most }: Window): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('login_limits')
    .set({ hits: sql`hits + 1` })
    .where('limit_key', '=', key)
    .where('window_start', '=', startMs)
    .where('hits', '<', most)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** False when it has been begun: long ago, or by somebody else meanwhile. */
const begun = (trx: Transaction<IdentityTables>, { key, startMs }: Window): Promise<boolean> =>
  unlessThere(() => trx.insertInto('login_limits').values({ limit_key: key, window_start: startMs, hits: 1 }).execute())
