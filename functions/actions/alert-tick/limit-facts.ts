import { reached, type Threshold } from '../../domain/alert.ts'
import { categoryTree } from '../../domain/category-tree.ts'
import type { Day } from '../../domain/day.ts'
import type { ReportEntry } from '../../domain/report.ts'
import type { Alert } from '../../ports/alerts.ts'
import type { Budget, Budgets } from '../../ports/budgets.ts'
import type { Categories } from '../../ports/categories.ts'
import type { LimitAlert } from '../../ports/letters.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import type { Totals } from '../../ports/totals.ts'
import type { Filter, Transactions } from '../../ports/transactions.ts'
import { budgetStandings, withSpending } from '../../views/budget-views.ts'

export interface Books {
  readonly budgets: Budgets
  readonly categories: Categories
  readonly totals: Totals
  readonly transactions: Transactions
}

/** Entries that a mail lists. */
const mostLatest = 5

/** The limit as it stands now; `below` with the worst that is reached still; `over` with its period, or changed or gone. */
export type Finding =
  | { readonly kind: 'reached'; readonly facts: LimitAlert }
  | { readonly kind: 'below'; readonly worst: Threshold | undefined }
  | { readonly kind: 'over' }

const over: Finding = { kind: 'over' }

export async function limitFacts(
  { budgets, categories, totals, transactions }: Books,
  scope: LedgerScope,
  { budgetId, period, threshold }: Alert,
  today: Day,
): Promise<Finding> {
  const budget = await budgets.find(scope, budgetId)
  if (!budget || budget.archived || today > period.end || today < period.start) return over
  const tree = await categories.list(scope)
  const asks = withSpending([], [budget], today)
  const [standing] = budgetStandings([budget], today, today, tree, asks, await totals.read(scope, asks))
  if (!standing || standing.period.start !== period.start) return over
  const { amount, spent, pace } = standing.figures
  const all = reached(amount, spent)
  if (!all.includes(threshold)) return { kind: 'below', worst: all.at(-1) }

  const category = budget.categoryId && categoryTree(tree).read(budget.categoryId)?.name
  const facts = {
    ledger: { name: scope.name },
    budget: { ...(category !== undefined && { category }), currency: budget.currency, amount, spent, pace },
    threshold,
    period: standing.period,
    on: today,
    latest: await latestOf(transactions, scope, budget, { from: period.start, to: period.end }),
  }
  return { kind: 'reached', facts }
}

/** What was last spent of it; of an entry with parts only the whole is known here, so those are left out. */
async function latestOf(
  transactions: Transactions,
  scope: LedgerScope,
  { categoryId, currency }: Budget,
  days: Pick<Filter, 'from' | 'to'>,
): Promise<readonly ReportEntry[]> {
  const filter = { ...days, currency: currency.code, ...(categoryId && { categoryId }) }
  const { entries } = await transactions.list(scope, filter, undefined, 4 * mostLatest)
  return entries
    .filter(({ kind, splits }) => (kind === 'expense' || kind === 'refund') && splits.length === 0)
    .slice(0, mostLatest)
    .map(({ day, kind, payee, note, amount }) => ({
      day,
      kind,
      ...(payee && { payee: payee.name }),
      ...(note !== undefined && { note }),
      categories: [],
      account: '',
      currency,
      amount,
    }))
}
