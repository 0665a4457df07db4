import type { Limit } from '../domain/budget.ts'
import type { Currency } from '../domain/currency.ts'
import type { BudgetId, CategoryId } from '../domain/ids.ts'
import type { Rule } from '../domain/period.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { Added } from './accounts.ts'
import type { Instant } from './clock.ts'
import type { LedgerScope } from './scope.ts'

export interface BudgetFields {
  /** Undefined: everything. */
  readonly categoryId?: CategoryId
  readonly currency: Currency
  readonly rule: Rule
  readonly archived: boolean
}

export interface Budget extends BudgetFields {
  readonly id: BudgetId
  readonly version: number
  /** By day, the first one from the beginning of time. Never empty. */
  readonly limits: readonly Limit[]
}

/** Limits on spending. */
export interface Budgets {
  /** One statement. */
  list(scope: LedgerScope): Promise<readonly Budget[]>
  find(scope: LedgerScope, id: BudgetId): Promise<Budget | undefined>
  add(
    scope: LedgerScope,
    id: BudgetId,
    fields: BudgetFields,
    limits: readonly Limit[],
    now: Instant,
    bodyHash?: string,
  ): Promise<Result<Added<Budget>, Refusal>>
  /** `edit` runs inside the transaction, on the row as it is then. */
  change(
    scope: LedgerScope,
    id: BudgetId,
    ifVersion: number | undefined,
    edit: (budget: Budget) => Result<Pick<Budget, 'categoryId' | 'currency' | 'rule' | 'archived' | 'limits'>, Refusal>,
    now: Instant,
  ): Promise<Result<Budget, Refusal>>
  remove(scope: LedgerScope, id: BudgetId, ifVersion: number | undefined): Promise<Result<undefined, Refusal>>
}
