/** A picture that the HTML shows as `cid:<name>`, or a file to be saved. */
export interface Attachment {
  readonly name: string
  readonly type: string
  readonly body: Uint8Array
  readonly inline: boolean
}

/** What is sent for: for the sender's statistics, and for what a person may switch off. */
export type MailKind = 'weekly' | 'monthly' | 'custom' | 'alert' | 'verification' | 'reset'

export interface Mail {
  /** A UUID that a repeat keeps: it becomes the Message-ID, and the name by which a late word on the outcome comes back. */
  readonly id: string
  readonly kind: MailKind
  readonly to: { readonly address: string; readonly name: string }
  readonly subject: string
  readonly html: string
  readonly text: string
  /** Takes a POST with `List-Unsubscribe=One-Click` (RFC 8058); absent where there is nothing to unsubscribe from. */
  readonly unsubscribeUrl?: string
  readonly attachments: readonly Attachment[]
}

/**
 * `accepted`: somebody else's from here on. `refused`: this mail will never be taken. `later`: nothing was taken, it may be
 * tried again after so many seconds. `unknown`: it may have been taken or not; sending it again could send it twice.
 * `why` is a code without a person's words.
 */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly messageId?: string }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'later'; readonly retryAfterS: number; readonly why: string }
  | { readonly kind: 'unknown'; readonly why: string }

/** Hands mails to whoever delivers them. Never throws for what the other side says. */
export interface Mailer {
  /** True where the same id sent twice is one mail, so that a send of unknown outcome may simply be repeated. */
  readonly repeatable: boolean
  send(mail: Mail): Promise<SendOutcome>
}
