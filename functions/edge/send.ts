import type { Mail, Mailer, SendOutcome } from '../ports/mailer.ts'
import { log } from './log.ts'

/** Hands a mail on, and logs of one that was not taken what it was for and why; whom it was for is nobody's business. */
export async function send(mailer: Mailer, mail: Mail): Promise<SendOutcome> {
  const outcome = await mailer.send(mail)
  if (outcome.kind !== 'accepted') {
    log('mail', { id: mail.id, kind: mail.kind, outcome: outcome.kind, why: outcome.why })
  }
  return outcome
}
