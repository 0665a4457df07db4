import { type CategoryPlace, categoryTree } from './category-tree.ts'
import { type Cell, csvLine, listCell } from './csv.ts'
import { formatAmount } from './money.ts'
import type { Split, Transaction } from './transaction.ts'

/** By id, of accounts and categories. */
type Names = ReadonlyMap<string, string>

interface Named {
  readonly id: string
  readonly name: string
}

/** What lines call accounts and categories: one that is merged has the name of that which it is read as. */
export function csvNames(accounts: readonly Named[], categories: readonly (Named & CategoryPlace)[]): Names {
  const { read } = categoryTree(categories)
  const meant = categories.map((category) => ({ id: category.id, name: (read(category.id) ?? category).name }))
  return new Map([...accounts, ...meant].map(({ id, name }) => [id, name]))
}

/** The names of a line's cells, in their order. */
export const csvColumns = [
  'date',
  'kind',
  'amount',
  'currency',
  'account',
  'to account',
  'to amount',
  'to currency',
  'category',
  'payee',
  'note',
  'tags',
  'original amount',
  'original currency',
  'split',
  'id',
  'split note',
] as const

/** Columns may be added at the end; those that are there keep their names, their order and their meaning. */
export const csvHead: string = csvLine([...csvColumns])

/**
 * One line per split, one for an entry without splits. Amounts are positive decimals with a point, the kind says which way
 * the money went; `split` counts from 1 and is empty for a whole entry; `note` and `tags` (a list, see `listCell`) are the
 * entry's on each of its lines, `split note` is the split's own.
 */
export function csvLines(entry: Transaction, names: Names): readonly string[] {
  if (entry.splits.length === 0) return [line(entry, names, entry)]
  return entry.splits.map((split, n) => line(entry, names, split, n + 1))
}

function line(entry: Transaction, names: Names, part: Split, place?: number): string {
  const { to, original, currency } = entry
  const name = (id: string | undefined) => (id === undefined ? '' : (names.get(id) ?? ''))
  const cells: { readonly [Column in (typeof csvColumns)[number]]: Cell } = {
    date: entry.day,
    kind: entry.kind,
    amount: { number: formatAmount(part.amount, currency) },
    currency: currency.code,
    account: name(entry.accountId),
    'to account': name(to?.accountId),
    'to amount': to ? { number: formatAmount(to.amount, to.currency) } : '',
    'to currency': to?.currency.code ?? '',
    category: name(part.categoryId),
    payee: entry.payee?.name ?? '',
    note: entry.note ?? '',
    tags: listCell(entry.tags),
    'original amount': original ? { number: formatAmount(original.amount, original.currency) } : '',
    'original currency': original?.currency.code ?? '',
    split: place === undefined ? '' : { number: String(place) },
    id: entry.id,
    'split note': place === undefined ? '' : (part.note ?? ''),
  }
  return csvLine(csvColumns.map((column) => cells[column]))
}
