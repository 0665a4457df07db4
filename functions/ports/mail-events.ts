import type { Instant } from './clock.ts'
import type { SwitchableMail } from './mail-preferences.ts'

/**
 * What became of a mail once it was sent. `accepted`: it was taken, which settles an unknown outcome, and is on its way.
 * `bounced`: there is no such mailbox. `blocked`: not this time. `dropped`: not even tried, because of what was known of
 * the address. `unsubscribed` and `reported` (as spam): the reader wants no more.
 */
export type MailEventKind = 'accepted' | 'delivered' | 'bounced' | 'blocked' | 'dropped' | 'unsubscribed' | 'reported'

export interface MailEvent {
  /** The same event may come more than once, under the same id. */
  readonly id: string
  /** As it was sent. */
  readonly mailId: string
  /** Whom it was sent to, where that is told. */
  readonly address?: string
  /** What it was sent for, where that is told and can be switched off. */
  readonly kind?: SwitchableMail
  readonly event: MailEventKind
  readonly at: Instant
}

/** A request as it came; names in lower case. */
export interface PostedEvents {
  readonly headers: { readonly [name: string]: string | undefined }
  /** The very bytes: the signature is over them. */
  readonly body: Uint8Array
}

/** Reads what those who deliver mails tell afterwards. */
export interface MailEvents {
  /** Undefined for whatever they have not signed, or not lately, whatever it is. Events that say nothing here are left out. */
  read(posted: PostedEvents, now: Instant): readonly MailEvent[] | undefined
}
