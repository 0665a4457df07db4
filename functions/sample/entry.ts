import type { Day } from '../domain/day.ts'
import { fromStore, type Minor } from '../domain/money.ts'
import type { TransactionKind } from '../domain/transaction.ts'

/** Where the household's money is. `first` is the account that every ledger begins with: here it is the purse. */
export type AccountKey = 'first' | 'everyday' | 'card' | 'savings' | 'francs'

/** An entry of the sample household. Accounts and categories go by keys, for ids are the ledger's own. */
export interface SampleEntry {
  readonly kind: TransactionKind
  readonly day: Day
  readonly amount: Minor
  readonly account: AccountKey
  readonly to?: AccountKey
  /** Transfers to another currency only: what arrives. */
  readonly toAmount?: Minor
  /** As in the presets ("food.groceries"), or one of the household's own. */
  readonly category?: string
  readonly payee?: string
  readonly note?: string
  readonly tags?: readonly string[]
  readonly original?: { readonly amount: Minor; readonly currency: string }
  readonly splits?: readonly { readonly category: string; readonly amount: Minor }[]
}

/** What is the same for every entry of a bill or a habit. */
export type Pattern = Omit<SampleEntry, 'day' | 'amount'>

export const cents = (amount: number): Minor => fromStore(amount)
