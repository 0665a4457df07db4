import type { SessionId, UserId } from '../domain/ids.ts'
import type { Window } from './attempts.ts'
import type { Instant } from './clock.ts'

/** A log-in. Its refresh token is kept as a hash; the one before it is good for ten seconds more. */
export interface Session {
  readonly id: SessionId
  readonly userId: UserId
  readonly refreshHash: string
  readonly previousHash?: string
  /** With the previous token it leads to the current one (`Secrets.next`). */
  readonly rotationSalt?: string
  readonly rotatedMs: Instant
  readonly level: number
  readonly agent: string
  readonly createdMs: Instant
  readonly lastSeenMs: Instant
  /** Slides by thirty days at each refresh, never past `absoluteMs`. */
  readonly expiresMs: Instant
  /** A hundred and eighty days after the log-in. */
  readonly absoluteMs: Instant
}

export interface Rotation {
  readonly refreshHash: string
  readonly rotationSalt?: string
  readonly expiresMs: Instant
}

export interface Sessions {
  /**
   * Begins a session, and makes a pending user active in the same transaction. `passwordHash` is what the user was let in
   * by: false, and nothing is written, when it is not the user's any more, when the user is leaving, disabled or gone, or
   * when one of the windows has no room.
   */
  add(session: Session, passwordHash: string, windows?: readonly Window[]): Promise<boolean>
  /** A session that has not ended or run out, of a user who is active and has the password still that it began with. */
  live(id: SessionId, now: Instant): Promise<Session | undefined>
  /** The one used last comes first. */
  list(userId: UserId, now: Instant): Promise<readonly Session[]>
  /** By the hash of the current or the previous refresh token, if the password is still the one that it began with. */
  byRefresh(hash: string): Promise<Session | undefined>
  /** Puts a new hash in the place of `refreshHash`; false when somebody else was faster. */
  rotate(session: Session, rotation: Rotation, now: Instant): Promise<boolean>
  /** False when this user has no such session. */
  end(userId: UserId, id: SessionId): Promise<boolean>
  /** Drops sessions that had run out by this instant. */
  sweep(beforeMs: Instant): Promise<void>
}
