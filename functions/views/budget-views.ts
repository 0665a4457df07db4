import type { BudgetView } from '../api/budgets.ts'
import { type BudgetFigures, budgetFigures, rulesOf } from '../domain/budget.ts'
import { type CategoryPlace, categoryTree } from '../domain/category-tree.ts'
import type { Day } from '../domain/day.ts'
import { formatAmount, type Minor } from '../domain/money.ts'
import { formatRule, type Period, periodAt } from '../domain/period.ts'
import type { Budget } from '../ports/budgets.ts'
import type { TotalRow, TotalsAsk } from '../ports/totals.ts'

/**
 * The asks with those added that the budgets need on that day; a window that is asked for already serves again. What was
 * spent after `until` is left out.
 */
export function withSpending(
  asks: readonly TotalsAsk[],
  budgets: readonly Budget[],
  on: Day,
  until?: Day,
): readonly TotalsAsk[] {
  const all = [...asks]
  for (const budget of budgets) {
    const wanted = spendingOf(budget, on, until)
    if (!placeOf(all, wanted)) all.push({ face: wanted.face, windows: [wanted.window] })
  }
  return all
}

/** The limits on a day, with what is spent of them. `rows` answer `asks`, which came from `withSpending`. */
export function budgetViews(
  budgets: readonly Budget[],
  on: Day,
  today: Day,
  categories: readonly CategoryPlace[],
  asks: readonly TotalsAsk[],
  rows: readonly TotalRow[],
): BudgetView[] {
  return budgetStandings(budgets, on, today, categories, asks, rows).map(({ budget, period, figures }) => {
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
  })
}

/** A limit, its period on the day, and what is spent of it. */
export interface Standing {
  readonly budget: Budget
  readonly period: Period
  readonly figures: BudgetFigures
}

/** As `budgetViews`, in numbers, and as it stood at the end of `until`. */
export function budgetStandings(
  budgets: readonly Budget[],
  on: Day,
  today: Day,
  categories: readonly CategoryPlace[],
  asks: readonly TotalsAsk[],
  rows: readonly TotalRow[],
  until?: Day,
): readonly Standing[] {
  const tree = categoryTree(categories)
  const paced = earlier(today, until)
  return budgets.map((budget) => {
    const { face, period, window } = spendingOf(budget, on, until)
    const place = placeOf(asks, { face, window })
    const spending = rows.filter(({ ask, window }) => ask === place?.ask && window === place.window)
    const family = new Set<string>(budget.categoryId ? tree.family(budget.categoryId) : [])
    const counts = (key: string) => budget.categoryId === undefined || family.has(key)
    return { budget, period, figures: budgetFigures(budget, period, paced, spending, counts) }
  })
}

interface Spending {
  readonly face: 'kind' | 'category'
  readonly period: Period
  /** The days of the period whose spending counts. */
  readonly window: Period
}

/** A limit for everything looks at all expenses, so that what has no category counts too. */
function spendingOf(budget: Budget, on: Day, until: Day | undefined): Spending {
  const period = periodAt(rulesOf(budget), on)
  const window = { start: period.start, end: earlier(period.end, until) }
  return { face: budget.categoryId ? 'category' : 'kind', period, window }
}

const earlier = (day: Day, until: Day | undefined): Day => (until !== undefined && until < day ? until : day)

function placeOf(asks: readonly TotalsAsk[], { face, window: wanted }: Pick<Spending, 'face' | 'window'>) {
  for (const [ask, one] of asks.entries()) {
    if (!('windows' in one) || one.face !== face) continue
    const window = one.windows.findIndex(({ start, end }) => start === wanted.start && end === wanted.end)
    if (window >= 0) return { ask, window }
  }
  return undefined
}
