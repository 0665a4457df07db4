import type { Kysely, Transaction } from 'kysely'
import { retrying } from '../sql/transaction.ts'
import type { IdentityTables } from './schema.ts'

/** One transaction, run again when the engine gave it up for another's sake: so `work` asks this database and no more. */
export function whole<T>(
  db: Kysely<IdentityTables>,
  work: (trx: Transaction<IdentityTables>) => Promise<T>,
): Promise<T> {
  return retrying({ random: Math.random }, () => db.transaction().execute(work))
}
