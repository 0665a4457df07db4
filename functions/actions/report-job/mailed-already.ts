import { isOver } from '../../domain/is-over.ts'
import type { Period } from '../../domain/period.ts'
import type { ScheduleKind } from '../../domain/schedule.ts'
import type { ReportShelf } from '../../ports/report-shelf.ts'
import type { LedgerScope } from '../../ports/scope.ts'

/** Whether the person has had a mail with all that a report of the period would say now: it was over, and nothing was written since. */
export async function mailedAlready(
  shelf: ReportShelf,
  { userId, ledgerId, timeZone, revision }: LedgerScope,
  kind: ScheduleKind,
  period: Period,
): Promise<boolean> {
  const [latest] = await shelf.editions(userId, ledgerId, kind, period)
  if (latest?.state !== 'sent' || latest.headline?.revision !== revision) return false
  return isOver(period, timeZone, latest.headline.figuredMs)
}
