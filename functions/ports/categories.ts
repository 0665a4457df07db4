import type { CategoryId } from '../domain/ids.ts'
import type { IfVersion } from '../domain/if-version.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { CategoryKind } from '../domain/transaction.ts'
import type { Added } from './accounts.ts'
import type { Instant } from './clock.ts'
import type { LedgerScope } from './scope.ts'

export interface CategoryFields {
  readonly name: string
  readonly kind: CategoryKind
  readonly parentId?: CategoryId
  readonly archived: boolean
}

export interface Category extends CategoryFields {
  readonly id: CategoryId
  readonly version: number
  readonly mergedInto?: CategoryId
}

/** What income and expenses are sorted by; two levels, and aliases that reads resolve like parents. */
export interface Categories {
  list(scope: LedgerScope): Promise<readonly Category[]>
  find(scope: LedgerScope, id: CategoryId): Promise<Category | undefined>
  add(
    scope: LedgerScope,
    id: CategoryId,
    fields: CategoryFields,
    now: Instant,
    bodyHash?: string,
  ): Promise<Result<Added<Category>, Refusal>>
  /** `edit` runs inside the transaction, on the row as it is then. */
  change(
    scope: LedgerScope,
    id: CategoryId,
    ifVersion: IfVersion,
    edit: (category: Category) => Result<CategoryFields, Refusal>,
    now: Instant,
  ): Promise<Result<Category, Refusal>>
  /** Makes an alias, or with undefined undoes it. */
  merge(
    scope: LedgerScope,
    id: CategoryId,
    into: CategoryId | undefined,
    now: Instant,
  ): Promise<Result<Category, Refusal>>
  remove(scope: LedgerScope, id: CategoryId, ifVersion: IfVersion): Promise<Result<undefined, Refusal>>
}
