import type { Currency } from '../domain/currency.ts'
import type { Day } from '../domain/day.ts'
import type { AccountId } from '../domain/ids.ts'
import type { IfVersion } from '../domain/if-version.ts'
import type { Minor } from '../domain/money.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { Instant } from './clock.ts'
import type { LedgerScope } from './scope.ts'

export type AccountKind = 'cash' | 'bank' | 'card' | 'savings'

export interface AccountFields {
  readonly name: string
  readonly kind: AccountKind
  readonly currency: Currency
  readonly opening: { readonly amount: Minor; readonly day: Day }
  readonly archived: boolean
}

export interface Account extends AccountFields {
  readonly id: AccountId
  readonly version: number
  /** Opening balance, plus inflow, minus outflow of every entry. */
  readonly balance: Minor
  /** The day of its latest statement. */
  readonly reconciled?: Day
}

/** Places where money is. */
export interface Accounts {
  list(scope: LedgerScope): Promise<readonly Account[]>
  find(scope: LedgerScope, id: AccountId): Promise<Account | undefined>
  /**
   * 'same' when an account of this id was made from the body with this hash before, whatever has become of it: a repeat,
   * and nothing is written. Without a hash on either side equal fields tell. So it is with every list's `add`.
   */
  add(
    scope: LedgerScope,
    id: AccountId,
    fields: AccountFields,
    now: Instant,
    bodyHash?: string,
  ): Promise<Result<Added<Account>, Refusal>>
  /** `edit` runs inside the transaction, on the row as it is then. */
  change(
    scope: LedgerScope,
    id: AccountId,
    ifVersion: IfVersion,
    edit: (account: Account) => Result<AccountFields, Refusal>,
    now: Instant,
  ): Promise<Result<Account, Refusal>>
  /** Done as well when there is none of that id. */
  remove(scope: LedgerScope, id: AccountId, ifVersion: IfVersion): Promise<Result<undefined, Refusal>>
}

export interface Added<Row> {
  readonly row: Row
  readonly outcome: 'added' | 'same'
}
