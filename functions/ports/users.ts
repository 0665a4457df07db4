import type { LedgerId, UserId } from '../domain/ids.ts'
import type { Window } from './attempts.ts'
import type { Instant } from './clock.ts'

/** `pending` until the ledger exists; `leaving` until the last row is gone. */
export type UserState = 'pending' | 'active' | 'leaving' | 'disabled'

export interface User {
  readonly id: UserId
  readonly version: number
  readonly email: string
  readonly emailVerifiedMs?: Instant
  readonly passwordHash: string
  readonly name: string
  readonly locale: string
  readonly timeZone: string
  /** The ledger made at registration. */
  readonly ledgerId: LedgerId
  /** The first ledger's currency, kept so that a broken registration can be resumed. */
  readonly currency: string
  readonly state: UserState
  readonly createdMs: Instant
}

export interface AtDoor {
  readonly user: User | undefined
  /** In the order of the windows. */
  readonly counted: readonly number[]
}

/** People, in the identity plane. An address is known by its key: SHA-256 of the address, trimmed and in lower case. */
export interface Users {
  /** False when the address is taken: nothing is written then. */
  add(user: User, emailKey: string): Promise<boolean>
  /**
   * Gives a pending row to somebody who registers anew: all of it but the ids and the address, so that what is under way
   * for it elsewhere ends up in the same place. False when it is not pending any more, or `before` not its password.
   */
  replacePending(user: User, before: string): Promise<boolean>
  byEmail(emailKey: string): Promise<User | undefined>
  /** Who has this address, and how many attempts have been counted in each of these windows: one look for both. */
  atDoor(emailKey: string, windows: readonly Window[]): Promise<AtDoor>
  byId(id: UserId): Promise<User | undefined>
  /** Replaces name, locale and zone of an active user when the version is still that; undefined otherwise. */
  change(user: User, now: Instant): Promise<User | undefined>
  /** Notes that the person reads mail at this address; false when it is not theirs (any more). */
  verifyEmail(id: UserId, email: string, now: Instant): Promise<boolean>
  setState(id: UserId, state: UserState, now: Instant): Promise<void>
  /** `leaving`, with sessions, tokens and schedules gone, in one transaction. */
  beginLeaving(id: UserId, now: Instant): Promise<void>
  /** The last step of leaving: the user's rows in every table. */
  remove(id: UserId): Promise<void>
  /** Users whose leaving was cut short, for the tick. */
  leaving(limit: number): Promise<readonly User[]>
}
