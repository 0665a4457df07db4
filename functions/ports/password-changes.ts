import type { UserId } from '../domain/ids.ts'
import type { Instant } from './clock.ts'
import type { MailToken } from './mail-tokens.ts'

/**
 * How a person's password becomes another one. With it go all sessions, even those that somebody begins with the old one at
 * this moment, and the link by which it could be reset.
 */
export interface PasswordChanges {
  set(id: UserId, passwordHash: string, now: Instant): Promise<void>
  /**
   * Keeps the one token by which this person's password can be reset: those before it are none any more. It is found as every
   * mail token is. False, and nothing kept, where the person is not active.
   */
  offerReset(token: MailToken): Promise<boolean>
  /**
   * Spends the token and sets the password, in one; the person has shown to read mail at the token's address. False, and
   * the password as it was, where the token was spent or is too old, or the person not active.
   */
  reset(token: MailToken, passwordHash: string, now: Instant): Promise<boolean>
}
