import type { UserId } from '../domain/ids.ts'
import type { Instant } from './clock.ts'

/** Mails that somebody can switch off; on until then. */
export const mailKinds = ['weekly', 'monthly', 'alert'] as const
export type SwitchableMail = (typeof mailKinds)[number]

export type StopReason = 'bounced' | 'reported' | 'dropped'

/** What may be mailed to a person. */
export interface MailPreferences {
  /** Every kind, and why nothing at all is sent, if so. */
  of(
    userId: UserId,
  ): Promise<{ readonly kinds: { readonly [K in SwitchableMail]: boolean }; readonly stopped?: StopReason }>
  set(userId: UserId, kind: SwitchableMail, isOn: boolean, now: Instant): Promise<void>
  /** Nothing more is sent to this person's address; the first reason stays. */
  stop(userId: UserId, reason: StopReason, now: Instant): Promise<void>
  resume(userId: UserId): Promise<void>
}
