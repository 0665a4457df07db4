import type { profile } from '../../api/me.ts'
import type { Ask, Reply } from '../../api/route.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import { refreshCookie } from '../../edge/cookies.ts'
import { type LeavingNeeds, takeLeave } from '../../edge/leaving.ts'
import type { Clock } from '../../ports/clock.ts'
import type { SessionScope } from '../../ports/scope.ts'
import { type PasswordNeeds, rightPassword } from './right-password.ts'

interface Needs extends LeavingNeeds, PasswordNeeds {
  readonly clock: Clock
  readonly publicUrl: string
}

type Route = typeof profile.leave

/** What others share needs another owner first; everything else of the person goes. */
export async function leave(
  needs: Needs,
  scope: SessionScope,
  { body }: Ask<Route>,
): Promise<Result<Reply<Route>, Refusal>> {
  const now = needs.clock.now()
  const user = await rightPassword(needs, scope, { password: body.password, pointer: '/password' }, now)
  if (!user.ok) return user
  const { soleOwnerOf } = await needs.principals.owned(scope.userId)
  if (soleOwnerOf.length > 0) return refuse({ kind: 'sole-owner' })

  await takeLeave(needs, scope.userId, now)
  return ok({ status: 204, body: undefined, headers: { 'set-cookie': refreshCookie(needs.publicUrl, undefined, 0) } })
}
