import type { Day } from '../domain/day.ts'
import type { Frame } from '../domain/insight-frame.ts'
import { isFilled, type Sums } from '../domain/insight-sums.ts'
import type { Budget } from '../ports/budgets.ts'
import type { TotalRow, TotalsAsk } from '../ports/totals.ts'
import { withSpending } from './budget-views.ts'

/** All that insights want of totals, so that it can be read at once; `sumsFrom` knows the order. For `until` see `withSpending`. */
export function insightAsks(frame: Frame, budgets: readonly Budget[], on: Day, until?: Day): readonly TotalsAsk[] {
  return withSpending(
    [
      { face: 'kind', windows: frame.trend },
      { face: 'category', windows: frame.compared },
      { face: 'kind', days: frame.period },
      { face: 'payee', period: frame.period, top: mostPayees },
      { first: true },
      { openAccounts: true },
    ],
    budgets,
    on,
    until,
  )
}

const mostPayees = 20

export function sumsFrom(rows: readonly TotalRow[]): Sums {
  const byAsk = Array.from({ length: 6 }, (): TotalRow[] => [])
  for (const row of rows) byAsk[row.ask]?.push(row)
  const [trend = [], categories = [], days = [], payees = [], first = [], open = []] = byAsk
  return { trend, categories, days, payees, firstEntry: first[0]?.day, open: open.map(({ currency }) => currency) }
}

/** Currencies in which something may have been spent in the asked period. */
export function spendersIn({ trend }: Sums, frame: Frame): readonly string[] {
  const now = trend.filter((sum) => sum.window === frame.trend.length - 1 && isFilled(sum))
  return [...new Set(now.map(({ currency }) => currency))]
}
