import type { mail as routes } from '../../api/mail.ts'
import { normalEmail } from '../../domain/email.ts'
import { ok } from '../../domain/result.ts'
import type { Handler } from '../../edge/handler.ts'
import { resetLimits, withinLimits } from '../../edge/limits.ts'
import { log, trace } from '../../edge/log.ts'
import type { Attempts } from '../../ports/attempts.ts'
import type { Pause } from '../../ports/clock.ts'
import type { MailPreferences } from '../../ports/mail-preferences.ts'
import type { User, Users } from '../../ports/users.ts'
import { type ResetNeeds, sendReset } from './send-reset.ts'

interface Needs extends ResetNeeds {
  readonly attempts: Attempts
  readonly mailPreferences: MailPreferences
  readonly pause: Pause
  readonly users: Users
}

/** Milliseconds that every answer takes at the least: most mails are handed over in this time. */
const answerMs = 1_500

/**
 * Nobody learns here whether there is somebody: the answer is one, whatever becomes of the mail, and comes no sooner where
 * none is sent.
 */
export const askReset: Handler<typeof routes.askReset, Needs> = async (needs, _, { body, caller }) => {
  const { attempts, clock, pause, secrets, users } = needs
  const emailKey = secrets.hashOf(normalEmail(body.email))
  const within = await withinLimits(attempts, resetLimits(secrets, caller.address, emailKey), clock.now())
  if (!within.ok) return within

  const user = await users.byEmail(emailKey)
  await Promise.all([user && tryReset(needs, user), pause(answerMs)])
  return ok({ status: 202, body: undefined })
}

async function tryReset(needs: Needs, user: User): Promise<void> {
  try {
    const { stopped } = await needs.mailPreferences.of(user.id)
    if (!stopped) await sendReset(needs, user)
  } catch (error) {
    log('reset', trace(error))
  }
}
