import type { profile } from '../../api/me.ts'
import type { Ask, Reply } from '../../api/route.ts'
import { isWeak } from '../../domain/password.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import { type AdmissionNeeds, admission, slideTo } from '../../edge/admission.ts'
import type { Instant } from '../../ports/clock.ts'
import type { Principals } from '../../ports/principals.ts'
import type { SessionScope } from '../../ports/scope.ts'
import type { Session } from '../../ports/sessions.ts'
import { type PasswordNeeds, rightPassword } from './right-password.ts'

interface Needs
  extends PasswordNeeds,
    Pick<AdmissionNeeds, 'clock' | 'secrets' | 'sessions' | 'tokenWriter' | 'publicUrl'> {
  readonly principals: Principals
}

type Route = typeof profile.changePassword

/**
 * Tokens first, then the password with all other sessions, then a new refresh token for this one: whoever has got hold of
 * any of them is out, and a crash between two of these errs on the safe side.
 */
export async function changePassword(
  needs: Needs,
  scope: SessionScope,
  { body }: Ask<Route>,
): Promise<Result<Reply<Route>, Refusal>> {
  const { clock, passwords, principals, sessions, users } = needs
  const now = clock.now()
  const said = { password: body.currentPassword, pointer: '/currentPassword' }
  const user = await rightPassword(needs, scope, said, now)
  if (!user.ok) return user
  if (isWeak(body.newPassword, user.value.email)) return refuse({ kind: 'weak-password', pointer: '/newPassword' })

  const passwordHash = await passwords.hash(body.newPassword)
  const validFromMs = await principals.shutOut(scope.userId, now)
  await users.setPassword(scope.userId, passwordHash, scope.sessionId, now)

  const session = await sessions.live(scope.sessionId, now)
  if (!session) return refuse({ kind: 'unauthenticated' })
  const renewed = await renew(needs, session, now)
  return ok({ status: 200, ...admission(needs, { user: user.value, ...renewed, validFromMs, now }) })
}

/** Another tab that refreshes at this moment has the newer cookie; then that one stays. */
async function renew({ secrets, sessions }: Needs, session: Session, now: Instant) {
  const { secret, hash } = secrets.make()
  const rotation = { refreshHash: hash, expiresMs: slideTo(now, session.absoluteMs) }
  const done = await sessions.rotate(session, rotation, now)
  return done ? { session: { ...session, ...rotation }, secret } : { session, secret: undefined }
}
