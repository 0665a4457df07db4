import { type Kysely, sql } from 'kysely'
import type { LedgerId } from '../../domain/ids.ts'
import type { Split } from '../../domain/transaction.ts'
import { type EntryRow, type SplitRow, splitsFrom } from './rows.ts'
import type { LedgerTables } from './schema.ts'

/** The splits of those rows that have some; no statement where none has. */
export async function splitsOf(
  db: Kysely<LedgerTables>,
  ledgerId: LedgerId,
  rows: readonly Pick<EntryRow, 'id' | 'split_count'>[],
): Promise<ReadonlyMap<string, readonly Split[]>> {
  const split = rows.filter((row) => Number(row.split_count) > 0).map(({ id }) => id)
  if (split.length === 0) return new Map()

  const { rows: found } = await sql<SplitRow>`
    select tx_id, category_id, amount, note from ${sql.table('lines')}
    where ledger_id = ${ledgerId} and tx_id in (${sql.join(split)}) order by tx_id, n`.execute(db)
  return splitsFrom(found)
}
