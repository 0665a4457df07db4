import { parseId, type ReportId, type ScheduleId } from '../../domain/ids.ts'
import { mostInBatch, type ReportBatch } from '../../ports/jobs.ts'

/** The batch in what the action was called with. Throws on what is none: nobody but our own dispatch calls it. */
export function batchIn(given: { readonly [name: string]: unknown }): ReportBatch {
  const [owner] = idsIn<ReportId>([given.owner])
  const batch = { schedules: idsIn<ScheduleId>(given.schedules), reports: idsIn<ReportId>(given.reports) }
  const size = batch.schedules.length + batch.reports.length
  if (owner === undefined || size > mostInBatch) throw new RangeError('A batch of reports is none.')
  return { owner, ...batch }
}

function idsIn<Id extends ReportId | ScheduleId>(given: unknown): Id[] {
  if (!Array.isArray(given)) throw new RangeError('A batch of reports is none.')
  return given.map((id) => {
    const read = typeof id === 'string' ? parseId<Id>(id) : undefined
    if (!read) throw new RangeError('A batch of reports is none.')
    return read
  })
}
