import type { Ask, Reply } from '../../api/route.ts'
import type { login } from '../../api/sessions.ts'
import { normalEmail } from '../../domain/email.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import { type AdmissionNeeds, admit } from '../../edge/admission.ts'
import { acceptableOrigin } from '../../edge/cookies.ts'
import { Guess } from '../../edge/guesses.ts'
import { forgive, logInLimits } from '../../edge/limits.ts'
import type { Attempts } from '../../ports/attempts.ts'
import type { Passwords } from '../../ports/passwords.ts'
import type { User, Users } from '../../ports/users.ts'

interface Needs extends AdmissionNeeds {
  readonly passwords: Passwords
  readonly users: Users
  readonly attempts: Attempts
}

type Route = typeof login.logIn

/**
 * An unknown address, a wrong password and a person who may not come in are one answer, and take as long. Who comes in at
 * once asks the identity plane twice: who they are, and for a session.
 */
export async function logIn(
  needs: Needs,
  _: undefined,
  { body, caller }: Ask<Route>,
): Promise<Result<Reply<Route>, Refusal>> {
  const { clock, secrets, attempts, users, publicUrl } = needs
  // the cookie would be of no use there: better no log-in than one that ends with the page
  if (!acceptableOrigin(publicUrl, caller.origin)) return refuse({ kind: 'not-acceptable-origin' })
  const now = clock.now()
  const emailKey = secrets.hashOf(normalEmail(body.email))
  const limits = logInLimits(secrets, caller.address, emailKey)
  const guess = new Guess(limits, now)
  const { user, counted } = await users.atDoor(emailKey, guess.windows)
  const turnedAway = guess.refusal(counted)
  if (turnedAway) return refuse(turnedAway)

  return guess.during(async () => {
    const right = await isRight(needs.passwords, body.password, user)
    const letIn = right && user && mayComeIn(user)
    const admitted = letIn ? await admit(needs, user, caller.agent, now, guess.windows) : undefined
    if (!admitted) return refuse((await guess.wasWrong(attempts)) ?? { kind: 'wrong-credentials' })

    await forgive(
      attempts,
      limits.filter((_, at) => (counted[at] ?? 0) > 0),
    )
    return ok({ status: 200, ...admitted })
  })
}

async function isRight(passwords: Passwords, password: string, user: User | undefined): Promise<boolean> {
  if (user) return passwords.verify(password, user.passwordHash)
  await passwords.pretend(password)
  return false
}

const mayComeIn = ({ state }: User) => state === 'active' || state === 'pending'
