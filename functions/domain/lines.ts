import type { Currency } from './currency.ts'
import { type Day, firstOfMonth } from './day.ts'
import type { AccountId, CategoryId, PayeeId } from './ids.ts'
import type { Minor } from './money.ts'
import type { Transaction, TransactionKind } from './transaction.ts'

/** What totals are made of: one per split, exactly one for an entry without splits. */
export interface Line {
  /** Its place in the entry, from 0. */
  readonly n: number
  readonly kind: TransactionKind
  readonly day: Day
  /** The first day of the day's calendar month. */
  readonly month: Day
  readonly amount: Minor
  readonly currency: Currency
  readonly accountId: AccountId
  readonly categoryId?: CategoryId
  readonly payeeId?: PayeeId
  readonly note?: string
}

export function linesOf(entry: Transaction): readonly Line[] {
  const whole = {
    kind: entry.kind,
    day: entry.day,
    month: firstOfMonth(entry.day),
    currency: entry.currency,
    accountId: entry.accountId,
    ...(entry.payee && { payeeId: entry.payee.id }),
  }
  if (entry.splits.length > 0) return entry.splits.map((split, n) => ({ n, ...whole, ...split }))

  return [{ n: 0, ...whole, amount: entry.amount, ...(entry.categoryId && { categoryId: entry.categoryId }) }]
}
