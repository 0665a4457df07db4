import type { Clock } from '../../ports/clock.ts'
import type { ReportShelf, ReportStep, ShelfReport } from '../../ports/report-shelf.ts'
import { type DrawNeeds, draw } from './draw.ts'
import { type FigureNeeds, figure } from './figure.ts'
import { type MailNeeds, mail, resend } from './mail.ts'
import { leaseMs } from './plan-schedule.ts'

export interface StepNeeds extends FigureNeeds, DrawNeeds, MailNeeds {
  readonly clock: Clock
  readonly shelf: ReportShelf
}

/**
 * Takes the step that comes next and notes it; the report as it is then, or undefined when there is nothing left to do
 * now: it has reached its end, waits, or is in other hands. Every step may be taken again: what it makes it makes under
 * the same keys and the same id.
 */
export async function takeStep(
  needs: StepNeeds,
  report: ShelfReport,
  runner: string,
): Promise<ShelfReport | undefined> {
  const note = async (step: ReportStep): Promise<ShelfReport | undefined> => {
    const isOurs = await needs.shelf.step(report.id, runner, step)
    const { nextTryMs, ...said } = step
    return isOurs && nextTryMs !== undefined ? { ...report, ...said } : undefined
  }
  /** Goes on at once, and is found again should this run end here. */
  const goOn = (step: ReportStep) =>
    note(step.state === 'failed' ? step : { ...step, nextTryMs: needs.clock.now() + leaseMs })

  switch (report.state) {
    case 'planned':
      return keptBy(needs, report, await goOn(await figure(needs, report)))
    case 'figured':
      return keptBy(needs, report, await goOn(await draw(needs, report)))
    case 'stored':
      return mail(needs, report, note)
    case 'sending':
      return resend(needs, report, note)
    case 'sent':
    case 'failed':
      return undefined
  }
}

/** Leaving removes files before rows: what was put in between, while its owner left, is taken away by who has put it. */
async function keptBy<Next>({ objects, users }: StepNeeds, report: ShelfReport, next: Next): Promise<Next | undefined> {
  const user = await users.byId(report.userId)
  if (user && user.state !== 'leaving') return next
  for (const key of [report.figuresKey, report.pdfKey]) await objects.remove(key)
  return undefined
}
