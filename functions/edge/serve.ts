import type { Feature, Who } from '../api/route.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ledgers } from '../ports/ledgers.ts'
import type { Sessions } from '../ports/sessions.ts'
import type { TokenReader } from '../ports/tokens.ts'
import type { Handlers } from './handler.ts'

/** Starts a port, or hands out the one that runs; `env` is the action's one bound parameter. See compose.ts. */
export type Starter<Port> = (env: unknown) => Promise<Port>

export type Starters = { readonly [need: string]: Starter<unknown> }

/** The ports that these starters start, by the same names. */
export type Started<S extends Starters> = { readonly [Need in keyof S]: Awaited<ReturnType<S[Need]>> }

/** What the edge itself needs to prove who asks, by the strictest route of a feature. */
type Proof<W extends Who> = ([Exclude<W, 'anyone'>] extends [never]
  ? unknown
  : { readonly clock: Starter<Clock>; readonly tokens: Starter<TokenReader> }) &
  ('session' extends W ? { readonly sessions: Starter<Sessions> } : unknown) &
  ([Exclude<W, 'anyone' | 'session'>] extends [never] ? unknown : { readonly ledgers: Starter<Ledgers> })

/** What a host calls an action with: `__ow_*` or `__ce_*` of a request, and what was bound at deployment. */
export type Params = { readonly [name: string]: unknown }

/** What OpenWhisk takes as the answer of a web action; `body` is an object, text, or base64 where the type is binary. */
export interface Answered {
  readonly statusCode: number
  readonly headers: { readonly [name: string]: string | readonly string[] }
  readonly body?: unknown
}

/**
 * Makes the `main` of an action. The starters name the ports that it may touch; handlers that need another one, a
 * missing or surplus handler, and a route whose `who` cannot be proven with these ports do not compile.
 */
export function serve<const F extends Feature, S extends Starters & Proof<F[keyof F]['who']>>(
  feature: F,
  starters: S,
  handlers: Handlers<F, Started<S>>,
): (params: Params) => Promise<Answered> {
  throw new Error(`Not yet: ${Object.keys({ ...feature, ...starters, ...handlers })}`)
}
