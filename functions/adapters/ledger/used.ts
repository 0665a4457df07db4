import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { AccountId, CategoryId, PayeeId } from '../../domain/ids.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import type { LedgerTables } from './schema.ts'

// Whatever an entry names, one in the trash too for it may come back, must stay. One statement each.

type Trx = Transaction<LedgerTables>

export function accountIsUsed(trx: Trx, scope: LedgerScope, id: AccountId): Promise<boolean> {
  return any(trx, [
    sql`select 1 from ${lines} where ledger_id = ${scope.ledgerId} and account_id = ${id}`,
    sql`select 1 from transactions where ledger_id = ${scope.ledgerId} and to_account_id = ${id}`,
    sql`select 1 from statements where ledger_id = ${scope.ledgerId} and account_id = ${id}`,
    inTrash(scope, id),
  ])
}

export function categoryIsUsed(trx: Trx, scope: LedgerScope, id: CategoryId): Promise<boolean> {
  return any(trx, [
    sql`select 1 from ${lines} where ledger_id = ${scope.ledgerId} and category_id = ${id}`,
    sql`select 1 from budgets where ledger_id = ${scope.ledgerId} and category_id = ${id}`,
    inTrash(scope, id),
  ])
}

export function payeeIsUsed(trx: Trx, scope: LedgerScope, id: PayeeId): Promise<boolean> {
  return any(trx, [
    sql`select 1 from ${lines} where ledger_id = ${scope.ledgerId} and payee_id = ${id}`,
    inTrash(scope, id),
  ])
}

/** Reserved in MySQL. */
const lines = sql.table('lines')

/** An entry in the trash is text; ids in it are long enough to be nothing else. */
const inTrash = ({ ledgerId }: LedgerScope, id: string) =>
  sql`select 1 from trash where ledger_id = ${ledgerId} and body like ${`%${id}%`}`

async function any(trx: Trx, selects: readonly RawBuilder<unknown>[]): Promise<boolean> {
  const exists = sql.join(
    selects.map((select) => sql`exists (${select})`),
    sql` or `,
  )
  const { rows } = await sql<{ used: unknown }>`select ${exists} as used`.execute(trx)
  return Number(rows[0]?.used) === 1
}
