import type { Face } from '../domain/contributions.ts'
import type { Day } from '../domain/day.ts'
import type { AccountId } from '../domain/ids.ts'
import type { Period } from '../domain/period.ts'
import type { Transaction, TransactionKind } from '../domain/transaction.ts'
import type { Instant } from './clock.ts'
import type { LedgerScope } from './scope.ts'

/** One question to the roll-up. Whole calendar months are read from grain m, the days at the edges from grain d. */
export type TotalsAsk =
  /** One sum per window, currency and key. Windows do not overlap. */
  | { readonly face: Face; readonly windows: readonly Period[] }
  /** One sum per day, currency and key. */
  | { readonly face: Face; readonly days: Period }
  /** One sum per key over the period: only the `top` keys of each currency by outflow, then inflow. */
  | { readonly face: 'payee'; readonly period: Period; readonly top: number }
  /** One row per day with entries, `n` telling how many: of all accounts, or of those that name this one. */
  | { readonly counts: Period; readonly accountId?: AccountId }
  /** Some row where an entry of these days came, went or moved from one sum to another after that instant; else none. */
  | { readonly touched: Period; readonly since: Instant }
  /** One row with the day of the first entry that counts as income or expense; none in a ledger without one. */
  | { readonly first: true }
  /** One row for each currency in which an account is kept that is not archived. */
  | { readonly openAccounts: true }

export interface TotalRow {
  /** Which of the asks this row answers, from 0. */
  readonly ask: number
  /** Which of its windows, from 0; 0 for a period. */
  readonly window: number
  /** Set when the ask was for days, counts or the first day. */
  readonly day?: Day
  readonly key: string
  /** The payee's name, aliases followed; only for face payee. */
  readonly name?: string
  /** Empty for counts, which know none. */
  readonly currency: string
  readonly plus: bigint
  readonly minus: bigint
  readonly n: bigint
}

/** Reads of the roll-up, and of the entries that stand out in it. */
export interface TotalsReads {
  /** All asks in one statement. */
  read(scope: LedgerScope, asks: readonly TotalsAsk[]): Promise<readonly TotalRow[]>
  /** The `top` entries of these kinds in the period, in each of the currencies, the largest first; one statement. */
  largest(
    scope: LedgerScope,
    period: Period,
    currencies: readonly string[],
    top: number,
    kinds: readonly TransactionKind[],
  ): Promise<readonly Transaction[]>
}

/** What the roll-up knows. Reads only: the write door keeps it. */
export interface Totals extends TotalsReads {
  /** All reads of `work` see one state of the ledger, that of the revision it is told; it may wait for nothing else. */
  atOnce<T>(scope: LedgerScope, work: (reads: TotalsReads, revision: number) => Promise<T>): Promise<T>
}
