import type { insights as routes } from '../../api/insights.ts'
import { type AskedFrame, askedFrame } from '../../domain/asked-frame.ts'
import type { Day } from '../../domain/day.ts'
import type { Period } from '../../domain/period.ts'
import { ok } from '../../domain/result.ts'
import { todayIn } from '../../domain/zone.ts'
import { etagMatches } from '../../edge/conditional.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Budgets } from '../../ports/budgets.ts'
import type { Categories } from '../../ports/categories.ts'
import type { Clock } from '../../ports/clock.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import type { Totals, TotalsAsk } from '../../ports/totals.ts'
import { insightsView } from '../../views/insights-view.ts'

type Needs = {
  readonly budgets: Budgets
  readonly categories: Categories
  readonly totals: Totals
  readonly clock: Clock
}

/** Four statements after the one that lets us in, however much the ledger holds; none when the caller has it all. */
export const getInsights: Handler<typeof routes.getInsights, Needs> = async (needs, scope, { query, headers }) => {
  const today = todayIn(scope.timeZone, needs.clock.now())
  const asked = askedFrame(query, scope, today)
  if (!asked.ok) return asked
  const etag = tagOf(asked.value, scope, today)
  const known = headers['if-none-match']
  if (known !== undefined && etagMatches(known, etag)) return ok({ status: 304, body: undefined, headers: { etag } })

  const books = {
    categories: () => needs.categories.list(scope),
    budgets: () => needs.budgets.list(scope),
    totals: (asks: readonly TotalsAsk[]) => needs.totals.read(scope, asks),
    largest: (...what: [Period, readonly string[], number]) => needs.totals.largest(scope, ...what, ['expense']),
  }
  const body = await insightsView(books, scope, asked.value.frame, today)
  return ok({ status: 200, body, headers: { etag } })
}

/** All that the answer depends on. */
function tagOf({ frame, name }: AskedFrame, { ledgerId, revision }: LedgerScope, today: Day): string {
  return `"${[ledgerId, revision, today, name, frame.period.start, frame.period.end].join('/')}"`
}
