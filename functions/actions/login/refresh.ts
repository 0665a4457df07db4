import type { Ask, Reply } from '../../api/route.ts'
import type { login } from '../../api/sessions.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import { type AdmissionNeeds, admission, slideTo } from '../../edge/admission.ts'
import { acceptableOrigin, readRefresh } from '../../edge/cookies.ts'
import type { Instant } from '../../ports/clock.ts'
import type { Principals } from '../../ports/principals.ts'
import type { Session } from '../../ports/sessions.ts'
import type { Users } from '../../ports/users.ts'

interface Needs extends Omit<AdmissionNeeds, 'ids'> {
  readonly users: Users
  readonly principals: Principals
}

type Route = typeof login.refresh

/** Each refresh token is good for one use; what that means for one that is used again is said in `turned`. */
export async function refresh(
  needs: Needs,
  _: undefined,
  { headers, caller }: Ask<Route>,
): Promise<Result<Reply<Route>, Refusal>> {
  const { clock, users, ledgers, publicUrl } = needs
  if (!acceptableOrigin(publicUrl, caller.origin)) return refuse({ kind: 'not-acceptable-origin' })
  const token = readRefresh(publicUrl, headers.cookie)
  if (token === undefined) return refused

  const now = clock.now()
  const session = await found(needs, token, now)
  if (!session) return refused
  const user = await users.byId(session.userId)
  const standing = await ledgers.standing(session.userId)
  if (user?.state !== 'active' || standing?.active === false) return refused

  const next = await turned(needs, session, token, now)
  if (!next) return refused
  return ok({ status: 200, ...admission(needs, { user, ...next, validFromMs: standing?.validFromMs ?? 0, now }) })
}

const refused = refuse({ kind: 'refresh-refused' })

async function found({ secrets, sessions }: Needs, token: string, now: Instant): Promise<Session | undefined> {
  const session = await sessions.byRefresh(secrets.hashOf(token))
  return session && now < session.expiresMs ? session : undefined
}

type Turned = { readonly session: Session; readonly secret: string | undefined }

/** How long after a rotation the token before it is taken once more: for a second tab, and for an answer that was lost. */
const graceMs = 10_000

/**
 * The current token is traded for the next. The one before it gets that same next one again, within the grace: whichever
 * answer a browser keeps, its cookie is right. Used later it must have been stolen, or the next one was: all ends.
 */
async function turned(needs: Needs, session: Session, token: string, now: Instant): Promise<Turned | undefined> {
  const { secrets, sessions } = needs
  if (session.refreshHash === secrets.hashOf(token)) {
    const rotated = await rotate(needs, session, token, now)
    if (rotated) return rotated
    const faster = await found(needs, token, now)
    return faster && turned(needs, faster, token, now)
  }
  if (now - session.rotatedMs > graceMs) {
    await needs.principals.shutOut(session.userId, now)
    await sessions.end(session.userId, session.id)
    return undefined
  }
  const again = session.rotationSalt === undefined ? undefined : secrets.next(token, session.rotationSalt)
  return { session, secret: again?.hash === session.refreshHash ? again.secret : undefined }
}

async function rotate(
  { secrets, sessions }: Needs,
  session: Session,
  token: string,
  now: Instant,
): Promise<Turned | undefined> {
  const rotationSalt = secrets.make().secret
  const { secret, hash } = secrets.next(token, rotationSalt)
  const rotation = { refreshHash: hash, rotationSalt, expiresMs: slideTo(now, session.absoluteMs) }
  const done = await sessions.rotate(session, rotation, now)
  return done ? { session: { ...session, ...rotation }, secret } : undefined
}
