import type { LedgerId, ScheduleId, UserId } from '../domain/ids.ts'
import type { Period } from '../domain/period.ts'
import type { ScheduleKind, ScheduleRule, Timing } from '../domain/schedule.ts'
import type { Instant } from './clock.ts'
import type { PlannedReport } from './report-shelf.ts'

/** When whom a report is made for. */
export interface Schedule extends Timing {
  readonly id: ScheduleId
  readonly userId: UserId
  readonly ledgerId: LedgerId
  readonly kind: ScheduleKind
  readonly rule: ScheduleRule
  /** What the next report covers. */
  readonly next: Period
  /** When that is due; absent while the schedule is switched off. */
  readonly dueMs?: Instant
}

/** All that admitting somebody needs of schedules: what a tick needs would weigh on every registration. */
export interface NewSchedules {
  /** Makes what is not there yet, by user, ledger and kind. */
  ensure(schedules: readonly Schedule[]): Promise<void>
}

/** Schedules of reports, in the identity plane. A lease is a due instant in the future and a name of whose it is. */
export interface Schedules extends NewSchedules {
  list(userId: UserId, ledgerId: LedgerId): Promise<readonly Schedule[]>
  /**
   * Replaces rule, timing, what is next and when of the one that was `read`, or makes it where there is none. Whoever holds it
   * loses it. False, and nothing done, when it has moved on to another report or to another zone since.
   */
  put(schedule: Schedule, read: Schedule): Promise<boolean>
  /** Leases at most `limit` that are due, the longest due first; each lease has an owner of its own. */
  lease(owner: string, now: Instant, untilMs: Instant, limit: number): Promise<readonly ScheduleId[]>
  /** Those among them that `owner` holds, now held by `runner`, in the order of `ids`: a batch that comes twice finds nothing the second time. */
  takeOver(ids: readonly ScheduleId[], owner: string, runner: string): Promise<readonly Schedule[]>
  /**
   * In one transaction: puts the reports on the shelf, held by `runner` until `untilMs`, and moves the schedule on to
   * what is next. Undefined, and nothing done, when the schedule is not held by `runner` any more.
   */
  plan(
    schedule: Schedule,
    runner: string,
    reports: readonly PlannedReport[],
    untilMs: Instant,
  ): Promise<readonly PlannedReport[] | undefined>
  /** Every schedule of the person, in another zone: what is due is due by its clocks. */
  moveTo(userId: UserId, timeZone: string): Promise<void>
}
