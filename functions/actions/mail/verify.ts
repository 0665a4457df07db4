import type { mail as routes } from '../../api/mail.ts'
import { ok, refuse } from '../../domain/result.ts'
import type { Handler } from '../../edge/handler.ts'
import { tokenLimits, withinLimits } from '../../edge/limits.ts'
import type { Attempts } from '../../ports/attempts.ts'
import type { Clock } from '../../ports/clock.ts'
import type { MailPreferences } from '../../ports/mail-preferences.ts'
import type { MailTokens } from '../../ports/mail-tokens.ts'
import type { Secrets } from '../../ports/secrets.ts'
import type { Users } from '../../ports/users.ts'

interface Needs {
  readonly attempts: Attempts
  readonly clock: Clock
  readonly mailPreferences: MailPreferences
  readonly mailTokens: MailTokens
  readonly secrets: Secrets
  readonly users: Users
}

/** Whoever holds the link reads mail at the address that it went to; an address that mail came back from works again. */
export const verify: Handler<typeof routes.verify, Needs> = async (needs, _, { body, caller }) => {
  const { attempts, clock, mailPreferences, mailTokens, secrets, users } = needs
  const now = clock.now()
  const within = await withinLimits(attempts, tokenLimits(secrets, caller.address), now)
  if (!within.ok) return within

  const hash = secrets.hashOf(body.token)
  const found = await mailTokens.find(hash, now)
  const token = found?.purpose === 'verify' ? await mailTokens.spend(hash, now) : undefined
  if (!token || !(await users.verifyEmail(token.userId, token.email, now))) return refuse({ kind: 'token-spent' })
  await mailPreferences.resume(token.userId)
  return ok({ status: 204, body: undefined })
}
