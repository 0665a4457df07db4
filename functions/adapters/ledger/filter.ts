import { type Kysely, type RawBuilder, sql } from 'kysely'
import { boundIn } from '../../domain/bound.ts'
import { categoryTree } from '../../domain/category-tree.ts'
import type { CategoryId, LedgerId, PayeeId } from '../../domain/ids.ts'
import type { CategoryKind } from '../../domain/transaction.ts'
import type { Filter } from '../../ports/transactions.ts'
import type { LedgerTables } from './schema.ts'
import type { Stream } from './streams.ts'
import { tagKey } from './words.ts'

/** One way in which a filter narrows: as streams to read from, where an index has it, and as a condition on `t`. */
export interface Narrowing {
  readonly condition: RawBuilder<unknown>
  readonly streams?: readonly Stream[]
}

/** All but days and text, the one that likely leaves the fewest first. Undefined when nothing can match. */
export async function narrowings(
  db: Kysely<LedgerTables>,
  ledgerId: LedgerId,
  filter: Filter,
): Promise<readonly Narrowing[] | undefined> {
  const { tag, payeeId, categoryId, accountId, kind, currency, min, max } = filter
  const payees = payeeId && (await payeeFamily(db, ledgerId, payeeId))
  const categories = categoryId && categoryId !== 'none' ? await categoryFamily(db, ledgerId, categoryId) : undefined
  if (payees?.length === 0 || categories?.length === 0) return undefined

  const all = [
    tag !== undefined && byTag(tagKey(tag)),
    payees && byPayee(payees),
    categories && byCategory(categories),
    categoryId === 'none' && uncategorised,
    categoryId === 'none' && noTransfer,
    accountId && byAccount(accountId),
    kind && { condition: sql`t.kind = ${kind}` },
    currency && { condition: sql`t.currency = ${currency}` },
    min !== undefined && { condition: sql`t.amount >= ${boundary(min, 'min')}` },
    max !== undefined && { condition: sql`t.amount <= ${boundary(max, 'max')}` },
  ]
  return all.filter((one) => typeof one === 'object')
}

const lines = sql.table('lines')
const itsLines = sql`${lines} l where l.ledger_id = t.ledger_id and l.tx_id = t.id`

function byTag(key: string): Narrowing {
  const its = sql`g.ledger_id = t.ledger_id and g.tag_key = ${key} and g.day = t.day and g.tx_id = t.id`
  return {
    condition: sql`exists (select 1 from tags g where ${its})`,
    streams: [{ table: 'tags', column: 'tag_key', value: key }],
  }
}

function byPayee(payees: readonly PayeeId[]): Narrowing {
  return {
    condition: sql`t.payee_id in (${sql.join(payees)})`,
    streams: payees.map((value) => ({ table: 'lines', column: 'payee_id', value })),
  }
}

function byCategory(categories: readonly CategoryId[]): Narrowing {
  return {
    condition: sql`exists (select 1 from ${itsLines} and l.category_id in (${sql.join(categories)}))`,
    streams: categories.map((value) => ({ table: 'lines', column: 'category_id', value })),
  }
}

const uncategorised: Narrowing = {
  condition: sql`exists (select 1 from ${itsLines} and l.category_id is null)`,
  streams: [{ table: 'lines', column: 'category_id', value: null }],
}

/** A transfer has no category, but it is not one that somebody left out. */
const noTransfer: Narrowing = { condition: sql`t.kind <> 'transfer'` }

function byAccount(accountId: string): Narrowing {
  return {
    condition: sql`(t.account_id = ${accountId} or t.to_account_id = ${accountId})`,
    streams: [
      { table: 'lines', column: 'account_id', value: accountId },
      { table: 'transactions', column: 'to_account_id', value: accountId },
    ],
  }
}

/** How many minor units a bound is depends on how many digits the row's currency has. */
function boundary(text: string, end: 'min' | 'max'): RawBuilder<unknown> {
  const [none, two, three] = [0, 2, 3].map((digits) => boundIn(text, digits, end))
  return sql`case t.digits when 0 then ${none} when 3 then ${three} else ${two} end`
}

/** The category that this one is read as, its children and all aliases of these. */
async function categoryFamily(db: Kysely<LedgerTables>, ledgerId: LedgerId, id: CategoryId) {
  const { rows } = await sql<{ id: string; kind: CategoryKind; parent_id: string | null; merged_into: string | null }>`
    select id, kind, parent_id, merged_into from categories where ledger_id = ${ledgerId}`.execute(db)
  const places = rows.map((row) => ({
    id: row.id as CategoryId,
    kind: row.kind,
    ...(row.parent_id !== null && { parentId: row.parent_id as CategoryId }),
    ...(row.merged_into !== null && { mergedInto: row.merged_into as CategoryId }),
  }))
  return categoryTree(places).family(id)
}

/** The payee that this one is read as, and all its aliases. */
async function payeeFamily(db: Kysely<LedgerTables>, ledgerId: LedgerId, id: PayeeId): Promise<readonly PayeeId[]> {
  const root = sql`(select coalesce(merged_into, id) from payees where ledger_id = ${ledgerId} and id = ${id})`
  const { rows } = await sql<{ id: PayeeId }>`
    select id from payees where ledger_id = ${ledgerId} and id = ${root}
    union all select id from payees where ledger_id = ${ledgerId} and merged_into = ${root}`.execute(db)
  return rows.map((row) => row.id)
}
