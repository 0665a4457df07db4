import type { mail as routes } from '../../api/mail.ts'
import { ok, refuse } from '../../domain/result.ts'
import type { Handler } from '../../edge/handler.ts'
import { tokenLimits, withinLimits } from '../../edge/limits.ts'
import type { Attempts } from '../../ports/attempts.ts'
import type { Clock } from '../../ports/clock.ts'
import { type MailPreferences, mailKinds } from '../../ports/mail-preferences.ts'
import type { MailTokens } from '../../ports/mail-tokens.ts'
import type { Secrets } from '../../ports/secrets.ts'

interface Needs {
  readonly attempts: Attempts
  readonly clock: Clock
  readonly mailPreferences: MailPreferences
  readonly mailTokens: MailTokens
  readonly secrets: Secrets
}

/** The token stays good, for mail programs and people may press twice; all it can do is to switch one kind of mail off. */
export const unsubscribe: Handler<typeof routes.unsubscribe, Needs> = async (needs, _, { params, caller }) => {
  const { attempts, clock, mailPreferences, mailTokens, secrets } = needs
  const now = clock.now()
  const within = await withinLimits(attempts, tokenLimits(secrets, caller.address), now)
  if (!within.ok) return within

  const token = await mailTokens.find(secrets.hashOf(params.token), now)
  const kind = mailKinds.find((kind) => token?.purpose === `off-${kind}`)
  if (!token || !kind) return refuse({ kind: 'token-spent' })
  await mailPreferences.set(token.userId, kind, false, now)
  return ok({ status: 204, body: undefined })
}
