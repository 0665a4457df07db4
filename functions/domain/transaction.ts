import type { Currency } from './currency.ts'
import type { Day } from './day.ts'
import type { AccountId, CategoryId, PayeeId, TransactionId } from './ids.ts'
import type { Minor } from './money.ts'

/** A refund is a positive amount on an expense category that lowers the expense; a transfer is neither income nor expense. */
export type TransactionKind = 'expense' | 'income' | 'transfer' | 'refund'

/** What a category sorts: refunds go to expense categories, so that they net where the expense was. */
export type CategoryKind = 'expense' | 'income'

export interface Money {
  readonly amount: Minor
  readonly currency: Currency
}

/** A part of an entry; the amounts of all splits sum to the entry's. */
export interface Split {
  readonly categoryId?: CategoryId
  readonly amount: Minor
  readonly note?: string
}

/** An entry of the ledger as it is kept. Amounts are positive; the kind says which way the money goes. */
export interface Transaction {
  readonly id: TransactionId
  readonly version: number
  readonly kind: TransactionKind
  /** The civil date as entered; no zone is ever applied to it. */
  readonly day: Day
  readonly amount: Minor
  /** Its account's currency. */
  readonly currency: Currency
  readonly accountId: AccountId
  /** Transfers only: where the money arrives, and how much of that account's currency. */
  readonly to?: { readonly accountId: AccountId; readonly amount: Minor; readonly currency: Currency }
  readonly categoryId?: CategoryId
  readonly payee?: { readonly id: PayeeId; readonly name: string }
  readonly note?: string
  readonly tags: readonly string[]
  /** What was paid abroad, for information only: it enters no total. */
  readonly original?: Money
  readonly splits: readonly Split[]
}

/** Which categories an entry of this kind may carry; a transfer carries none. */
export function categoryKindOf(kind: TransactionKind): CategoryKind | undefined {
  if (kind === 'transfer') return undefined
  return kind === 'income' ? 'income' : 'expense'
}
