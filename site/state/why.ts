import type { TransactionView } from '../../functions/api/transactions.ts'
import { sum } from '../../functions/domain/money.ts'
import { digitsOf, minorOf, negated, wireOf } from '../figures.ts'
import { type Book, categoryOf } from './book.ts'
import type { Filter } from './filter.ts'
import type { Dialog } from './state.ts'

export type Why = Dialog & { readonly kind: 'why' }

/** One entry behind a figure, with as much of it as counts there. */
export interface Reason {
  readonly entry: TransactionView
  /** With the sign that it has in the figure. */
  readonly amount: string
}

/** The entries that a figure is made of: of its kinds, in its currency, and of split ones the parts that are meant. */
export function reasonsFor(why: Why, items: readonly TransactionView[], book: Book): readonly Reason[] {
  const kinds = why.kinds ?? ['expense', 'refund', 'income']
  const own = items.filter(({ kind, currency }) => kinds.includes(kind) && currency === why.currency)
  const isNet = why.kinds === undefined
  return own.map((entry) => {
    const amount = partOf(entry, why.filter, book)
    const isLess = isNet ? entry.kind === 'expense' : entry.kind === 'refund'
    return { entry, amount: isLess ? negated(amount) : amount }
  })
}

/** What the reasons add up to; the figure itself, where all of them are here. */
export function sumOf(reasons: readonly Reason[], amount: string): string {
  return wireOf(sum(reasons.map((one) => minorOf(one.amount))), digitsOf(amount))
}

function partOf({ amount, splits }: TransactionView, { category }: Filter, book: Book): string {
  if (!category || !splits?.length) return amount
  const parts = splits.filter(({ categoryId }) =>
    category === 'none' ? !categoryId : isWithin(book, categoryId, category),
  )
  return wireOf(sum(parts.map((part) => minorOf(part.amount))), digitsOf(amount))
}

/** A category counts with its children, and with all that is read as one of these. */
function isWithin(book: Book, id: string | undefined, category: string): boolean {
  const [own, wanted] = [categoryOf(book, id), categoryOf(book, category)]
  return own !== undefined && (own.id === wanted?.id || categoryOf(book, own.parentId)?.id === wanted?.id)
}
