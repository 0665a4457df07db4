import type { ReportView } from '../../functions/api/reports.ts'
import type { Day } from '../../functions/domain/day.ts'
import { always, parseRule, periodAt, periodsBack } from '../../functions/domain/period.ts'
import { ok, type Result } from '../../functions/domain/result.ts'
import type { Api, Problem } from '../api.ts'
import type { Span } from '../days.ts'
import { here } from './book.ts'

/** Periods that a report can be made of, the running one first. */
export type Stretches = { readonly [Kind in 'weekly' | 'monthly']: readonly Span[] }

const offered = 12

/** As the schedules cut time: by a rule of their own, or by the ledger's, as they were and are. */
export async function readStretches(api: Api): Promise<Result<Stretches, Problem>> {
  const [schedules, insights] = await Promise.all([
    api.reports.listSchedules({ params: here }),
    api.insights.getInsights({ params: here, query: {} }),
  ])
  if (!schedules.ok) return schedules
  if (!insights.ok) return insights
  // only an answer to If-None-Match is empty, and that is never sent
  const { currencies = [], period, previous, today } = insights.value.body ?? { today: '' }
  const trend = currencies[0]?.trend ?? []
  const own = trend.length > 0 ? trend.map(({ start, end }) => ({ start, end })).reverse() : [period, previous]
  const of = (kind: 'weekly' | 'monthly') => {
    const rule = schedules.value.body.items.find((one) => one.kind === kind)?.rule ?? 'own'
    return spansBy(rule, today) ?? own.flatMap((one) => one ?? [])
  }
  return ok({ weekly: of('weekly'), monthly: of('monthly') })
}

/** Undefined where the ledger's own rules are meant: only the server knows them all. */
function spansBy(rule: string, today: string): readonly Span[] | undefined {
  const parsed = parseRule(rule, 1)
  if (!parsed.ok) return undefined
  const history = always(parsed.value)
  // what the server calls today is a day
  return periodsBack(history, periodAt(history, today as Day), offered).reverse()
}

/** Whether a report of this kind that is begun on this period's first day would cover this very period. */
export async function isStillCut(api: Api, { kind, period }: ReportView): Promise<Result<boolean, Problem>> {
  if (kind === 'custom') return ok(true)
  const schedules = await api.reports.listSchedules({ params: here })
  if (!schedules.ok) return schedules
  const rule = parseRule(schedules.value.body.items.find((one) => one.kind === kind)?.rule ?? 'own', 1)
  if (rule.ok) return ok(isSame(periodAt(always(rule.value), period.start as Day), period))
  const insights = await api.insights.getInsights({ params: here, query: { on: period.start } })
  return insights.ok ? ok(isSame(insights.value.body?.period, period)) : insights
}

function isSame(a: Span | undefined, b: Span): boolean {
  return a?.start === b.start && a.end === b.end
}

// it comes after the page: so what both have need not be a piece of its own
export { offerInside } from '../inside.ts'
