import type { ReportId, ScheduleId } from '../domain/ids.ts'

/** Rows in one batch: what a run does well within its time. */
export const mostInBatch = 25

/** What one run of the report job is asked to do: rows of the identity plane that `owner` has leased. */
export interface ReportBatch {
  /** The lease's owner, a UUID: a job whose lease has been given to another one does nothing. */
  readonly owner: string
  readonly schedules: readonly ScheduleId[]
  readonly reports: readonly ReportId[]
}

/**
 * Hands work to another run of the program. At least once is all that is promised: a batch may come twice or, when the
 * process dies, never; the leases see to both. Throws `Unavailable` when nothing takes it now.
 */
export interface Jobs {
  reports(batch: ReportBatch): Promise<void>
}
