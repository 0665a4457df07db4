import type { AccountId, CategoryId, PayeeId } from '../domain/ids.ts'
import type { IfVersion } from '../domain/if-version.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { TransactionKind } from '../domain/transaction.ts'
import type { Added } from './accounts.ts'
import type { Instant } from './clock.ts'
import type { LedgerScope } from './scope.ts'

export interface Payee {
  readonly id: PayeeId
  readonly version: number
  readonly name: string
  readonly mergedInto?: PayeeId
}

/** A payee with how the latest entry that names it was filed; nothing of that where no entry does. */
export interface ListedPayee extends Payee {
  readonly last?: Filing
}

export interface Filing {
  readonly kind: TransactionKind
  readonly accountId: AccountId
  /** Absent too for an entry that was split. */
  readonly categoryId?: CategoryId
}

/** Whom money goes to and comes from. */
export interface Payees {
  /** In the order of folded names, after the one named `after`; one statement. */
  list(
    scope: LedgerScope,
    ask: { readonly prefix: string; readonly after?: string; readonly limit: number },
  ): Promise<readonly ListedPayee[]>
  find(scope: LedgerScope, id: PayeeId): Promise<Payee | undefined>
  add(
    scope: LedgerScope,
    id: PayeeId,
    name: string,
    now: Instant,
    bodyHash?: string,
  ): Promise<Result<Added<Payee>, Refusal>>
  /** In every entry at once, for entries name payees by id; search finds the new name afterwards. */
  rename(
    scope: LedgerScope,
    id: PayeeId,
    ifVersion: IfVersion,
    name: string,
    now: Instant,
  ): Promise<Result<Payee, Refusal>>
  merge(scope: LedgerScope, id: PayeeId, into: PayeeId | undefined, now: Instant): Promise<Result<Payee, Refusal>>
  remove(scope: LedgerScope, id: PayeeId, ifVersion: IfVersion): Promise<Result<undefined, Refusal>>
}
