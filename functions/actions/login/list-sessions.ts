import type { Reply } from '../../api/route.ts'
import type { login } from '../../api/sessions.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import type { Clock } from '../../ports/clock.ts'
import type { SessionScope } from '../../ports/scope.ts'
import type { Sessions } from '../../ports/sessions.ts'

interface Needs {
  readonly clock: Clock
  readonly sessions: Sessions
}

export async function listSessions(
  { clock, sessions }: Needs,
  { userId, sessionId }: SessionScope,
): Promise<Result<Reply<typeof login.listSessions>, Refusal>> {
  const found = await sessions.list(userId, clock.now())
  const items = found.map(({ id, agent, createdMs, lastSeenMs, expiresMs }) => ({
    id,
    current: id === sessionId,
    agent,
    createdAt: createdMs,
    lastSeenAt: lastSeenMs,
    expiresAt: expiresMs,
  }))
  return ok({ status: 200, body: { items } })
}
