import type { Ids } from '../ports/ids.ts'
import type { Letters } from '../ports/letters.ts'
import type { Mailer, SendOutcome } from '../ports/mailer.ts'
import type { User } from '../ports/users.ts'
import { log, trace } from './log.ts'
import { type LinkNeeds, verificationLink, verificationMinutes } from './mail-links.ts'
import { addressed, send } from './send.ts'

export interface VerificationNeeds extends LinkNeeds {
  readonly ids: Ids
  readonly letters: Letters
  readonly mailer: Mailer
}

/** Sends the link by which somebody shows that they read mail at their address. */
export async function sendVerification(needs: VerificationNeeds, user: User): Promise<SendOutcome> {
  const letter = await needs.letters.verification(user, await verificationLink(needs, user), verificationMinutes)
  return send(needs.mailer, { id: needs.ids.next(), kind: 'verification', ...addressed(letter, user) })
}

/** The same for somebody who has not asked for it and can do so later: whatever happens to it, the caller goes on. */
export async function tryVerification(needs: VerificationNeeds, user: User): Promise<void> {
  try {
    await sendVerification(needs, user)
  } catch (error) {
    log('verification', trace(error))
  }
}
