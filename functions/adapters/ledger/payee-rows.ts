import type { Kysely, Selectable } from 'kysely'
import type { PayeeId } from '../../domain/ids.ts'
import type { Payee } from '../../ports/payees.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import type { LedgerTables, PayeesTable } from './schema.ts'

/** A payee with the step that its merge took, if it is an alias. */
export interface StoredPayee {
  readonly payee: Payee
  readonly target: PayeeId | undefined
}

export async function storedPayee(
  db: Kysely<LedgerTables>,
  scope: LedgerScope,
  id: PayeeId,
): Promise<StoredPayee | undefined> {
  const [payee] = await payeesBy(db, scope, 'id', [id])
  return payee
}

/** Those with these ids or, by `merged_into`, all that are read as one of these. */
export async function payeesBy(
  db: Kysely<LedgerTables>,
  scope: LedgerScope,
  column: 'id' | 'merged_into',
  ids: readonly PayeeId[],
): Promise<readonly StoredPayee[]> {
  const rows = await db
    .selectFrom('payees')
    .selectAll()
    .where('ledger_id', '=', scope.ledgerId)
    .where(column, 'in', ids)
    .orderBy('id')
    .execute()
  return rows.map(storedFrom)
}

export function payeeFrom(row: Selectable<PayeesTable>): Payee {
  return {
    id: row.id as PayeeId,
    version: Number(row.version),
    name: row.name,
    ...(row.merged_into !== null && { mergedInto: row.merged_into as PayeeId }),
  }
}

function storedFrom(row: Selectable<PayeesTable>): StoredPayee {
  return { payee: payeeFrom(row), target: row.merge_target === null ? undefined : (row.merge_target as PayeeId) }
}
