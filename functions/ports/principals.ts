import type { LedgerId, UserId } from '../domain/ids.ts'
import type { Instant } from './clock.ts'

/** What the ledger plane knows of a person: from when on tokens count, and the default ledger. */
export interface Principals {
  /** Tokens issued before `now` stop working everywhere in the ledger plane. Never lowers. Returns the value in force. */
  shutOut(userId: UserId, now: Instant): Promise<Instant>
  /** The instant before which tokens do not count; 0 for a person who is not known yet. */
  validFrom(userId: UserId): Promise<Instant>
  /** As `shutOut`, and for good. */
  beginLeaving(userId: UserId, now: Instant): Promise<void>
  /** Ledgers this person owns alone, and those shared whose only owner this person is. */
  owned(userId: UserId): Promise<{ readonly alone: readonly LedgerId[]; readonly soleOwnerOf: readonly LedgerId[] }>
  /** Removes up to `limit` rows of each table of a ledger; true when nothing of it is left. */
  removeLedger(ledgerId: LedgerId, limit: number): Promise<boolean>
  /** The last step: memberships, API tokens and the principal itself. */
  remove(userId: UserId): Promise<void>
}
