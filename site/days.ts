import {
  periodLabel as labelled,
  type Span,
  spanText as spanned,
  periodTitle as titled,
} from '../functions/domain/written.ts'
import { dateFormat } from './formats.ts'
import { dateLocale } from './locale.ts'
import * as en from './messages/en.ts'
import { platformWords, t } from './messages/t.ts'

export type { Span }

const dayMs = 86_400_000

/** "Sat, 21 Nov", with a word for today and yesterday; the year where it is not the one of `today`. */
export function dayName(day: string, today: string): string {
  if (day === today) return t(en.today)
  if (day === shifted(today, -1)) return t(en.yesterday)
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
  return dayText(day, { weekday: 'short', day: 'numeric', month: 'short', ...year })
}

/** "30 November". */
export function dayAndMonth(day: string): string {
  return dayText(day, { day: 'numeric', month: 'long' })
}

/** "November 2026" where the period is a calendar month, else its first and last day. */
export function periodTitle(period: Span): string {
  return platformWords(titled(period, formatter))
}

/** "1 – 30 Nov 2026", as the person's country writes it. */
export function spanText(span: Span): string {
  return platformWords(spanned(span, formatter))
}

/** Short, for under a bar. */
export function periodLabel(period: Span): string {
  return platformWords(labelled(period, formatter))
}

/** "Nov". */
export function monthName(day: string): string {
  return dayText(day, { month: 'short' })
}

/** How many days the period still has, `today` among them; none outside the period. */
export function daysLeft({ start, end }: Span, today: string): number {
  return start <= today && today <= end ? (utc(end) - utc(today)) / dayMs + 1 : 0
}

/** The span behind this one, as long as `before` says that spans are: so many months where both are whole months. */
export function following(span: Span, before: Span): Span {
  const start = shifted(span.end, 1)
  const isWhole = [span, before].every((one) => one.start.endsWith('-01') && shifted(one.end, 1).endsWith('-01'))
  const months = isWhole ? monthsFrom(before.start, span.start) : 0
  if (months === 0) return { start, end: shifted(start, (utc(span.end) - utc(span.start)) / dayMs) }
  const behind = new Date(utc(start))
  behind.setUTCMonth(behind.getUTCMonth() + months)
  return { start, end: shifted(behind.toISOString().slice(0, 10), -1) }
}

function monthsFrom(a: string, b: string): number {
  return (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 + Number(b.slice(5, 7)) - Number(a.slice(5, 7))
}

/** So many days later. */
export function shifted(day: string, days: number): string {
  return new Date(utc(day) + days * dayMs).toISOString().slice(0, 10)
}

export function dayText(day: string, options: Intl.DateTimeFormatOptions): string {
  return platformWords(formatter(options).format(utc(day)))
}

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return dateFormat(dateLocale(), { timeZone: 'UTC', ...options })
}

function utc(day: string): number {
  return Date.parse(day)
}
