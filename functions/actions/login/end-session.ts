import type { Ask, Reply } from '../../api/route.ts'
import type { login } from '../../api/sessions.ts'
import { parseId, type SessionId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import { refreshCookie } from '../../edge/cookies.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Principals } from '../../ports/principals.ts'
import type { TokenScope } from '../../ports/scope.ts'
import type { Sessions } from '../../ports/sessions.ts'

interface Needs {
  readonly clock: Clock
  readonly sessions: Sessions
  readonly principals: Principals
  readonly publicUrl: string
}

type Route = typeof login.endSession

/**
 * The access tokens go first, for the ledger plane knows nothing of sessions: cut off between the two, the person has
 * lost a token and can end the session again. The person's other sessions fetch themselves new tokens. Who asks again, for
 * the first answer was lost, is told the same; by a session that has ended no other one can be ended.
 */
export async function endSession(
  { clock, sessions, principals, publicUrl }: Needs,
  { userId, sessionId }: TokenScope,
  { params }: Ask<Route>,
): Promise<Result<Reply<Route>, Refusal>> {
  const id = params.id === 'current' ? sessionId : parseId<SessionId>(params.id)
  const now = clock.now()
  const asking = await sessions.live(sessionId, now)
  if (asking?.userId !== userId) {
    if (id !== sessionId) return refuse({ kind: 'unauthenticated' })
    await sessions.end(userId, sessionId)
  } else if (id && (await sessions.list(userId, now)).some((session) => session.id === id)) {
    await principals.shutOut(userId, now)
    await sessions.end(userId, id)
  }
  const headers = id === sessionId ? { 'set-cookie': refreshCookie(publicUrl, undefined, 0) } : {}
  return ok({ status: 204, body: undefined, headers })
}
