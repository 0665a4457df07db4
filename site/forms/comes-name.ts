import { weekdayName } from '../day-names.ts'
import * as words from '../messages/en-mail.ts'
import { t } from '../messages/t.ts'

/** A week that ends on a known day can say which day comes how long after it. */
export function comesName(rule: string, n: number): string {
  const begins = weekdayIn(rule)
  if (!begins) return n === 1 ? t(words.nextDay) : t(words.daysAfter, { n })
  const weekday = weekdayName(((begins + n - 2) % 7) + 1)
  return n === 1 ? t(words.onNextDay, { weekday }) : t(words.onWeekday, { weekday, n })
}

/** Of a rule that cuts weeks: the weekday that they begin with, 1 is Monday; else 0. */
export function weekdayIn(rule: string): number {
  return Number(/^week:([1-7])$/.exec(rule)?.[1] ?? 0)
}
