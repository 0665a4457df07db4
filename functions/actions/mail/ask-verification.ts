import type { mail as routes } from '../../api/mail.ts'
import { ok, refuse } from '../../domain/result.ts'
import type { Handler } from '../../edge/handler.ts'
import { verificationLimits, withinLimits } from '../../edge/limits.ts'
import { sendVerification, type VerificationNeeds } from '../../edge/verification.ts'
import type { Attempts } from '../../ports/attempts.ts'
import type { MailPreferences } from '../../ports/mail-preferences.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import type { Users } from '../../ports/users.ts'

type Needs = VerificationNeeds & {
  readonly attempts: Attempts
  readonly mailPreferences: MailPreferences
  readonly users: Users
}

export const askVerification: Handler<typeof routes.askVerification, Needs> = async (needs, { userId }) => {
  const user = await needs.users.byId(userId)
  // gone since the session was proven
  if (!user) return refuse({ kind: 'unauthenticated' })
  const { stopped } = await needs.mailPreferences.of(userId)
  // who has never shown that the address is theirs sends nothing more there after a complaint
  if (stopped === 'reported' && user.emailVerifiedMs === undefined) return refuse({ kind: 'mail-refused' })
  const within = await withinLimits(needs.attempts, verificationLimits(userId), needs.clock.now())
  if (!within.ok) return within

  const outcome = await sendVerification(needs, user)
  if (outcome.kind === 'refused') return refuse({ kind: 'mail-refused' })
  if (outcome.kind === 'later') throw new Unavailable('The mail service takes nothing now')
  return ok({ status: 202, body: undefined })
}
