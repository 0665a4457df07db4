import type { ScheduleView } from '../../api/reports.ts'
import { formatRule } from '../../domain/period.ts'
import type { Schedule } from '../../ports/schedules.ts'

export function scheduleView({ kind, rule, afterDays, hour, timeZone, next, dueMs }: Schedule): ScheduleView {
  return {
    kind,
    active: dueMs !== undefined,
    rule: rule === 'own' ? 'own' : formatRule(rule),
    afterDays,
    hour,
    timeZone,
    ...(dueMs !== undefined && { next: { ...next, dueAt: dueMs } }),
  }
}
