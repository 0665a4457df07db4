import type { profile } from '../../api/me.ts'
import type { Ask, Reply } from '../../api/route.ts'
import type { SessionId } from '../../domain/ids.ts'
import { isWeak } from '../../domain/password.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import { type AdmissionNeeds, admission, newSession } from '../../edge/admission.ts'
import type { PasswordChanges } from '../../ports/password-changes.ts'
import type { Principals } from '../../ports/principals.ts'
import type { SessionScope } from '../../ports/scope.ts'
import { type PasswordNeeds, rightPassword } from './right-password.ts'

interface Needs
  extends PasswordNeeds,
    Pick<AdmissionNeeds, 'clock' | 'ids' | 'secrets' | 'sessions' | 'tokenWriter' | 'publicUrl'> {
  readonly passwordChanges: PasswordChanges
  readonly principals: Principals
}

type Route = typeof profile.changePassword

/**
 * Tokens first, then the password with all sessions, then a session of its own for who asks: whoever has got hold of any
 * token or cookie is out at once, and a crash between two of these errs on the safe side.
 */
export async function changePassword(
  needs: Needs,
  scope: SessionScope,
  { body, caller }: Ask<Route>,
): Promise<Result<Reply<Route>, Refusal>> {
  const { clock, ids, passwordChanges, passwords, principals, secrets, sessions } = needs
  const now = clock.now()
  const said = { password: body.currentPassword, pointer: '/currentPassword' }
  const user = await rightPassword(needs, scope, said, now)
  if (!user.ok) return user
  if (isWeak(body.newPassword, user.value.email)) return refuse({ kind: 'weak-password', pointer: '/newPassword' })

  const passwordHash = await passwords.hash(body.newPassword)
  const validFromMs = await principals.shutOut(scope.userId, now)
  await passwordChanges.set(scope.userId, passwordHash, now)

  const { secret, hash } = secrets.make()
  const session = newSession(ids.next() as SessionId, user.value, hash, caller.agent, now)
  // left, been disabled, or got yet another password at this moment
  if (!(await sessions.add(session, passwordHash))) return refuse({ kind: 'unauthenticated' })
  return ok({ status: 200, ...admission(needs, { user: user.value, session, secret, validFromMs, now }) })
}
