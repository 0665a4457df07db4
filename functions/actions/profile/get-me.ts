import type { profile } from '../../api/me.ts'
import type { Reply } from '../../api/route.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import { etag } from '../../edge/conditional.ts'
import { userView } from '../../edge/user-view.ts'
import type { SessionScope } from '../../ports/scope.ts'
import type { Users } from '../../ports/users.ts'

interface Needs {
  readonly users: Users
}

export async function getMe(
  { users }: Needs,
  { userId }: SessionScope,
): Promise<Result<Reply<typeof profile.getMe>, Refusal>> {
  const user = await users.byId(userId)
  // gone since the session was proven
  if (!user) return refuse({ kind: 'unauthenticated' })
  return ok({ status: 200, body: userView(user), headers: { etag: etag(user.version) } })
}
