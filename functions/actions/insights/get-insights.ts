import type { insights as routes } from '../../api/insights.ts'
import type { Day } from '../../domain/day.ts'
import { insightBlocks } from '../../domain/insight.ts'
import { ok } from '../../domain/result.ts'
import { todayIn } from '../../domain/zone.ts'
import { budgetViews } from '../../edge/budget-views.ts'
import { etagMatches } from '../../edge/conditional.ts'
import type { Handler } from '../../edge/handler.ts'
import { insightAsks, spendersIn, sumsFrom } from '../../edge/insight-asks.ts'
import type { Budgets } from '../../ports/budgets.ts'
import type { Categories } from '../../ports/categories.ts'
import type { Clock } from '../../ports/clock.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import type { Totals } from '../../ports/totals.ts'
import { type AskedFrame, askedFrame } from './asked-frame.ts'
import { blockView } from './block-view.ts'

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

  const { frame } = asked.value
  const { period, previous } = frame
  const on = period.start <= today && today <= period.end ? today : period.end
  const [categories, all] = await Promise.all([needs.categories.list(scope), needs.budgets.list(scope)])
  const budgets = all.filter(({ archived }) => !archived)
  const asks = insightAsks(frame, budgets, on)
  const rows = await needs.totals.read(scope, asks)
  const sums = sumsFrom(rows)
  const spenders = spendersIn(sums, frame)
  const largest =
    spenders.length > 0 ? await needs.totals.largest(scope, period, spenders, mostLargest, ['expense']) : []

  const limits = budgetViews(budgets, on, today, categories, asks, rows)
  const blocks = insightBlocks(frame, sums, categories, scope.currency.code)
  return ok({
    status: 200,
    body: {
      period: { ...period },
      previous: { ...previous },
      today,
      revision: scope.revision,
      currencies: blocks.map((block) => blockView(block, largest, limits)),
    },
    headers: { etag },
  })
}

const mostLargest = 5

/** All that the answer depends on. */
function tagOf({ frame, name }: AskedFrame, { ledgerId, revision }: LedgerScope, today: Day): string {
  return `"${[ledgerId, revision, today, name, frame.period.start, frame.period.end].join('/')}"`
}
