import type { LedgerId, ReportId } from '../../domain/ids.ts'
import { always, type Period } from '../../domain/period.ts'
import { dueAt, dueBy } from '../../domain/schedule.ts'
import { reportKeys } from '../../edge/report-keys.ts'
import { onBehalf } from '../../edge/who.ts'
import type { Clock, Instant } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Ledgers } from '../../ports/ledgers.ts'
import type { PlannedReport, ReportShelf } from '../../ports/report-shelf.ts'
import type { Schedule, Schedules } from '../../ports/schedules.ts'
import { mailedAlready } from './mailed-already.ts'

export interface PlanNeeds {
  readonly clock: Clock
  readonly ids: Ids
  readonly ledgers: Ledgers
  readonly schedules: Schedules
  readonly shelf: ReportShelf
}

/** Longer than any run may take. */
export const leaseMs: Instant = 15 * 60_000

/** After a long silence the four newest are made, and what is older is let go. */
const mostAtOnce = 4

/**
 * Puts what is due on the shelf, the newest first, and moves the schedule on: together or not at all. What its reader has
 * had mailed by hand, and what is still true, is not mailed once more.
 */
export async function planSchedule(needs: PlanNeeds, schedule: Schedule, runner: string): Promise<readonly ReportId[]> {
  const now = needs.clock.now()
  const scope = await onBehalf(needs.ledgers, schedule.userId, schedule.ledgerId)
  if (!scope) {
    // no member any more: nothing is due until somebody switches it on again
    const { dueMs: _, ...off } = schedule
    await needs.schedules.plan(off, runner, [], now)
    return []
  }

  const history = schedule.rule === 'own' ? scope.rules : always(schedule.rule)
  const { periods, next } = dueBy(now, history, schedule.next, schedule, mostAtOnce, scope.timeZone)
  const reports: PlannedReport[] = []
  for (const period of periods) {
    const isMailed = await mailedAlready(needs.shelf, scope, schedule.kind, period)
    if (!isMailed) reports.push(planned(needs, schedule, period, now))
  }
  // the identity plane knows no ledger's zone: what it gave out too early is only put off
  const moved = { ...schedule, next, dueMs: dueAt(next.end, schedule, scope.timeZone) }
  const kept = await needs.schedules.plan(moved, runner, reports, now + leaseMs)
  return (kept ?? []).map(({ id }) => id)
}

function planned({ ids }: PlanNeeds, schedule: Schedule, period: Period, now: Instant): PlannedReport {
  const { userId, ledgerId, kind } = schedule
  return {
    id: ids.next() as ReportId,
    userId,
    ledgerId,
    kind,
    period,
    ...reportKeys(ids, ledgerId as LedgerId),
    mailWish: 'scheduled',
    createdMs: now,
  }
}
