import type { Ask, Reply } from '../../api/route.ts'
import type { login } from '../../api/sessions.ts'
import { normalEmail } from '../../domain/email.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import { type AdmissionNeeds, admit } from '../../edge/admission.ts'
import { forgive, logInLimits, withinLimits } from '../../edge/limits.ts'
import type { Attempts } from '../../ports/attempts.ts'
import type { Passwords } from '../../ports/passwords.ts'
import type { User, Users } from '../../ports/users.ts'

interface Needs extends AdmissionNeeds {
  readonly passwords: Passwords
  readonly users: Users
  readonly attempts: Attempts
}

type Route = typeof login.logIn

/** An unknown address, a wrong password and a person who may not come in are one answer, and take as long. */
export async function logIn(
  needs: Needs,
  _: undefined,
  { body, caller }: Ask<Route>,
): Promise<Result<Reply<Route>, Refusal>> {
  const { clock, secrets, attempts, users, passwords } = needs
  const now = clock.now()
  const emailKey = secrets.hashOf(normalEmail(body.email))
  const limits = logInLimits(secrets, caller.address, emailKey)
  const within = await withinLimits(attempts, limits, now)
  if (!within.ok) return within

  const user = await users.byEmail(emailKey)
  const right = await isRight(passwords, body.password, user)
  const admitted = user && right && mayComeIn(user) ? await admit(needs, user, caller.agent, now) : undefined
  if (!admitted) return refuse({ kind: 'wrong-credentials' })

  await forgive(attempts, limits, now)
  return ok({ status: 200, ...admitted })
}

async function isRight(passwords: Passwords, password: string, user: User | undefined): Promise<boolean> {
  if (user) return passwords.verify(password, user.passwordHash)
  await passwords.pretend(password)
  return false
}

const mayComeIn = ({ state }: User) => state === 'active' || state === 'pending'
