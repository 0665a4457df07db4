import type { PayeeId } from '../domain/ids.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { Added } from './accounts.ts'
import type { Instant } from './clock.ts'
import type { LedgerScope } from './scope.ts'

export interface Payee {
  readonly id: PayeeId
  readonly version: number
  readonly name: string
  readonly mergedInto?: PayeeId
}

/** Whom money goes to and comes from. */
export interface Payees {
  /** In the order of folded names, after the one named `after`. */
  list(
    scope: LedgerScope,
    ask: { readonly prefix: string; readonly after?: string; readonly limit: number },
  ): Promise<readonly Payee[]>
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
    ifVersion: number | undefined,
    name: string,
    now: Instant,
  ): Promise<Result<Payee, Refusal>>
  merge(scope: LedgerScope, id: PayeeId, into: PayeeId | undefined, now: Instant): Promise<Result<Payee, Refusal>>
  remove(scope: LedgerScope, id: PayeeId, ifVersion: number | undefined): Promise<Result<undefined, Refusal>>
}
