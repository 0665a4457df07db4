import type { BudgetView } from '../api/budgets.ts'
import type { BudgetFigures } from '../domain/budget.ts'
import type { Minor } from '../domain/money.ts'
import { formatAmount } from '../domain/money.ts'
import { formatRule, type Period } from '../domain/period.ts'
import type { Budget } from '../ports/budgets.ts'

/** A limit with what is spent of it in one of its periods. */
export function budgetView(budget: Budget, period: Period, figures: BudgetFigures): BudgetView {
  const text = (amount: Minor) => formatAmount(amount, budget.currency)
  return {
    id: budget.id,
    version: budget.version,
    ...(budget.categoryId && { categoryId: budget.categoryId }),
    amount: text(figures.amount),
    currency: budget.currency.code,
    rule: formatRule(budget.rule),
    archived: budget.archived,
    period: { ...period },
    spent: text(figures.spent),
    left: text(figures.left),
    pace: text(figures.pace),
    notCounted: [...figures.notCounted],
  }
}
