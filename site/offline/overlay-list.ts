import type { TransactionView } from '../../functions/api/transactions.ts'
import type { Transaction } from '../../functions/domain/transaction.ts'
import { transactionView } from '../../functions/views/transaction-view.ts'
import { meantBy } from '../narrowing.ts'
import type { Filter } from '../state/filter.ts'
import type { KnownBook } from './known-book.ts'
import type { Effect } from './waiting.ts'

/** A row that the server does not have yet, or not as it is shown. */
export type Shown = TransactionView & { readonly isWaiting?: true }

interface Page {
  readonly items: readonly Shown[]
  readonly next?: string | undefined
}

export interface ListQuery extends Filter {
  readonly cursor?: string | undefined
}

/** A page of a list with what waits in its place: changed rows as they will be, deleted ones gone, new ones where they sort. */
export function listWith(page: Page, query: ListQuery, effects: readonly Effect[], book: KnownBook): Page {
  const touched = new Set(effects.map(({ id }) => id))
  const kept = page.items.filter(({ id }) => !touched.has(id))
  const isMeant = meantBy(query, book)
  const first = query.cursor === undefined ? undefined : page.items[0]
  const last = page.next === undefined ? undefined : page.items.at(-1)
  const coming = effects
    .flatMap(({ after }) => (after && isMeant(after) ? [after] : []))
    .map((entry): Shown => ({ ...transactionView(entry), isWaiting: true }))
    .filter((row) => (!first || placeOf(row) <= placeOf(first)) && (!last || placeOf(row) >= placeOf(last)))
  if (coming.length === 0 && kept.length === page.items.length) return page
  return { ...page, items: [...kept, ...coming].sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1)) }
}

const placeOf = ({ day, id }: Pick<TransactionView, 'day' | 'id'>) => `${day} ${id}`

interface Days {
  readonly items: readonly { readonly day: string; readonly entries: number }[]
  readonly next?: string | undefined
}

/** How many entries each day has, with what waits. */
export function daysWith(days: Days, query: ListQuery, effects: readonly Effect[], book: KnownBook): Days {
  const counts = new Map(days.items.map(({ day, entries }) => [day, entries]))
  const isMeant = meantBy(query, book)
  const add = (entry: Transaction | undefined, by: number) => {
    if (entry && isMeant(entry)) counts.set(entry.day, (counts.get(entry.day) ?? 0) + by)
  }
  for (const { before, after } of effects) {
    add(before, -1)
    add(after, 1)
  }
  const items = [...counts].filter(([, entries]) => entries > 0).map(([day, entries]) => ({ day, entries }))
  return { ...days, items: items.sort((a, b) => (a.day < b.day ? 1 : -1)) }
}
