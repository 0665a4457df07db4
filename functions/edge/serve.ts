import type { Feature, Route, Who } from '../api/route.ts'
import { parseId } from '../domain/ids.ts'
import type { Refusal } from '../domain/refusal.ts'
import { type Result, refuse } from '../domain/result.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ledgers } from '../ports/ledgers.ts'
import type { Sessions } from '../ports/sessions.ts'
import type { TokenReader } from '../ports/tokens.ts'
import { callerOf } from './caller.ts'
import type { Handlers } from './handler.ts'
import { type Match, matcher } from './match.ts'
import { type Outcome, type Params, webAction } from './openwhisk.ts'
import { readBody, readHeaders, readParams, readQuery } from './read.ts'
import type { Request } from './request.ts'
import { type Answered, answer, type Replied, refused } from './response.ts'
import { type Started, type Starter, type Starters, startAll } from './starters.ts'
import { type ByLedger, type BySession, prove, readToken, type Scope } from './who.ts'

/** What the edge itself needs to prove who asks, by all that the routes of a feature say of `who`. */
type Proof<W extends Who> = ([Exclude<W, 'anyone'>] extends [never]
  ? unknown
  : { readonly clock: Starter<Clock>; readonly tokens: Starter<TokenReader> }) &
  ('session' extends W ? { readonly sessions: Starter<Sessions> } : unknown) &
  ([Exclude<W, 'anyone' | 'token' | 'session'>] extends [never] ? unknown : { readonly ledgers: Starter<Ledgers> })

/**
 * Makes the `main` of an action. The starters name the ports that it may touch: a handler that needs another one, a
 * missing or a surplus handler, and a route whose `who` cannot be proven with these ports do not compile.
 */
export function serve<const F extends Feature, S extends Starters & Proof<F[keyof F]['who']>>(
  feature: F,
  starters: S,
  handlers: Handlers<F, Started<S>>,
): (params: Params) => Promise<Answered> {
  const match = matcher(feature)
  const bound = bind(feature, handlers)

  return webAction(async (request, env, enter) => {
    const found = match(request.method, request.path)
    const at = found.kind === 'found' ? bound.get(found.handler) : undefined
    if (found.kind !== 'found' || !at) return unmatched(found, request)

    enter(at.route.path)
    const needs = await startAll(starters, env)
    const result = await ask(at, needs, request, found.params)
    const answered = result.ok ? replied(at.route, result.value) : refused(result.error, request.id)
    return { answered, route: at.route.path }
  })
}

/** A route with its handler, whose types `serve` has seen to fit. */
interface Bound {
  readonly route: Route
  readonly handle: (needs: object, scope: Scope, ask: object) => Promise<Result<Replied, Refusal>>
}

function bind(feature: Feature, handlers: { readonly [name: string]: unknown }): ReadonlyMap<string, Bound> {
  return new Map(
    Object.entries(feature).map(([name, route]) => [name, { route, handle: handlers[name] as Bound['handle'] }]),
  )
}

/** Who asks comes first: a stranger learns nothing about the shape of things, and costs no query. */
async function ask(
  { route, handle }: Bound,
  needs: object,
  request: Request,
  params: { readonly [name: string]: string },
): Promise<Result<Replied, Refusal>> {
  const scope = await enter(route, needs, request, params)
  if (!scope.ok) return scope
  const query = readQuery(route, request.query)
  if (!query.ok) return query
  const headers = readHeaders(route, request)
  if (!headers.ok) return headers
  const body = readBody(route, request)
  if (!body.ok) return body

  const asked = { params, query: query.value, headers: headers.value, body: body.value, caller: callerOf(request) }
  return handle(needs, scope.value, asked)
}

async function enter(
  route: Route,
  needs: object,
  request: Request,
  params: { readonly [name: string]: string },
): Promise<Result<Scope, Refusal>> {
  const read = () => readParams(route, params)
  if (route.who === 'anyone') return read()

  // The type of `serve` sees to it that what `who` calls for is among the starters.
  const proof = needs as BySession & ByLedger
  const claims = readToken(proof, request.headers.authorization)
  if (!claims) return refuse({ kind: 'unauthenticated' })
  const shape = read()
  return shape.ok ? prove(route.who, proof, claims, parseId(params.ledger ?? '') ?? 'default') : shape
}

function replied(route: Route, reply: Replied): Answered {
  const declared = route.answers[reply.status]
  return answer(reply, typeof declared === 'string' ? declared : undefined)
}

function unmatched(found: Match, { method, id }: Request): Outcome {
  if (found.kind !== 'no-method') return { answered: refused({ kind: 'not-found' }, id) }
  const allow = found.allow.join(', ')
  const { headers, ...rest } = method === 'OPTIONS' ? answer(nothing) : refused({ kind: 'method-not-allowed' }, id)
  return { answered: { ...rest, headers: { ...headers, allow } }, route: found.path }
}

const nothing: Replied = { status: 204, body: undefined }
