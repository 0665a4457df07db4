import { sql } from 'kysely'
import type { Currency } from '../../domain/currency.ts'
import type { Day } from '../../domain/day.ts'
import type { AccountId, CategoryId, PayeeId, TransactionId } from '../../domain/ids.ts'
import { fromStore } from '../../domain/money.ts'
import type { Mutable } from '../../domain/mutable.ts'
import type { Split, Transaction, TransactionKind } from '../../domain/transaction.ts'

type WholeRead = bigint | number | string

/** A row of `entrySelect`: an entry with its payee's name, all but the splits. */
export interface EntryRow {
  readonly id: string
  readonly version: WholeRead
  readonly kind: TransactionKind
  readonly day: string
  readonly amount: WholeRead
  readonly currency: string
  readonly digits: WholeRead
  readonly account_id: string
  readonly to_account_id: string | null
  readonly to_amount: WholeRead | null
  readonly to_currency: string | null
  readonly to_digits: WholeRead | null
  readonly category_id: string | null
  readonly payee_id: string | null
  /** The payee's own name, and that of the payee it is merged into. */
  readonly payee_name: string | null
  readonly payee_now: string | null
  readonly note: string | null
  readonly tags: string
  readonly original_amount: WholeRead | null
  readonly original_currency: string | null
  readonly original_digits: WholeRead | null
  readonly split_count: WholeRead
  readonly body_hash: string
  readonly created_ms: WholeRead
}

const own = [
  ...['id', 'version', 'kind', 'day', 'amount', 'currency', 'digits', 'account_id'],
  ...['to_account_id', 'to_amount', 'to_currency', 'to_digits', 'category_id', 'payee_id', 'note', 'tags'],
  ...['original_amount', 'original_currency', 'original_digits', 'split_count', 'body_hash', 'created_ms'],
]

export const entryColumns = `${own.map((name) => `t.${name}`).join(', ')}, p.name as payee_name, m.name as payee_now`

export const entryJoins = `left join payees p on p.ledger_id = t.ledger_id and p.id = t.payee_id
left join payees m on m.ledger_id = p.ledger_id and m.id = p.merged_into`

/** Goes before a `where` on `t`: sql<EntryRow>`${entrySelect} where t.ledger_id = ${id} and …`. */
export const entrySelect = sql.raw(`select ${entryColumns} from transactions t ${entryJoins}`)

/** The payee keeps its id when it is merged, so that a merge can be undone, and shows the name of the other. */
export function entryFrom(row: EntryRow, splits: readonly Split[] = []): Transaction {
  const entry: Mutable<Transaction> = {
    id: row.id as TransactionId,
    version: Number(row.version),
    kind: row.kind,
    day: row.day as Day,
    amount: fromStore(row.amount),
    currency: currencyFrom(row.currency, row.digits),
    accountId: row.account_id as AccountId,
    tags: tagsFrom(row.tags),
    splits,
  }
  if (row.to_account_id !== null && row.to_amount !== null && row.to_currency !== null) {
    entry.to = {
      accountId: row.to_account_id as AccountId,
      amount: fromStore(row.to_amount),
      currency: currencyFrom(row.to_currency, row.to_digits),
    }
  }
  if (row.category_id !== null) entry.categoryId = row.category_id as CategoryId
  if (row.payee_id !== null) {
    entry.payee = { id: row.payee_id as PayeeId, name: row.payee_now ?? row.payee_name ?? '' }
  }
  if (row.note !== null) entry.note = row.note
  if (row.original_amount !== null && row.original_currency !== null) {
    entry.original = {
      amount: fromStore(row.original_amount),
      currency: currencyFrom(row.original_currency, row.original_digits),
    }
  }
  return entry
}

export interface SplitRow {
  readonly tx_id: string
  readonly category_id: string | null
  readonly amount: WholeRead
  readonly note: string | null
}

/** The splits of each entry, in their order; the rows come by (tx_id, n). */
export function splitsFrom(rows: readonly SplitRow[]): ReadonlyMap<string, readonly Split[]> {
  const splits = new Map<string, Split[]>()
  for (const row of rows) {
    const sofar = splits.get(row.tx_id) ?? []
    sofar.push({
      amount: fromStore(row.amount),
      ...(row.category_id !== null && { categoryId: row.category_id as CategoryId }),
      ...(row.note !== null && { note: row.note }),
    })
    splits.set(row.tx_id, sofar)
  }
  return splits
}

export function currencyFrom(code: string, digits: WholeRead | null): Currency {
  return { code, digits: Number(digits) }
}

/** '' for none: most entries have no tags, and an empty array would cost two characters in each. */
export const tagsText = (tags: readonly string[]): string => (tags.length === 0 ? '' : JSON.stringify(tags))

const tagsFrom = (text: string): readonly string[] => (text === '' ? [] : JSON.parse(text))
