import { weekday } from '../../domain/day.ts'
import { type Frame, frameOf, frameOfRange } from '../../domain/insight-frame.ts'
import { always, type Period, periodAt, type RuleHistory } from '../../domain/period.ts'
import type { ScheduleRule } from '../../domain/schedule.ts'

/**
 * Seen against its like: by the rule of its schedule where that makes this very period, else by the ledger's own rules,
 * else by weeks, else by its length.
 */
export function frameFor(own: RuleHistory, scheduled: ScheduleRule | undefined, period: Period): Frame {
  const ofSchedule = scheduled === undefined || scheduled === 'own' ? [] : [always(scheduled)]
  const histories = [...ofSchedule, own, always({ kind: 'week', weekday: weekday(period.start) })]
  const fitting = histories.find((history) => {
    const { start, end } = periodAt(history, period.start)
    return start === period.start && end === period.end
  })
  return fitting ? frameOf(fitting, period) : frameOfRange(period)
}
