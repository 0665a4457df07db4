import type { Threshold } from '../domain/alert.ts'
import type { Currency } from '../domain/currency.ts'
import type { BudgetId, LedgerId, UserId } from '../domain/ids.ts'
import type { Minor } from '../domain/money.ts'
import type { Period } from '../domain/period.ts'
import type { Instant } from './clock.ts'

/** A limit that a write has crossed, noted with that write. */
export interface Alert {
  /** A UUID. */
  readonly id: string
  readonly ledgerId: LedgerId
  readonly budgetId: BudgetId
  readonly threshold: Threshold
  /** The limit's, and what it and the spending were when it was crossed. */
  readonly period: Period
  readonly limit: Minor
  readonly spent: Minor
  readonly currency: Currency
  readonly crossedMs: Instant
  /** Somebody may have begun to tell it before, and was cut off. */
  readonly isBegun: boolean
  /** Until when it was leased: two leases of one alert differ in it. */
  readonly untilMs: Instant
}

/** Limits crossed and not told yet, in all ledgers. */
export interface Alerts {
  /** Leases at most `limit` of them until `untilMs`, the oldest first; of two who ask at once, each gets others. */
  lease(now: Instant, untilMs: Instant, limit: number): Promise<readonly Alert[]>
  /** From now on somebody may know of it. False, and nothing done, where it was leased anew since, or is gone. */
  begin(alert: Alert): Promise<boolean>
  /** Nobody knows of it after all; it is tried again from that instant on. */
  putBack(alert: Alert, untilMs: Instant): Promise<void>
  /**
   * The spending was below it at this revision of the ledger, and nobody knows of it: it is noted anew when it is crossed
   * anew, and `worst`, which is reached still, waits where it was outdone. False, and nothing done, where the ledger was
   * written since.
   */
  withdraw(alert: Alert, worst: Threshold | undefined, revision: number): Promise<boolean>
  /** Nobody is told of it any more, nor of what is less of the same limit and period. */
  settle(alert: Alert): Promise<void>
  /** Who keeps the ledger: its owners and editors. */
  keepers(ledgerId: LedgerId): Promise<readonly UserId[]>
}
