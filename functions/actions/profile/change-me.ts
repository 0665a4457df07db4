import type { profile } from '../../api/me.ts'
import type { Ask, Reply } from '../../api/route.ts'
import { type IfVersion, isOther } from '../../domain/if-version.ts'
import { canonicalLocale } from '../../domain/locale.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import { isZone } from '../../domain/zone.ts'
import { etag, versionsIn } from '../../edge/conditional.ts'
import { userView } from '../../edge/user-view.ts'
import type { Clock, Instant } from '../../ports/clock.ts'
import type { Schedules } from '../../ports/schedules.ts'
import type { SessionScope } from '../../ports/scope.ts'
import type { User, Users } from '../../ports/users.ts'

interface Needs {
  readonly clock: Clock
  readonly schedules: Schedules
  readonly users: Users
}

type Route = typeof profile.changeMe
const fields = ['name', 'locale', 'timeZone'] as const
type Wish = Partial<Pick<User, (typeof fields)[number]>>

export async function changeMe(
  { clock, schedules, users }: Needs,
  { userId }: SessionScope,
  { body, headers }: Ask<Route>,
): Promise<Result<Reply<Route>, Refusal>> {
  const wish = wishOf(body)
  if (!wish.ok) return wish
  const changed = await change(users, userId, wish.value, versionsIn(headers['if-match']), clock.now())
  if (!changed.ok) return changed
  if (body.timeZone !== undefined) await schedules.moveTo(userId, changed.value.timeZone)
  return ok({ status: 200, body: userView(changed.value), headers: { etag: etag(changed.value.version) } })
}

function wishOf({ name, locale, timeZone }: Ask<Route>['body']): Result<Wish, Refusal> {
  const language = locale === undefined ? undefined : canonicalLocale(locale)
  if (locale !== undefined && !language) return refuse({ kind: 'bad-locale', pointer: '/locale' })
  if (timeZone !== undefined && !isZone(timeZone)) return refuse({ kind: 'bad-zone', pointer: '/timeZone' })
  return ok({
    ...(name !== undefined && { name: name.trim() }),
    ...(language !== undefined && { locale: language }),
    ...(timeZone !== undefined && { timeZone }),
  })
}

/** Without a version asked for, a change that somebody else has come before is made on top of theirs. */
async function change(
  users: Users,
  id: User['id'],
  wish: Wish,
  ifVersion: IfVersion,
  now: Instant,
): Promise<Result<User, Refusal>> {
  const user = await users.byId(id)
  if (user?.state !== 'active') return refuse({ kind: 'unauthenticated' })
  if (isOther(ifVersion, user.version)) return refuse({ kind: 'version-mismatch' })
  const wanted = { ...user, ...wish }
  if (fields.every((field) => wanted[field] === user[field])) return ok(user)
  const changed = await users.change(wanted, now)
  return changed ? ok(changed) : change(users, id, wish, ifVersion, now)
}
