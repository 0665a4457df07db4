import type { Day } from '../domain/day.ts'
import type { AccountId, TransactionId } from '../domain/ids.ts'
import type { Minor } from '../domain/money.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { Statement } from '../domain/statement.ts'
import type { Transaction } from '../domain/transaction.ts'
import type { Account } from './accounts.ts'
import type { Instant } from './clock.ts'
import type { LedgerScope } from './scope.ts'

/** A remembered statement, and how far the entries have moved away from it since: not at all, as a rule. */
export interface Remembered extends Statement {
  readonly off: Minor
}

/** A day of an account, as a statement of that day meets it. */
export interface Reckoning {
  readonly account: Account
  readonly day: Day
  /** The opening balance, from its own day on, and every entry up to this day. */
  readonly book: Minor
  /** That of this very day. */
  readonly own?: Remembered
  /** The latest before this day. */
  readonly previous?: Remembered
  /** Entries that the own statement did not have; before there is one, those that the previous did not have. */
  readonly open: readonly Transaction[]
}

/** What banks say of accounts, checked against the entries. */
export interface Reckonings {
  /** Undefined when there is no such account. */
  find(scope: LedgerScope, accountId: AccountId, day: Day): Promise<Reckoning | undefined>
  /**
   * Remembers a statement that agrees with the entries, all up to its day but the open ones; in place of the one of that
   * day, if there is one. Refuses one that does not agree, and open entries that the account does not have by then.
   */
  put(
    scope: LedgerScope,
    accountId: AccountId,
    statement: Statement & { readonly open: readonly TransactionId[] },
    now: Instant,
  ): Promise<Result<'added' | 'replaced', Refusal>>
  /** Done as well when there is none of that day. */
  remove(scope: LedgerScope, accountId: AccountId, day: Day): Promise<Result<undefined, Refusal>>
}
