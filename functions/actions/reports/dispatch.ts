import { log, trace } from '../../edge/log.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Jobs } from '../../ports/jobs.ts'
import type { ReportShelf, ShelfReport } from '../../ports/report-shelf.ts'

export interface DispatchNeeds {
  readonly clock: Clock
  readonly ids: Ids
  readonly jobs: Jobs
  readonly shelf: ReportShelf
}

/** Longer than a run may take; a report that nobody has taken up by then is found by the tick. */
export const leaseMs = 5 * 60_000

/** Has a report that `owner` holds made at once; where nothing takes it now, the next tick does. */
export async function dispatched(
  { clock, jobs, shelf }: DispatchNeeds,
  report: ShelfReport,
  owner: string,
): Promise<void> {
  try {
    await jobs.reports({ owner, schedules: [], reports: [report.id] })
  } catch (error) {
    log('dispatch', { id: report.id, ...trace(error) })
    await shelf.step(report.id, owner, { state: report.state, nextTryMs: clock.now() })
  }
}
