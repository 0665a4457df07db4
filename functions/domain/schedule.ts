import { addDays, type Day, latest } from './day.ts'
import { type Period, periodAt, type Rule, type RuleHistory } from './period.ts'
import { instantIn } from './zone.ts'

export type ScheduleKind = 'weekly' | 'monthly'

/** `own`: the ledger's rules, as they were and will be. */
export type ScheduleRule = Rule | 'own'

/** When a report is made: so many days after its period's end (1 is the day after), at that hour in the zone. */
export interface Timing {
  readonly afterDays: number
  readonly hour: number
  readonly timeZone: string
}

/**
 * The instant from which the report of a period that ends then is due: at the hour of the person's clocks, and not before
 * the last day is over in the ledger's zone, where that is another one.
 */
export function dueAt(end: Day, { afterDays, hour, timeZone }: Timing, ledgerZone = timeZone): number {
  const after = (days: number) => addDays(end, Math.min(days, room(end)))
  return Math.max(instantIn(timeZone, after(afterDays), hour), instantIn(ledgerZone, after(1), 0))
}

/**
 * What a report that begins on this day covers: the rest of the rules' period that holds it. So reports tile the calendar
 * from their first day on, however the rules change.
 */
export function coverFrom(history: RuleHistory, start: Day): Period {
  return { start, end: periodAt(history, start).end }
}

/** What is due, the newest first, and what comes next. Of more than `most` the oldest are let go. */
export interface Due {
  readonly periods: readonly Period[]
  readonly next: Period
}

export function dueBy(
  now: number,
  history: RuleHistory,
  next: Period,
  timing: Timing,
  most: number,
  ledgerZone = timing.timeZone,
): Due {
  const periods: Period[] = []
  let coming = next
  while (coming.end < latest && dueAt(coming.end, timing, ledgerZone) <= now) {
    periods.push(coming)
    coming = coverFrom(history, addDays(coming.end, 1))
  }
  return { periods: periods.slice(-most).reverse(), next: coming }
}

/** The calendar ends: what is sent after its end is sent on its last day. */
const room = (end: Day): number => (end > '2199-11-30' ? 0 : 31)
