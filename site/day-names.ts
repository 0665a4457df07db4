import { dayText, shifted } from './days.ts'
import { dateFormat } from './formats.ts'
import { dateLocale } from './locale.ts'
import { platformWords } from './messages/t.ts'

/** "Nov"; with its year in January, so that a row of them tells years apart. */
export function monthName(day: string): string {
  return dayText(day, day.slice(5, 7) === '01' ? { month: 'short', year: '2-digit' } : { month: 'short' })
}

/** "30 Nov", short, for under a point; the month alone where it ends on this day. */
export function dayLabel(day: string): string {
  return shifted(day, 1).endsWith('-01') ? monthName(day) : dayText(day, { day: 'numeric', month: 'short' })
}

/** "31 Oct"; the year where it is not the one of `today`. */
export function dateName(day: string, today: string): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
  return dayText(day, { day: 'numeric', month: 'short', ...year })
}

/** When something happened, in the zone of the browser. */
export function momentText(instant: number): string {
  const format = dateFormat(dateLocale(), { dateStyle: 'medium', timeStyle: 'short' })
  return platformWords(format.format(instant))
}

/** The day of it alone: "7 Dec", with its year where that is not this one's. */
export function momentDay(instant: number, now: number): string {
  const isThisYear = new Date(instant).getFullYear() === new Date(now).getFullYear()
  const year = isThisYear ? {} : ({ year: 'numeric' } as const)
  return platformWords(dateFormat(dateLocale(), { day: 'numeric', month: 'short', ...year }).format(instant))
}

/** "Mon, 7 Dec, 09:00", by the clocks of a zone. */
export function momentIn(timeZone: string, instant: number): string {
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const
  return platformWords(
    dateFormat(dateLocale(), { ...day, hour: 'numeric', minute: '2-digit', timeZone }).format(instant),
  )
}

/** "in 3 days"; in hours on the last day but one. */
export function untilText(instant: number, now: number): string {
  const hours = Math.max(0, Math.round((instant - now) / 3_600_000))
  const format = new Intl.RelativeTimeFormat(dateLocale(), { numeric: 'always' })
  return platformWords(hours < 48 ? format.format(hours, 'hour') : format.format(Math.round(hours / 24), 'day'))
}

/** "09:00", as the person's country writes hours. */
export function hourName(hour: number): string {
  return platformWords(
    dateFormat(dateLocale(), { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(hour * 3_600_000),
  )
}

/** 1 is Monday. */
export function weekdayName(weekday: number): string {
  // 4 January 1970 was a Sunday
  return dayText(shifted('1970-01-04', weekday), { weekday: 'long' })
}
