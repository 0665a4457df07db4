import type { InsightsView } from '../api/insights.ts'
import type { Day } from '../domain/day.ts'
import { insightBlocks } from '../domain/insight.ts'
import type { Frame } from '../domain/insight-frame.ts'
import type { Period } from '../domain/period.ts'
import type { Transaction } from '../domain/transaction.ts'
import type { Budget } from '../ports/budgets.ts'
import type { Category } from '../ports/categories.ts'
import type { TotalRow, TotalsAsk } from '../ports/totals.ts'
import { blockView } from './block-view.ts'
import { budgetViews } from './budget-views.ts'
import { insightAsks, spendersIn, sumsFrom } from './insight-asks.ts'

/** What the figures of one ledger are read from. */
export interface Books {
  readonly categories: () => Promise<readonly Category[]>
  readonly budgets: () => Promise<readonly Budget[]>
  readonly totals: (asks: readonly TotalsAsk[]) => Promise<readonly TotalRow[]>
  readonly largest: (period: Period, currencies: readonly string[], top: number) => Promise<readonly Transaction[]>
}

/** The figures of a stretch of time: four questions, however much the ledger holds. */
export async function insightsView(
  books: Books,
  { currency, revision }: { readonly currency: { readonly code: string }; readonly revision: number },
  frame: Frame,
  today: Day,
): Promise<InsightsView> {
  const { period, previous } = frame
  const on = period.start <= today && today <= period.end ? today : period.end
  // one after the other: an answer has one connection at a time, as it has in an action (measured)
  const categories = await books.categories()
  const all = await books.budgets()
  const budgets = all.filter(({ archived }) => !archived)
  const asks = insightAsks(frame, budgets, on)
  const rows = await books.totals(asks)
  const sums = sumsFrom(rows)
  const spenders = spendersIn(sums, frame)
  const largest = spenders.length > 0 ? await books.largest(period, spenders, mostLargest) : []

  const limits = budgetViews(budgets, on, today, categories, asks, rows)
  return {
    period: { ...period },
    previous: { ...previous },
    today,
    revision,
    currencies: insightBlocks(frame, sums, categories, currency.code).map((block) => blockView(block, largest, limits)),
  }
}

const mostLargest = 5
