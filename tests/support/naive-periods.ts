/** Periods as one would find them with a wall calendar and a finger: day after day. Shares no code with the product. */

/** Rules with the day each of them holds from, oldest first; the first one holds from the beginning of time. */
export type Rules = readonly { readonly from: string; readonly rule: string }[]

export interface Stretch {
  readonly start: string
  readonly end: string
}

export function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

export function periodOf(rules: Rules, day: string): Stretch {
  let start = day
  while (!begins(rules, start)) start = shift(start, -1)
  let end = day
  while (!begins(rules, shift(end, 1))) end = shift(end, 1)
  return { start, end }
}

/** The `count` periods that end with this one, oldest first. */
export function periodsUpTo(rules: Rules, last: Stretch, count: number): Stretch[] {
  const periods = [last]
  while (periods.length < count) periods.unshift(periodOf(rules, shift(periods[0]?.start ?? last.start, -1)))
  return periods
}

/** What a rule change today makes of the rules: the running period is finished, what was planned is forgotten. */
export function withRule(rules: Rules, rule: string, today: string): Rules {
  const begun = rules.filter(({ from }) => from <= today)
  if (begun.at(-1)?.rule === rule) return begun
  return [...begun, { from: shift(periodOf(begun, today).end, 1), rule }]
}

/** A day begins a period when the rule of that day says so, or when that rule begins to hold on it. */
function begins(rules: Rules, day: string): boolean {
  const held = rules.filter(({ from }) => from <= day).at(-1) ?? rules[0]
  return held !== undefined && (held.from === day || beginsBy(held.rule, day))
}

/** Knows `month`, `month:25` and `week:1`. */
function beginsBy(rule: string, day: string): boolean {
  const [kind, detail] = rule.split(':')
  if (kind === 'week') return (new Date(`${day}T00:00:00Z`).getUTCDay() || 7) === Number(detail)
  const [date, wanted] = [Number(day.slice(8)), Number(detail ?? 1)]
  return date === wanted || (date < wanted && shift(day, 1).endsWith('-01'))
}
