import type { Kysely } from 'kysely'
import { refuse } from '../../domain/result.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Transactions } from '../../ports/transactions.ts'
import { apply } from './apply.ts'
import { list } from './list.ts'
import { inLedger } from './lock.ts'
import type { LedgerTables } from './schema.ts'
import { standingOf } from './standing.ts'
import { listTrash, purge } from './trash.ts'

interface Needs {
  /** For payees that entries name for the first time, and for alerts. */
  readonly ids: Ids
  /** Places in an index that a list looks at for one page, about. */
  readonly mostLooked?: number
}

export function sqlTransactions(db: Kysely<LedgerTables>, { ids, mostLooked = 4_096 }: Needs): Transactions {
  return {
    async apply(scope, changes, now) {
      const done = await inLedger(db, scope.ledgerId, (trx) => apply(trx, scope, changes, now, ids))
      return done.ok ? done : refuse({ change: 0, ...done.error })
    },

    async find({ ledgerId }, id) {
      const { stored, trashed } = (await standingOf(db, ledgerId, [id])).get(id) ?? {}
      return stored?.entry ?? (trashed && 'trashed')
    },

    list: (scope, filter, after, limit) => list(db, scope, filter, after, limit, mostLooked),
    trash: (scope, after, limit) => listTrash(db, scope, after, limit),
    purge: (beforeMs, limit) => purge(db, beforeMs, limit),
  }
}
