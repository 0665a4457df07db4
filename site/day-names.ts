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

/** 1 is Monday. */
export function weekdayName(weekday: number): string {
  // 5 January 1970 was a Monday
  return dayText(`1970-01-0${weekday + 4}`, { weekday: 'long' })
}
