import { newToken } from '../../edge/mail-links.ts'
import { addressed, send } from '../../edge/send.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Letters } from '../../ports/letters.ts'
import type { Mailer } from '../../ports/mailer.ts'
import type { PasswordChanges } from '../../ports/password-changes.ts'
import type { Secrets } from '../../ports/secrets.ts'
import type { User } from '../../ports/users.ts'

export interface ResetNeeds {
  readonly clock: Clock
  readonly ids: Ids
  readonly letters: Letters
  readonly mailer: Mailer
  readonly passwordChanges: PasswordChanges
  readonly publicUrl: string
  readonly secrets: Secrets
}

/** Minutes for which the link in a mail leads to a new password. */
const resetMinutes = 30

/** Sends somebody who is active the link to a new password; the links before it lead nowhere any more. */
export async function sendReset(needs: ResetNeeds, user: User): Promise<void> {
  const { secret, token } = newToken(needs, user, 'reset', resetMinutes * 60_000)
  if (!(await needs.passwordChanges.offerReset(token))) return

  // the secret stands behind the #, so that it is in no log of any server on the way
  const letter = await needs.letters.reset(user, `${needs.publicUrl}/reset#${secret}`, resetMinutes)
  await send(needs.mailer, { id: needs.ids.next(), kind: 'reset', ...addressed(letter, user) })
}
