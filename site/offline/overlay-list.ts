import type { TransactionView } from '../../functions/api/transactions.ts'
import { fold } from '../../functions/domain/fold.ts'
import { queryTerms, termsOf } from '../../functions/domain/terms.ts'
import type { Transaction } from '../../functions/domain/transaction.ts'
import { transactionView } from '../../functions/views/transaction-view.ts'
import type { KnownBook } from './known-book.ts'
import type { Effect } from './waiting.ts'

/** A row that the server does not have yet, or not as it is shown. */
export type Shown = TransactionView & { readonly isWaiting?: true }

interface Page {
  readonly items: readonly Shown[]
  readonly next?: string | undefined
}

export interface ListQuery {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly account?: string | undefined
  readonly category?: string | undefined
  readonly payee?: string | undefined
  readonly kind?: string | undefined
  readonly tag?: string | undefined
  readonly text?: string | undefined
  readonly limit?: string | undefined
  readonly cursor?: string | undefined
}

/** A page of a list with what waits in its place: changed rows as they will be, deleted ones gone, new ones where they sort. */
export function listWith(page: Page, query: ListQuery, effects: readonly Effect[], book: KnownBook): Page {
  const touched = new Set(effects.map(({ id }) => id))
  const kept = page.items.filter(({ id }) => !touched.has(id))
  const first = query.cursor === undefined ? undefined : page.items[0]
  const last = page.next === undefined ? undefined : page.items.at(-1)
  const coming = effects
    .flatMap(({ after }) => (after && meets(after, query, book) ? [after] : []))
    .map((entry): Shown => ({ ...transactionView(entry), isWaiting: true }))
    .filter((row) => (!first || placeOf(row) <= placeOf(first)) && (!last || placeOf(row) >= placeOf(last)))
  if (coming.length === 0 && kept.length === page.items.length) return page
  return { ...page, items: [...kept, ...coming].sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1)) }
}

const placeOf = ({ day, id }: Pick<TransactionView, 'day' | 'id'>) => `${day} ${id}`

function meets(entry: Transaction, query: ListQuery, { tree }: KnownBook): boolean {
  const { from = '', to = '9', account, category, payee, kind, tag, text } = query
  const filed = entry.splits.length > 0 ? entry.splits.map((one) => one.categoryId) : [entry.categoryId]
  const family: readonly (string | undefined)[] =
    category === undefined ? filed : category === 'none' ? [undefined] : tree.family(category)
  const notes = [entry.payee?.name, entry.note, ...entry.splits.map(({ note }) => note)]
  const words = termsOf(...notes.filter((one) => one !== undefined))
  return (
    from <= entry.day &&
    entry.day <= to &&
    (account === undefined || entry.accountId === account || entry.to?.accountId === account) &&
    filed.some((one) => family.includes(one)) &&
    (payee === undefined || entry.payee?.id === payee) &&
    (kind === undefined || entry.kind === kind) &&
    (tag === undefined || entry.tags.some((one) => fold(one) === fold(tag))) &&
    (text === undefined || queryTerms(text).every((prefix) => words.some((word) => word.startsWith(prefix))))
  )
}

interface Days {
  readonly items: readonly { readonly day: string; readonly entries: number }[]
  readonly next?: string | undefined
}

/** How many entries each day has, with what waits. */
export function daysWith(days: Days, query: ListQuery, effects: readonly Effect[], book: KnownBook): Days {
  const counts = new Map(days.items.map(({ day, entries }) => [day, entries]))
  const add = (entry: Transaction | undefined, by: number) => {
    if (entry && meets(entry, query, book)) counts.set(entry.day, (counts.get(entry.day) ?? 0) + by)
  }
  for (const { before, after } of effects) {
    add(before, -1)
    add(after, 1)
  }
  const items = [...counts].filter(([, entries]) => entries > 0).map(([day, entries]) => ({ day, entries }))
  return { ...days, items: items.sort((a, b) => (a.day < b.day ? 1 : -1)) }
}
