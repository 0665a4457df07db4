import type { Kysely } from 'kysely'
import type { LedgerId, TransactionId } from '../../domain/ids.ts'
import { rowsOf } from '../sql/piece.ts'
import { among } from './bulk.ts'
import { type EntryRow, entryColumns, entryJoins } from './rows.ts'
import type { LedgerTables } from './schema.ts'
import { splitsOf } from './splits.ts'
import { type Stored, storedFrom } from './stored.ts'
import { trashedAmong } from './trash.ts'

/** How things stand for an id before a change: it is nowhere, in the ledger, or in the trash. */
export interface Standing {
  readonly stored?: Stored
  readonly trashed?: Stored
}

/** How things stand for these ids. The trash is looked into only for those that are not in the ledger. */
export async function standingOf(
  db: Kysely<LedgerTables>,
  ledgerId: LedgerId,
  ids: readonly TransactionId[],
): Promise<ReadonlyMap<TransactionId, Standing>> {
  const { text, values } = among(ids)
  const rows = await rowsOf<EntryRow>(db, {
    text: `select ${entryColumns} from transactions t ${entryJoins} where t.ledger_id = ? and t.id in ${text}`,
    values: [ledgerId, ...values],
  })
  const splits = await splitsOf(db, ledgerId, rows)
  const live = new Map(rows.map((row) => [row.id, storedFrom(row, splits.get(row.id))]))
  const trashed = await trashedAmong(
    db,
    ledgerId,
    ids.filter((id) => !live.has(id)),
  )
  return new Map(ids.map((id) => [id, standing(live.get(id), trashed.get(id))]))
}

function standing(stored: Stored | undefined, trashed: Stored | undefined): Standing {
  return { ...(stored && { stored }), ...(trashed && { trashed }) }
}
