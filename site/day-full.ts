import { dayName, dayText } from './days.ts'
import * as en from './messages/en.ts'
import { t } from './messages/t.ts'

/** "Today, Sun 22 Nov": its name, where it has one, and its date. */
export function dayFull(day: string, today: string): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
  const date = dayText(day, { weekday: 'short', day: 'numeric', month: 'short', ...year })
  const name = dayName(day, today)
  return name === date ? date : t(en.dayNamed, { name, date })
}
