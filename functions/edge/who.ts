import type { Who } from '../api/route.ts'
import type { LedgerId, UserId } from '../domain/ids.ts'
import type { Refusal } from '../domain/refusal.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { type Role, reaches } from '../domain/role.ts'
import type { Clock } from '../ports/clock.ts'
import type { Entrance, Ledgers } from '../ports/ledgers.ts'
import type { LedgerScope, PersonScope, SessionScope, TokenScope } from '../ports/scope.ts'
import type { Sessions } from '../ports/sessions.ts'
import type { Claims, TokenReader } from '../ports/tokens.ts'

export interface Bearer {
  readonly clock: Clock
  readonly tokens: TokenReader
}
export interface BySession extends Bearer {
  readonly sessions: Sessions
}
export interface ByLedger extends Bearer {
  readonly ledgers: Ledgers
}

/** Undefined for anyone. */
export type Scope = undefined | TokenScope | PersonScope | SessionScope | LedgerScope

/** What the token says, before anything is asked of a store. */
export function readToken({ clock, tokens }: Bearer, authorization: string | undefined): Claims | undefined {
  const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization ?? '')?.[1]
  return token === undefined ? undefined : tokens.read(token, clock.now())
}

/** `ledger` matters to the routes of a ledger only. */
export function prove(
  who: Exclude<Who, 'anyone'>,
  needs: BySession & ByLedger,
  claims: Claims,
  ledger: LedgerId | 'default',
): Promise<Result<Scope, Refusal>> {
  if (who === 'token') return Promise.resolve(ok(proveToken(claims)))
  if (who === 'session') return proveSession(needs, claims)
  if (who === 'person') return provePerson(needs, claims)
  return proveMember(needs, claims, ledger, who)
}

const proveToken = ({ userId, sessionId }: Claims) => ({ userId, sessionId }) as TokenScope

async function proveSession({ clock, sessions }: BySession, claims: Claims): Promise<Result<Scope, Refusal>> {
  const { userId, sessionId } = claims
  const session = await sessions.live(sessionId, clock.now())
  return session?.userId === userId ? ok({ userId, sessionId } as SessionScope) : nobody
}

async function provePerson({ ledgers }: ByLedger, claims: Claims): Promise<Result<Scope, Refusal>> {
  const standing = await ledgers.standing(claims.userId)
  return isGood(standing, claims) ? ok({ userId: claims.userId } as PersonScope) : nobody
}

/** One query. What is not there and what one may not see are the same answer. */
async function proveMember(
  { ledgers }: ByLedger,
  claims: Claims,
  ledger: LedgerId | 'default',
  needed: Role,
): Promise<Result<Scope, Refusal>> {
  const entrance = await ledgers.enter(claims.userId, ledger)
  if (!isGood(entrance, claims)) return nobody
  if (!entrance?.membership) return refuse({ kind: 'not-found' })
  const { role, ledger: head } = entrance.membership
  if (!reaches(role, needed)) return refuse({ kind: 'forbidden' })
  // in this order: what is added to a copy takes many times as long (measured)
  return ok({ userId: claims.userId, role, ...head } as LedgerScope)
}

/**
 * For work that a person has ordered and that nobody waits for: the same query, without a token. Undefined for who has
 * left, been shut out for good, or is no member any more.
 */
export async function onBehalf(ledgers: Ledgers, userId: UserId, ledgerId: LedgerId): Promise<LedgerScope | undefined> {
  const entrance = await ledgers.enter(userId, ledgerId)
  if (!entrance?.active || !entrance.membership) return undefined
  const { role, ledger: head } = entrance.membership
  return { ...head, userId, role } as LedgerScope
}

const nobody = refuse({ kind: 'unauthenticated' })

function isGood(standing: Pick<Entrance, 'active' | 'validFromMs'> | undefined, { issuedMs }: Claims): boolean {
  return standing?.active === true && issuedMs >= standing.validFromMs
}
