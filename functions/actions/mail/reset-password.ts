import type { mail as routes } from '../../api/mail.ts'
import { isWeak } from '../../domain/password.ts'
import { ok, refuse } from '../../domain/result.ts'
import type { Handler } from '../../edge/handler.ts'
import { forgive, logInLimits, tokenLimits, withinLimits } from '../../edge/limits.ts'
import type { Attempts } from '../../ports/attempts.ts'
import type { Clock } from '../../ports/clock.ts'
import type { MailPreferences } from '../../ports/mail-preferences.ts'
import type { MailTokens } from '../../ports/mail-tokens.ts'
import type { PasswordChanges } from '../../ports/password-changes.ts'
import type { Passwords } from '../../ports/passwords.ts'
import type { Principals } from '../../ports/principals.ts'
import type { Secrets } from '../../ports/secrets.ts'

interface Needs {
  readonly attempts: Attempts
  readonly clock: Clock
  readonly mailPreferences: MailPreferences
  readonly mailTokens: MailTokens
  readonly passwordChanges: PasswordChanges
  readonly passwords: Passwords
  readonly principals: Principals
  readonly secrets: Secrets
}

/**
 * Whoever holds the link reads mail at the address that it went to, and gets in by the new password alone: access tokens are
 * shut out first, then the link is spent together with the password and all sessions. A password that is refused spends nothing.
 */
export const resetPassword: Handler<typeof routes.resetPassword, Needs> = async (needs, _, { body, caller }) => {
  const { attempts, clock, mailPreferences, mailTokens, passwordChanges, passwords, principals, secrets } = needs
  const now = clock.now()
  const within = await withinLimits(attempts, tokenLimits(secrets, caller.address), now)
  if (!within.ok) return within

  const token = await mailTokens.find(secrets.hashOf(body.token), now)
  if (token?.purpose !== 'reset') return refuse({ kind: 'token-spent' })
  if (isWeak(body.password, token.email)) return refuse({ kind: 'weak-password', pointer: '/password' })

  const passwordHash = await passwords.hash(body.password)
  await principals.shutOut(token.userId, now)
  if (!(await passwordChanges.reset(token, passwordHash, now))) return refuse({ kind: 'token-spent' })
  await mailPreferences.resume(token.userId)
  await forgive(attempts, logInLimits(secrets, caller.address, secrets.hashOf(token.email)))
  return ok({ status: 204, body: undefined })
}
