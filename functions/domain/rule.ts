import { dateIn, modulo, monthIndexOf, weekdayOf } from './calendar.ts'
import { type Day, parseDay, toNumber } from './day.ts'
import { ok, type Result, refuse } from './result.ts'

/** How a ledger's time is cut into periods. Weekdays count from Monday = 1 to Sunday = 7. */
export type Rule =
  | { readonly kind: 'month'; readonly date: number }
  | { readonly kind: 'week'; readonly weekday: number }
  | { readonly kind: 'weeks'; readonly every: number; readonly anchor: Day }
  /** Each month from the pay day, or from the last workday before it; 31 is the month's last workday. */
  | { readonly kind: 'payday'; readonly date: number }

export type BadRule = { readonly kind: 'bad-rule'; readonly text: string }

/**
 * Reads `month`, `month:25`, `week`, `week:7`, `weeks:2@2026-01-05`, `payday:25`, `payday:last-workday`.
 * A bare `week` begins with the ledger's first weekday.
 */
export function parseRule(text: string, firstWeekday: number): Result<Rule, BadRule> {
  const rule = read(text, firstWeekday)
  return rule ? ok(rule) : refuse({ kind: 'bad-rule', text })
}

/** The one text of a rule, as it is stored and compared. */
export function formatRule(rule: Rule): string {
  switch (rule.kind) {
    case 'month':
      return rule.date === 1 ? 'month' : `month:${rule.date}`
    case 'week':
      return `week:${rule.weekday}`
    case 'weeks':
      return `weeks:${rule.every}@${rule.anchor}`
    case 'payday':
      return rule.date === 31 ? 'payday:last-workday' : `payday:${rule.date}`
  }
}

/** A stretch of days by their numbers, both ends in it. */
export type Span = { readonly first: number; readonly last: number }

/** The stretch that the rule alone, as if it had always held, makes around a day. It may leave the range of days. */
export function spanAround(rule: Rule, number: number): Span {
  switch (rule.kind) {
    case 'month':
      return betweenStarts(number, (month) => dateIn(month, rule.date))
    case 'week':
      return cycle(number, 7, number - weekdayOf(number) + rule.weekday)
    case 'weeks':
      return cycle(number, rule.every * 7, toNumber(rule.anchor))
    case 'payday':
      return betweenStarts(number, (month) => workdayUpTo(dateIn(month, rule.date)))
  }
}

function read(text: string, firstWeekday: number): Rule | undefined {
  const [, kind, detail] = /^([a-z]+)(?::(.+))?$/.exec(text) ?? []
  switch (kind) {
    case 'month': {
      const date = whole(detail ?? '1', 1, 31)
      return date ? { kind, date } : undefined
    }
    case 'week': {
      const weekday = whole(detail ?? String(firstWeekday), 1, 7)
      return weekday ? { kind, weekday } : undefined
    }
    case 'weeks': {
      const [count = '', anchor = ''] = detail?.split(/@(.*)/) ?? []
      const every = whole(count, 2, 52)
      const day = parseDay(anchor)
      return every && day.ok ? { kind, every, anchor: day.value } : undefined
    }
    case 'payday': {
      const date = detail === 'last-workday' ? 31 : whole(detail ?? '', 1, 31)
      return date ? { kind, date } : undefined
    }
  }
}

function whole(text: string, least: number, most: number): number | undefined {
  const value = /^[1-9]\d?$/.test(text) ? Number(text) : 0
  return least <= value && value <= most ? value : undefined
}

function cycle(number: number, days: number, anchor: number): Span {
  const first = number - modulo(number - anchor, days)
  return { first, last: first + days - 1 }
}

/** One start in every month; but a start can slip into the month before, when the 1st is a Sunday. */
function betweenStarts(number: number, startOf: (month: number) => number): Span {
  let month = monthIndexOf(number) + 1
  while (startOf(month) > number) month -= 1
  return { first: startOf(month), last: startOf(month + 1) - 1 }
}

function workdayUpTo(number: number): number {
  return number - Math.max(0, weekdayOf(number) - 5)
}
