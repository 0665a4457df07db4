import { type Kysely, type Selectable, sql } from 'kysely'
import type { AccountId, CategoryId } from '../../domain/ids.ts'
import type { TransactionKind } from '../../domain/transaction.ts'
import type { ListedPayee, Payees } from '../../ports/payees.ts'
import { nameKey } from './name-key.ts'
import { payeeFrom } from './payee-rows.ts'
import type { LedgerTables, PayeesTable } from './schema.ts'

/** A payee's row beside the entry that named it last. */
type ListedRow = Selectable<PayeesTable> & {
  readonly last_kind: TransactionKind | null
  readonly last_account: string | null
  readonly last_category: string | null
}

/** Payees by name, each with its latest entry, its category as it is read: one step into the index of lines per
 * payee of the page. */
export async function listPayees(
  db: Kysely<LedgerTables>,
  ...[{ ledgerId }, { prefix, after, limit }]: Parameters<Payees['list']>
): Promise<readonly ListedPayee[]> {
  const key = nameKey(prefix)
  const begins = key ? sql`and p.name_key >= ${key} and p.name_key < ${key + highest}` : sql``
  const comesAfter = after === undefined ? sql`` : sql`and p.name_key > ${nameKey(after)}`
  const { rows } = await sql<ListedRow>`
    select p.*, t.kind as last_kind, t.account_id as last_account,
      coalesce(c.merged_into, t.category_id) as last_category
    from payees p
    left join transactions t on t.ledger_id = p.ledger_id and t.id = (
      select l.tx_id from ${sql.table('lines')} l where l.ledger_id = p.ledger_id and l.payee_id = p.id
      order by l.day desc, l.tx_id desc limit 1)
    left join categories c on c.ledger_id = t.ledger_id and c.id = t.category_id
    where p.ledger_id = ${ledgerId} ${begins} ${comesAfter} order by p.name_key limit ${limit}`.execute(db)
  return rows.map(fromRow)
}

/** No folded name begins with it. */
const highest = '\u{10ffff}'

function fromRow(row: ListedRow): ListedPayee {
  const { last_kind: kind, last_account: accountId, last_category: categoryId } = row
  if (kind === null || accountId === null) return payeeFrom(row)
  const filed = categoryId === null ? {} : { categoryId: categoryId as CategoryId }
  return { ...payeeFrom(row), last: { kind, accountId: accountId as AccountId, ...filed } }
}
