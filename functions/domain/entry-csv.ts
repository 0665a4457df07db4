import { type CategoryPlace, categoryTree } from './category-tree.ts'
import { type Cell, csvLine, listCell } from './csv.ts'
import { formatAmount } from './money.ts'
import type { Split, Transaction } from './transaction.ts'

/** By id. */
export interface CsvNames {
  readonly accounts: ReadonlyMap<string, string>
  readonly categories: ReadonlyMap<string, CategoryName>
}

interface CategoryName {
  readonly name: string
  /** Of the upper category, for one of the lower level: several may have one name. */
  readonly parent?: string
}

interface Named {
  readonly id: string
  readonly name: string
}

/** What lines call accounts and categories: one that is merged has the name of that which it is read as. */
export function csvNames(accounts: readonly Named[], categories: readonly (Named & CategoryPlace)[]): CsvNames {
  const { read, parent } = categoryTree(categories)
  const nameOf = (category: (typeof categories)[number]): CategoryName => {
    const meant = read(category.id) ?? category
    const upper = parent(meant)
    return { name: meant.name, ...(upper && { parent: upper.name }) }
  }
  return {
    accounts: new Map(accounts.map(({ id, name }) => [id, name])),
    categories: new Map(categories.map((category) => [category.id, nameOf(category)])),
  }
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
  'parent category',
] as const

/** Columns may be added at the end; those that are there keep their names, their order and their meaning. */
export const csvHead: string = csvLine([...csvColumns])

/**
 * One line per split, one for an entry without splits. Amounts are positive decimals with a point, the kind says which way
 * the money went; `split` counts from 1 and is empty for a whole entry; `note` and `tags` (a list, see `listCell`) are the
 * entry's on each of its lines, `split note` is the split's own. `parent category` is empty for one of the upper level.
 */
export function csvLines(entry: Transaction, names: CsvNames): readonly string[] {
  if (entry.splits.length === 0) return [line(entry, names, entry)]
  return entry.splits.map((split, n) => line(entry, names, split, n + 1))
}

function line(entry: Transaction, names: CsvNames, part: Split, place?: number): string {
  const { to, original, currency } = entry
  const category = names.categories.get(part.categoryId ?? '')
  const cells: { readonly [Column in (typeof csvColumns)[number]]: Cell } = {
    date: entry.day,
    kind: entry.kind,
    amount: { number: formatAmount(part.amount, currency) },
    currency: currency.code,
    account: names.accounts.get(entry.accountId) ?? '',
    'to account': names.accounts.get(to?.accountId ?? '') ?? '',
    'to amount': to ? { number: formatAmount(to.amount, to.currency) } : '',
    'to currency': to?.currency.code ?? '',
    category: category?.name ?? '',
    payee: entry.payee?.name ?? '',
    note: entry.note ?? '',
    tags: listCell(entry.tags),
    'original amount': original ? { number: formatAmount(original.amount, original.currency) } : '',
    'original currency': original?.currency.code ?? '',
    split: place === undefined ? '' : { number: String(place) },
    id: entry.id,
    'split note': place === undefined ? '' : (part.note ?? ''),
    'parent category': category?.parent ?? '',
  }
  return csvLine(csvColumns.map((column) => cells[column]))
}
