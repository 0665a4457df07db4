import type { Letter } from '../ports/letters.ts'
import type { Mail, Mailer, SendOutcome } from '../ports/mailer.ts'
import type { User } from '../ports/users.ts'
import { log } from './log.ts'

/** Hands a mail on, and logs of one that was not taken what it was for and why; whom it was for is nobody's business. */
export async function send(mailer: Mailer, mail: Mail): Promise<SendOutcome> {
  const outcome = await mailer.send(mail)
  if (outcome.kind !== 'accepted') {
    log('mail', { id: mail.id, kind: mail.kind, outcome: outcome.kind, why: outcome.why })
  }
  return outcome
}

/** A letter on its way to somebody: all of a mail but its id, what it is sent for, and what else it brings. */
export function addressed(
  { subject, html, text, pictures }: Letter,
  { email, name }: User,
): Pick<Mail, 'to' | 'subject' | 'html' | 'text' | 'attachments'> {
  return { to: { address: email, name }, subject, html, text, attachments: pictures }
}
