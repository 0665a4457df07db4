import type { UserId } from '../domain/ids.ts'
import type { Instant } from './clock.ts'

export type MailTokenPurpose = 'verify' | 'reset' | 'off-weekly' | 'off-monthly' | 'off-alert'

/** A secret that travels in a mail's link, kept as its hash. */
export interface MailToken {
  readonly hash: string
  readonly userId: UserId
  readonly purpose: MailTokenPurpose
  /** The address it was sent to. */
  readonly email: string
  readonly createdMs: Instant
  readonly expiresMs: Instant
}

export interface MailTokens {
  add(token: MailToken): Promise<void>
  /** The token while it is good and has not been spent; it stays good. */
  find(hash: string, now: Instant): Promise<MailToken | undefined>
  /** Once only: of two who come with it at the same time one gets it. */
  spend(hash: string, now: Instant): Promise<MailToken | undefined>
  /** Forgets one whose secret has reached nobody. */
  remove(hash: string): Promise<void>
  /** Forgets those that expired before this instant. */
  sweep(beforeMs: Instant): Promise<void>
}
