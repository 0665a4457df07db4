import type { Insertable, Selectable } from 'kysely'
import type { Day } from '../../domain/day.ts'
import type { LedgerId, ScheduleId, UserId } from '../../domain/ids.ts'
import { formatRule, parseRule } from '../../domain/period.ts'
import type { ScheduleRule } from '../../domain/schedule.ts'
import type { Schedule } from '../../ports/schedules.ts'
import type { ReportSchedulesTable } from './schema.ts'

export function scheduleRow(schedule: Schedule): Insertable<ReportSchedulesTable> {
  return {
    id: schedule.id,
    user_id: schedule.userId,
    ledger_id: schedule.ledgerId,
    kind: schedule.kind,
    rule: schedule.rule === 'own' ? 'own' : formatRule(schedule.rule),
    after_days: schedule.afterDays,
    send_hour: schedule.hour,
    display_zone: schedule.timeZone,
    next_start: schedule.next.start,
    next_end: schedule.next.end,
    due_ms: schedule.dueMs ?? null,
    lease_owner: null,
    attempts: 0,
  }
}

export function scheduleFrom(row: Selectable<ReportSchedulesTable>): Schedule {
  return {
    id: row.id as ScheduleId,
    userId: row.user_id as UserId,
    ledgerId: row.ledger_id as LedgerId,
    kind: row.kind,
    rule: ruleFrom(row.rule),
    afterDays: Number(row.after_days),
    hour: Number(row.send_hour),
    timeZone: row.display_zone,
    next: { start: row.next_start as Day, end: row.next_end as Day },
    ...(row.due_ms !== null && { dueMs: Number(row.due_ms) }),
  }
}

/** Rules are stored in their one spelling, in which the first weekday says nothing. */
function ruleFrom(text: string): ScheduleRule {
  if (text === 'own') return 'own'
  const rule = parseRule(text, 1)
  if (!rule.ok) throw new RangeError('A stored rule is none.')
  return rule.value
}
