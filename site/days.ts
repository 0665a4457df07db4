import { dateFormat } from './formats.ts'
import { dateLocale } from './locale.ts'
import * as en from './messages/en.ts'
import { platformWords, t } from './messages/t.ts'

export interface Span {
  readonly start: string
  readonly end: string
}

const dayMs = 86_400_000

/** "Sat, 21 Nov", with a word for today and yesterday; the year where it is not the one of `today`. */
export function dayName(day: string, today: string): string {
  if (day === today) return t(en.today)
  if (day === shifted(today, -1)) return t(en.yesterday)
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
  return dayText(day, { weekday: 'short', day: 'numeric', month: 'short', ...year })
}

/** "Today, Sun 22 Nov": its name, where it has one, and its date. */
export function dayFull(day: string, today: string): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
  const date = dayText(day, { weekday: 'short', day: 'numeric', month: 'short', ...year })
  const name = dayName(day, today)
  return name === date ? date : t(en.dayNamed, { name, date })
}

/** "30 November". */
export function dayAndMonth(day: string): string {
  return dayText(day, { day: 'numeric', month: 'long' })
}

/** "November 2026" where the period is a calendar month, else its first and last day. */
export function periodTitle(period: Span): string {
  return isMonth(period) ? dayText(period.start, { month: 'long', year: 'numeric' }) : spanText(period)
}

/** "1 – 30 Nov 2026", as the person's country writes it. */
export function spanText({ start, end }: Span): string {
  const format = formatter({ day: 'numeric', month: 'short', year: 'numeric' })
  return platformWords(format.formatRange(utc(start), utc(end)))
}

/** Short, for under a bar. */
export function periodLabel(period: Span): string {
  return dayText(period.start, isMonth(period) ? { month: 'short' } : { day: 'numeric', month: 'short' })
}

/** "Nov". */
export function monthName(day: string): string {
  return dayText(day, { month: 'short' })
}

/** When something happened, in the zone of the browser. */
export function momentText(instant: number): string {
  const format = dateFormat(dateLocale(), { dateStyle: 'medium', timeStyle: 'short' })
  return platformWords(format.format(instant))
}

/** 1 is Monday. */
export function weekdayName(weekday: number): string {
  // 5 January 1970 was a Monday
  return dayText(`1970-01-0${weekday + 4}`, { weekday: 'long' })
}

/** How many days the period still has, `today` among them; none outside the period. */
export function daysLeft({ start, end }: Span, today: string): number {
  return start <= today && today <= end ? (utc(end) - utc(today)) / dayMs + 1 : 0
}

/** So many days later. */
export function shifted(day: string, days: number): string {
  return new Date(utc(day) + days * dayMs).toISOString().slice(0, 10)
}

function isMonth({ start, end }: Span): boolean {
  return start.endsWith('-01') && start.slice(0, 7) === end.slice(0, 7) && shifted(end, 1).endsWith('-01')
}

function dayText(day: string, options: Intl.DateTimeFormatOptions): string {
  return platformWords(formatter(options).format(utc(day)))
}

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return dateFormat(dateLocale(), { timeZone: 'UTC', ...options })
}

function utc(day: string): number {
  return Date.parse(day)
}
