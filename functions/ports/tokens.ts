import type { SessionId, UserId } from '../domain/ids.ts'
import type { Instant } from './clock.ts'

/** What an access token says. `level` 1 is a password; a second factor will be 2. */
export interface Claims {
  readonly userId: UserId
  readonly sessionId: SessionId
  readonly level: number
  readonly issuedMs: Instant
  readonly expiresMs: Instant
}

/** Reads access tokens. Holds public keys only, so that a ledger action can never make one. */
export interface TokenReader {
  /** Absent for whatever is not a token of ours that is good at `now`. */
  read(token: string, now: Instant): Claims | undefined
}

/** Makes access tokens; for identity actions alone. */
export interface TokenWriter {
  write(claims: Claims): string
}
