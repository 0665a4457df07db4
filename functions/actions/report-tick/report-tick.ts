import type { Done } from '../../edge/event.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'
import { type Jobs, mostInBatch } from '../../ports/jobs.ts'
import type { ReportShelf } from '../../ports/report-shelf.ts'
import type { Schedules } from '../../ports/schedules.ts'

export interface TickNeeds {
  readonly clock: Clock
  readonly ids: Ids
  readonly jobs: Jobs
  readonly schedules: Schedules
  readonly shelf: ReportShelf
  /** How many batches one tick may send: a host's limit of calls is shared with everybody who uses the page. */
  readonly reportBatches: number
}

/** Longer than a run may wait for its turn and take. */
const leaseMs = 15 * 60_000

/**
 * Finds what is due and hands it out, leased, in batches; knows no period and no person. First the reports that somebody
 * has begun and not ended, then the schedules. What it does not get to stays due, and a batch that is lost on its way is
 * due again when its lease ends: it may come late, twice or not at all for days.
 */
export async function reportTick(needs: TickNeeds): Promise<Done> {
  const { clock, ids, jobs, schedules, shelf, reportBatches } = needs
  const done = { batches: 0, reports: 0, schedules: 0 }
  while (done.batches < reportBatches) {
    const owner = ids.next()
    const now = clock.now()
    const begun = await shelf.lease(owner, now, now + leaseMs, mostInBatch)
    const room = mostInBatch - begun.length
    const due = room > 0 ? await schedules.lease(owner, now, now + leaseMs, room) : []
    if (begun.length + due.length === 0) break

    await jobs.reports({ owner, reports: begun, schedules: due })
    done.batches += 1
    done.reports += begun.length
    done.schedules += due.length
    if (begun.length + due.length < mostInBatch) break
  }
  return done
}
