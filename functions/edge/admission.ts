import type { UserView } from '../api/users.ts'
import { firstLedger } from '../domain/first-ledger.ts'
import { firstSchedules } from '../domain/first-schedules.ts'
import type { SessionId } from '../domain/ids.ts'
import type { Window } from '../ports/attempts.ts'
import type { Clock, Instant } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Ledgers } from '../ports/ledgers.ts'
import type { NewSchedules } from '../ports/schedules.ts'
import type { Secrets } from '../ports/secrets.ts'
import type { Session, Sessions } from '../ports/sessions.ts'
import type { TokenWriter } from '../ports/tokens.ts'
import type { User } from '../ports/users.ts'
import { refreshCookie } from './cookies.ts'
import { userView } from './user-view.ts'

/** What it takes to hand out tokens. */
export interface AdmissionNeeds {
  readonly clock: Clock
  readonly ids: Ids
  readonly secrets: Secrets
  readonly tokenWriter: TokenWriter
  readonly schedules: NewSchedules
  readonly sessions: Sessions
  readonly ledgers: Ledgers
  readonly publicUrl: string
}

/** The answer to whoever is let in: who they are, a token for ten minutes, and a cookie for the next one. */
export interface Admission {
  readonly body: { readonly user: UserView; readonly accessToken: string; readonly expiresAt: Instant }
  readonly headers?: { readonly 'set-cookie': string }
}

/**
 * Lets in somebody whose password was right. A pending user first goes through what registration has left undone: the
 * ledger and its reports (step 4), then being active with a first session (step 5); each finds what is there already.
 * Undefined when the user has meanwhile left, been disabled, or got another password, or when a window has no room.
 */
export async function admit(
  needs: AdmissionNeeds,
  user: User,
  agent: string,
  now: Instant,
  windows: readonly Window[] = [],
): Promise<Admission | undefined> {
  const { ids, secrets, schedules, sessions, ledgers } = needs
  if (user.state === 'pending') {
    await ledgers.provision(firstLedger(user, now), now)
    await schedules.ensure(firstSchedules(user, now))
  }
  const standing = await ledgers.standing(user.id)
  if (standing?.active === false) return undefined

  const { secret, hash } = secrets.make()
  const session = newSession(ids.next() as SessionId, user, hash, agent, now)
  if (!(await sessions.add(session, user.passwordHash, windows))) return undefined
  return admission(needs, { user, session, secret, validFromMs: standing?.validFromMs ?? 0, now })
}

export interface Admitted {
  readonly user: User
  readonly session: Session
  /** Absent when the caller has the right cookie already. */
  readonly secret: string | undefined
  /** Of the user's principal. */
  readonly validFromMs: Instant
  readonly now: Instant
}

/** Signs the access token of a session. It counts from after the last time that tokens were shut out. */
export function admission(
  { tokenWriter, publicUrl }: Pick<AdmissionNeeds, 'tokenWriter' | 'publicUrl'>,
  of: Admitted,
): Admission {
  const { user, session, secret, validFromMs, now } = of
  const expiresMs = Math.floor(Math.min(now + tokenLifeMs, session.expiresMs) / 1000) * 1000
  const issuedMs = Math.max(now, validFromMs + 1)
  const claims = { userId: user.id, sessionId: session.id, level: session.level, issuedMs, expiresMs }
  return {
    body: { user: userView(user), accessToken: tokenWriter.write(claims), expiresAt: expiresMs },
    ...(secret !== undefined && {
      headers: { 'set-cookie': refreshCookie(publicUrl, secret, (session.expiresMs - now) / 1000) },
    }),
  }
}

const day = 86_400_000
const tokenLifeMs = 600_000

/** Thirty days from now, but never past a hundred and eighty from the log-in. */
export const slideTo = (now: Instant, absoluteMs: Instant): Instant => Math.min(now + 30 * day, absoluteMs)

export function newSession(id: SessionId, user: User, refreshHash: string, agent: string, now: Instant): Session {
  const absoluteMs = now + 180 * day
  return {
    id,
    userId: user.id,
    refreshHash,
    rotatedMs: now,
    level: 1,
    // a browser can call itself anything
    agent: agent.replace(/[\p{Cc}\p{Cs}]/gu, '').slice(0, 255),
    createdMs: now,
    lastSeenMs: now,
    expiresMs: slideTo(now, absoluteMs),
    absoluteMs,
  }
}
