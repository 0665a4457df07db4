import type { Ask, Feature, Reply, Route, Who } from '../api/route.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { LedgerScope, PersonScope, SessionScope, TokenScope } from '../ports/scope.ts'

/** What `who` proves, as a value that nobody else can make. */
export type ScopeOf<W extends Who> = W extends 'anyone'
  ? undefined
  : W extends 'token'
    ? TokenScope
    : W extends 'session'
      ? SessionScope
      : W extends 'person'
        ? PersonScope
        : LedgerScope

/** Answers one route: a function of what it needs, who asks and what they ask. */
export type Handler<R extends Route, Needs> = (
  needs: Needs,
  scope: ScopeOf<R['who']>,
  ask: Ask<R>,
) => Promise<Result<Reply<R>, Refusal>>

/** One handler per route of the feature: a missing or a surplus one does not compile. */
export type Handlers<F extends Feature, Needs> = { readonly [Name in keyof F]: Handler<F[Name], Needs> }
