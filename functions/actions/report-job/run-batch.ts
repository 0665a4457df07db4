import type { Done } from '../../edge/event.ts'
import { log, trace } from '../../edge/log.ts'
import { mostTries, waitAfter } from '../../edge/put-off.ts'
import type { ReportBatch } from '../../ports/jobs.ts'
import type { ShelfReport } from '../../ports/report-shelf.ts'
import { type PlanNeeds, planSchedule } from './plan-schedule.ts'
import { type StepNeeds, takeStep } from './steps.ts'

export type BatchNeeds = StepNeeds &
  PlanNeeds & {
    /** Milliseconds that a run may take, by its host. */
    readonly timeLimitMs: number
  }

/**
 * Plans what its schedules have due and makes it, and goes on with reports that somebody has begun. A batch that comes
 * twice does nothing the second time, for the first run has taken it over; what a run does not get to is due at once.
 */
export async function runBatch(needs: BatchNeeds, { owner, schedules, reports }: ReportBatch): Promise<Done> {
  const { clock, ids, shelf, timeLimitMs } = needs
  const runner = ids.next()
  const began = clock.now()
  const isLate = () => clock.now() - began > timeLimitMs * 0.7

  const planned: ShelfReport['id'][] = []
  for (const schedule of await needs.schedules.takeOver(schedules, owner, runner)) {
    planned.push(...(await planSchedule(needs, schedule, runner)))
  }
  const begun = await shelf.takeOver(reports, owner, runner)
  const fresh = await shelf.takeOver(planned, runner, runner)

  const done = { planned: planned.length, made: 0, put: 0, left: 0 }
  for (const report of [...begun, ...fresh]) {
    if (!isLate()) done[await make(needs, report, runner)] += 1
    else {
      await shelf.step(report.id, runner, { state: report.state, nextTryMs: clock.now() })
      done.left += 1
    }
  }
  return done
}

/** About two days, so that no outage that somebody mends loses a report. One on file is tried for as long as its mail is. */
const mostAttempts = 48

/** Step by step as far as it goes. One that cannot be made now waits longer each time, and in the end for a person. */
async function make(needs: BatchNeeds, report: ShelfReport, runner: string): Promise<'made' | 'put'> {
  let current = report
  try {
    for (let next: ShelfReport | undefined = report; next; next = await takeStep(needs, next, runner)) current = next
    return 'made'
  } catch (error) {
    const { id, state, attempts, pdf } = current
    log('report', { id, state, attempts, ...trace(error) })
    const nextTryMs = needs.clock.now() + waitAfter(attempts)
    const step =
      attempts < (pdf ? mostTries : mostAttempts)
        ? { state, nextTryMs }
        : ({ state: 'failed', trouble: 'broken' } as const)
    await needs.shelf.step(id, runner, step)
    return 'put'
  }
}
