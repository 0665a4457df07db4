import { type Kysely, sql } from 'kysely'
import { engineOf } from './engine-of.ts'

/**
 * Deletes up to `limit` of a ledger's rows from a table whose key is the ledger and `rest`; returns how many. MySQL can
 * stop after so many rows; SQLite cannot, but finds them by their keys, which MySQL would do by reading all there are.
 */
export async function deleteSome(
  db: Pick<Kysely<unknown>, 'getExecutor'>,
  table: string,
  rest: readonly string[],
  ledgerId: string,
  limit: number,
): Promise<bigint> {
  const theirs = sql`delete from ${sql.table(table)} where ledger_id = ${ledgerId}`
  const key = sql.join(rest.map((column) => sql.ref(column)))
  const some = sql`select ${key} from ${sql.table(table)} where ledger_id = ${ledgerId} limit ${limit}`
  const statement = engineOf(db) === 'mysql' ? sql`${theirs} limit ${limit}` : sql`${theirs} and (${key}) in (${some})`
  const { numAffectedRows = 0n } = await statement.execute(db)
  return numAffectedRows
}
