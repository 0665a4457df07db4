import { type Day, daysBetween, earliest } from './day.ts'
import type { Minor } from './money.ts'
import { always, formatRule, type Period, periodAt, type Rule, type RuleHistory } from './period.ts'
import { halfAway } from './rounding.ts'

/** A limit from a day on; the one with the latest day not after a period's start is in force in that period. */
export interface Limit {
  readonly effectiveFrom: Day
  readonly amount: Minor
  /** That its periods went by, where the budget has another rule by now. */
  readonly rule?: Rule
}

/** What a budget begins with: the same limit for all periods there ever were. */
export function firstLimit(amount: Minor): readonly Limit[] {
  return [{ effectiveFrom: earliest, amount }]
}

/** `limits` are by day, the first from the beginning of time. */
export function limitIn(limits: readonly Limit[], { start }: Period): Minor {
  const inForce = limits.findLast(({ effectiveFrom }) => effectiveFrom <= start) ?? limits[0]
  if (!inForce) throw new RangeError('A budget without a limit limits nothing.')
  return inForce.amount
}

/**
 * The limits once the amount or the rule is changed today: the running period and all after it have the new amount,
 * every period that begins before keeps what it had. Changed twice within a period, only the last change stays.
 */
export function changeLimit(limits: readonly Limit[], amount: Minor, rule: Rule, today: Day): readonly Limit[] {
  const { start } = periodAt(always(rule), today)
  const past = limits.filter(({ effectiveFrom }) => effectiveFrom < start)
  const last = past.at(-1)
  return last?.amount === amount && !last.rule ? past : [...past, { effectiveFrom: start, amount }]
}

/** The limits of a budget that gets another rule: those from before keep the one that they had. */
export function underRule(limits: readonly Limit[], before: Rule, after: Rule): readonly Limit[] {
  return limits.map(({ effectiveFrom, amount, rule = before }) => ({
    effectiveFrom,
    amount,
    ...(!isSameRule(rule, after) && { rule }),
  }))
}

/** The rules that a budget has gone by. */
export function rulesOf({ rule, limits }: { readonly rule: Rule; readonly limits: readonly Limit[] }): RuleHistory {
  const all = limits.map((limit) => ({ effectiveFrom: limit.effectiveFrom, rule: limit.rule ?? rule }))
  return all.filter((one, place) => {
    const before = all[place - 1]
    return !before || !isSameRule(before.rule, one.rule)
  })
}

const isSameRule = (a: Rule, b: Rule) => formatRule(a) === formatRule(b)

/** What would be spent by the end of today if the limit were spent evenly over the days, a half unit rounded up. */
export function paceOf(limit: Minor, { start, end }: Period, today: Day): Minor {
  const days = daysBetween(start, end) + 1
  const elapsed = Math.min(Math.max(daysBetween(start, today) + 1, 0), days)
  return halfAway(limit * BigInt(elapsed), BigInt(days)) as Minor
}

/** What was spent in one currency on one category, or on everything: a row of totals as far as a limit looks at it. */
export interface Spending {
  readonly key: string
  readonly currency: string
  readonly minus: bigint
}

export interface BudgetFigures {
  readonly amount: Minor
  /** Expenses less refunds, in the budget's currency. */
  readonly spent: Minor
  /** Below zero beyond the limit. */
  readonly left: Minor
  readonly pace: Minor
  /** Codes of other currencies in which something was spent, in their order. */
  readonly notCounted: readonly string[]
}

/** `spending` is all that was spent in the period; `counts` tells what of it is the budget's. */
export function budgetFigures(
  budget: { readonly currency: { readonly code: string }; readonly limits: readonly Limit[] },
  period: Period,
  today: Day,
  spending: readonly Spending[],
  counts: (key: string) => boolean,
): BudgetFigures {
  const amount = limitIn(budget.limits, period)
  const byCurrency = new Map<string, bigint>()
  for (const { key, currency, minus } of spending) {
    if (counts(key)) byCurrency.set(currency, (byCurrency.get(currency) ?? 0n) + minus)
  }
  const spent = (byCurrency.get(budget.currency.code) ?? 0n) as Minor
  const others = [...byCurrency].filter(([code, minus]) => code !== budget.currency.code && minus !== 0n)
  return {
    amount,
    spent,
    left: (amount - spent) as Minor,
    pace: paceOf(amount, period, today),
    notCounted: others.map(([code]) => code).toSorted(),
  }
}
