import type { Limit } from '../domain/budget.ts'
import type { Budget, BudgetFields } from '../domain/budget-fields.ts'
import type { BudgetId } from '../domain/ids.ts'
import type { IfVersion } from '../domain/if-version.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { Added } from './accounts.ts'
import type { Instant } from './clock.ts'
import type { LedgerScope } from './scope.ts'

export type { Budget, BudgetFields } from '../domain/budget-fields.ts'

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
    ifVersion: IfVersion,
    edit: (budget: Budget) => Result<Pick<Budget, 'categoryId' | 'currency' | 'rule' | 'archived' | 'limits'>, Refusal>,
    now: Instant,
  ): Promise<Result<Budget, Refusal>>
  remove(scope: LedgerScope, id: BudgetId, ifVersion: IfVersion): Promise<Result<undefined, Refusal>>
}
