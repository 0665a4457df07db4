import { firstIn, monthIndexOf } from './calendar.ts'
import { addDays, type Day, earliest, fromNumber, latest, toNumber } from './day.ts'
import { formatRule, type Rule, spanAround } from './rule.ts'

export { type BadRule, formatRule, parseRule, type Rule } from './rule.ts'

/** A stretch of days, both ends in it. */
export type Period = { readonly start: Day; readonly end: Day }

/** The rules of a ledger, oldest first; the first one holds from the beginning of time. */
export type RuleHistory = readonly { readonly effectiveFrom: Day; readonly rule: Rule }[]

export function always(rule: Rule): RuleHistory {
  return [{ effectiveFrom: earliest, rule }]
}

/**
 * The period that holds the day: the span of the rule in force, cut to that rule's reign.
 * So periods tile the calendar, and where rules meet the cut makes one shorter period, the bridge.
 */
export function periodAt(history: RuleHistory, day: Day): Period {
  const place = Math.max(
    0,
    history.findLastIndex(({ effectiveFrom }) => effectiveFrom <= day),
  )
  const current = history[place]
  if (!current) throw new RangeError('A ledger without a rule has no periods.')

  const next = history[place + 1]
  const reign = {
    start: place === 0 ? earliest : current.effectiveFrom,
    end: next ? addDays(next.effectiveFrom, -1) : latest,
  }
  const { first, last } = spanAround(current.rule, toNumber(day))
  return {
    start: fromNumber(Math.max(first, toNumber(reign.start))),
    end: fromNumber(Math.min(last, toNumber(reign.end))),
  }
}

/** Absent past the last day there is. */
export function nextPeriod(history: RuleHistory, { end }: Period): Period | undefined {
  return end < latest ? periodAt(history, addDays(end, 1)) : undefined
}

/** Absent before the first day there is. */
export function previousPeriod(history: RuleHistory, { start }: Period): Period | undefined {
  return start > earliest ? periodAt(history, addDays(start, -1)) : undefined
}

/** The `count` periods that end with this one, oldest first; fewer at the beginning of time. */
export function periodsBack(history: RuleHistory, period: Period, count: number): Period[] {
  const periods: Period[] = []
  for (let at: Period | undefined = period; at && periods.length < count; at = previousPeriod(history, at)) {
    periods.push(at)
  }
  return periods.reverse()
}

/**
 * The history once the rule is changed today: the running period is finished first, the past is never rewritten.
 * A change not yet in force is replaced; going back to the rule that runs only drops it.
 */
export function changeRule(history: RuleHistory, rule: Rule, today: Day): RuleHistory {
  const inForce = history.filter(({ effectiveFrom }, place) => place === 0 || effectiveFrom <= today)
  const { end } = periodAt(inForce, today)
  const running = inForce.at(-1)
  if (end === latest || (running && formatRule(running.rule) === formatRule(rule))) return inForce
  return [...inForce, { effectiveFrom: addDays(end, 1), rule }]
}

/** Whole calendar months by their first days, `first` to `last`, both in it; and the days around them that fill no month. */
export type Months = {
  readonly months?: { readonly first: Day; readonly last: Day }
  readonly edges: readonly Period[]
}

/** Splits a period so that its sums can be read from monthly totals, and from daily ones at its edges only. */
export function wholeMonths(period: Period): Months {
  const { from, to, month, beyond } = monthsIn(period)
  if (month >= beyond) return { edges: [period] }
  const edges = [
    { first: from, last: firstIn(month) - 1 },
    { first: firstIn(beyond), last: to },
  ]
  return {
    months: { first: fromNumber(firstIn(month)), last: fromNumber(firstIn(beyond - 1)) },
    edges: edges
      .filter(({ first, last }) => first <= last)
      .map(({ first, last }) => ({ start: fromNumber(first), end: fromNumber(last) })),
  }
}

/**
 * What a free range is compared with: the `count` ranges before it, oldest first. Whole months are
 * compared with as many months, else days with days. Those that would begin before 1900 are left out.
 */
export function windowsBefore(period: Period, count: number): Period[] {
  const { from, to, month, beyond } = monthsIn(period)
  const whole = month < beyond && firstIn(month) === from && firstIn(beyond) === to + 1
  const startOf = (back: number) => (whole ? firstIn(month - (beyond - month) * back) : from - (to - from + 1) * back)

  const windows: Period[] = []
  for (let back = 1; back <= count && startOf(back) >= toNumber(earliest); back += 1) {
    windows.push({ start: fromNumber(startOf(back)), end: fromNumber(startOf(back - 1) - 1) })
  }
  return windows.reverse()
}

/** The first month that begins in the period, and the first that does not end in it. */
function monthsIn({ start, end }: Period) {
  const from = toNumber(start)
  const to = toNumber(end)
  return { from, to, month: monthIndexOf(from - 1) + 1, beyond: monthIndexOf(to + 1) }
}
