import type { Newcomer } from './first-ledger.ts'
import { derivedId, type ScheduleId } from './ids.ts'
import { always, periodAt, type Rule } from './period.ts'
import { dueAt, type ScheduleKind, type ScheduleRule, type Timing } from './schedule.ts'
import { firstWeekdayOf } from './week-start.ts'
import { todayIn } from './zone.ts'

/** As somebody has it who has set nothing: the week on the morning after it, the month on its third morning after. */
export const usualTiming: { readonly [K in ScheduleKind]: Omit<Timing, 'timeZone'> } = {
  weekly: { afterDays: 1, hour: 9 },
  monthly: { afterDays: 3, hour: 9 },
}

/** The rule of a weekly report, where nobody has chosen one. */
export const usualWeek = (firstWeekday: number): Rule => ({ kind: 'week', weekday: firstWeekday })

/** The schedules that a person begins with; their first reports cover the running week and month. Ids follow from the ledger's. */
export function firstSchedules(person: Newcomer, now: number) {
  const { id: userId, ledgerId, locale, timeZone } = person
  const today = todayIn(timeZone, now)
  const week = usualWeek(firstWeekdayOf(locale))
  const schedule = (kind: ScheduleKind, rule: ScheduleRule, runs: Rule) => {
    const timing = { ...usualTiming[kind], timeZone }
    const next = periodAt(always(runs), today)
    const id = derivedId<ScheduleId>(ledgerId, `schedule:${userId}:${kind}`)
    return { id, userId, ledgerId, kind, rule, ...timing, next, dueMs: dueAt(next.end, timing) }
  }
  return [schedule('weekly', week, week), schedule('monthly', 'own', { kind: 'month', date: 1 })]
}
