import type { LedgerId, UserId } from '../domain/ids.ts'
import type { Instant } from './clock.ts'

/** What the ledger plane knows of a person: from when on tokens count, and the default ledger. */
export interface Principals {
  /**
   * Every token issued so far stops working everywhere in the ledger plane, also one that was issued at this very `now`,
   * or a little later because of the shutting out before. Never lowers. Returns the value in force, 0 without a principal.
   */
  shutOut(userId: UserId, now: Instant): Promise<Instant>
  /** The instant before which tokens do not count; 0 for a person who is not known yet. */
  validFrom(userId: UserId): Promise<Instant>
  /** As `shutOut`, and for good. */
  beginLeaving(userId: UserId, now: Instant): Promise<void>
  /** Ledgers this person owns alone, and those shared whose only owner this person is. */
  owned(userId: UserId): Promise<{ readonly alone: readonly LedgerId[]; readonly soleOwnerOf: readonly LedgerId[] }>
  /** Removes up to `limit` rows of each table of a ledger; true when nothing of it is left. */
  removeLedger(ledgerId: LedgerId, limit: number): Promise<boolean>
  /** People whose leaving has begun and not ended in this plane, for the tick. */
  leaving(limit: number): Promise<readonly UserId[]>
  /** The last step: memberships, API tokens and the principal itself. */
  remove(userId: UserId): Promise<void>
}
