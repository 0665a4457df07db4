import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import { forgive, passwordLimits, withinLimits } from '../../edge/limits.ts'
import type { Attempts } from '../../ports/attempts.ts'
import type { Instant } from '../../ports/clock.ts'
import type { Passwords } from '../../ports/passwords.ts'
import type { SessionScope } from '../../ports/scope.ts'
import type { User, Users } from '../../ports/users.ts'

export interface PasswordNeeds {
  readonly attempts: Attempts
  readonly passwords: Passwords
  readonly users: Users
}

/** Whoever holds a session has to say the password once more: the session may have been left open on a table. */
export async function rightPassword(
  { attempts, passwords, users }: PasswordNeeds,
  { userId }: SessionScope,
  said: { readonly password: string; readonly pointer: string },
  now: Instant,
): Promise<Result<User, Refusal>> {
  const limits = passwordLimits(userId)
  const within = await withinLimits(attempts, limits, now)
  if (!within.ok) return within

  const user = await users.byId(userId)
  if (user?.state !== 'active') return refuse({ kind: 'unauthenticated' })
  if (!(await passwords.verify(said.password, user.passwordHash))) {
    return refuse({ kind: 'wrong-password', pointer: said.pointer })
  }
  await forgive(attempts, limits)
  return ok(user)
}
