import type { BudgetView } from '../../api/budgets.ts'
import type { Day } from '../../domain/day.ts'
import type { Budget } from '../../ports/budgets.ts'
import type { Categories } from '../../ports/categories.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import type { Totals } from '../../ports/totals.ts'
import { budgetViews, withSpending } from '../../views/budget-views.ts'

export interface Books {
  readonly categories: Categories
  readonly totals: Totals
}

/** The limits on a day with what is spent of them: two statements, however many there are. */
export async function spent(
  { categories, totals }: Books,
  scope: LedgerScope,
  budgets: readonly Budget[],
  on: Day,
  today: Day,
): Promise<BudgetView[]> {
  const asks = withSpending([], budgets, on)
  const [tree, rows] = await Promise.all([categories.list(scope), totals.read(scope, asks)])
  return budgetViews(budgets, on, today, tree, asks, rows)
}
