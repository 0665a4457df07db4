import type { Ask, Feature, Reply, Route } from '../functions/api/route.ts'
import type { table } from '../functions/api/table.ts'
import type { Fault } from '../functions/domain/refusal.ts'
import { ok, type Result, refuse } from '../functions/domain/result.ts'

/** Why there is no answer to show. */
export type Problem =
  /** The network or the server is not there; whether a write arrived is unknown. */
  | { readonly kind: 'offline' }
  /** The session is over, and no refresh brings it back. */
  | { readonly kind: 'signed-out' }
  /** A fault of ours; the id finds it in the log. */
  | { readonly kind: 'broken'; readonly requestId: string }
  | {
      readonly kind: 'refused'
      readonly code: string
      readonly errors: readonly Fault[]
      /** A message of the catalogue to say of it, where no table of codes has it. */
      readonly words?: string
      /** Seconds; 0 where there is nothing to wait for. */
      readonly retryAfterS: number
    }

type Table = typeof table
type Wanted<Name extends string, Value> = Value extends undefined
  ? unknown
  : Record<never, never> extends Value
    ? { readonly [N in Name]?: Value }
    : { readonly [N in Name]: Value }
type Given<R extends Route> = Wanted<'params', Ask<R>['params']> &
  Wanted<'query', Ask<R>['query']> &
  (Ask<R>['body'] extends undefined ? unknown : { readonly body: Ask<R>['body'] }) &
  Wanted<'headers', Ask<R>['headers']>
type Calls<F extends Feature> = {
  readonly [H in keyof F]: (given: Given<F[H]>) => Promise<Result<Reply<F[H]>, Problem>>
}

/** Every route as a function: `api.transactions.putTransaction({ params, body })`. */
export type Api = { readonly [F in keyof Table]: Calls<Table[F]> }

/** Method and path, by feature and handler: "POST /v1/users". */
export interface RouteLines {
  readonly [feature: string]: { readonly [handler: string]: string }
}

export interface Surroundings {
  /** Where the site lives, with a slash at its end. */
  readonly base: string
  readonly fetch: typeof fetch
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Lets tabs take turns; absent where the browser has none. */
  readonly locks?: { request<T>(name: string, task: () => Promise<T>): Promise<T> } | undefined
  /** Told when the session is over. */
  readonly ended: () => void
}

export interface Client {
  /** What can be asked. */
  readonly routes: RouteLines
  readonly api: Api
  /** The server itself, whoever answers by now. */
  readonly server: Api
  /** Trades the cookie for an access token; calls under way at once share one trade. */
  readonly refresh: () => Promise<Result<Reply<Table['login']['refresh']>, Problem>>
  /** From now on calls are answered by this in the server's place; by the server again without it. */
  readonly answerBy: (other: Api | undefined) => void
  /** From now on calls carry this token; it lives in this page's memory and nowhere else. */
  readonly admit: (admission: { readonly accessToken: string } | undefined) => void
  /** Somebody is logged in whose token is still to be had: the next call trades for it first. */
  readonly resume: () => void
}

interface Request {
  readonly params?: { readonly [name: string]: string }
  readonly query?: { readonly [name: string]: string | undefined }
  readonly headers?: { readonly [name: string]: string }
  readonly body?: unknown
}

type Answer = Result<{ readonly status: number; readonly body: unknown; readonly headers?: object }, Problem>

/** A token is good for ten minutes; it is traded before that, by this machine's clock alone, which may be wrong. */
const freshMs = 9 * 60_000

/** The only place that talks to the server. */
export function client(routes: RouteLines, { base, fetch, now, locks, ended }: Surroundings): Client {
  let token: string | undefined
  let since = 0
  let trading: Promise<Answer> | undefined
  let isOwed = false

  const admit: Client['admit'] = (admission) => {
    token = admission?.accessToken
    since = now()
    isOwed = false
  }

  async function send(feature: string, handler: string, { params, query, headers, body }: Request): Promise<Answer> {
    const [method = '', path = ''] = routes[feature]?.[handler]?.split(' /') ?? []
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => params?.[name] ?? '')
    const search = new URLSearchParams(
      Object.entries(query ?? {}).filter((pair): pair is [string, string] => !!pair[1]),
    )
    try {
      const response = await fetch(`${base}${filled}${search.size ? `?${search}` : ''}`, {
        method,
        headers: {
          ...headers,
          ...(token && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      return await read(response)
    } catch {
      return refuse({ kind: 'offline' })
    }
  }

  async function trade(): Promise<Answer> {
    const answer = await send('login', 'refresh', {})
    if (answer.ok) admit(answer.value.body as { accessToken: string })
    if (!isUnauthorised(answer)) return answer
    ended()
    return refuse({ kind: 'signed-out' })
  }

  function refresh(): Promise<Answer> {
    trading ??= (locks ? locks.request('outlay-refresh', trade) : trade()).finally(() => {
      trading = undefined
    })
    return trading
  }

  async function call(feature: string, handler: string, request: Request): Promise<Answer> {
    if (trading || isOwed || (token && now() - since > freshMs)) {
      const traded = await refresh()
      if (!traded.ok) return traded
    }
    const used = token
    const answer = await send(feature, handler, request)
    if (!used || !isUnauthorised(answer)) return answer
    // another call may have traded it in the meantime; what is refused once more stays refused
    const traded = used === token ? await refresh() : undefined
    return traded?.ok === false ? traded : send(feature, handler, request)
  }

  const api = Object.fromEntries(
    Object.entries(routes).map(([feature, handlers]) => [
      feature,
      Object.fromEntries(
        Object.keys(handlers).map((name) => [name, (request: Request) => call(feature, name, request)]),
      ),
    ]),
  )
  // the one place where the route table's word is taken for what the server sends
  const own = api as unknown as Api
  let other: Api | undefined
  return {
    routes,
    get api() {
      return other ?? own
    },
    server: own,
    resume: () => {
      isOwed = true
    },
    answerBy: (api) => {
      other = api
    },
    refresh: refresh as Client['refresh'],
    admit,
  }
}

/** The body, or the problem document (RFC 9457), or what a gateway between us and the server says in its place. */
async function read(response: Response): Promise<Answer> {
  const { status, headers } = response
  const text = await response.text()
  const body = text && headers.get('content-type')?.includes('json') ? JSON.parse(text) : text || undefined
  const next = headers.get('x-next-cursor')
  if (response.ok) return ok({ status, body, ...(next && { headers: { 'x-next-cursor': next } }) })
  if (!body?.code || status >= 500)
    return refuse(status > 501 ? { kind: 'offline' } : { kind: 'broken', requestId: body?.requestId ?? '' })
  return refuse({
    kind: 'refused',
    code: body.code,
    errors: body.errors ?? [],
    retryAfterS: Number(headers.get('retry-after')),
  })
}

function isUnauthorised(answer: Answer): boolean {
  return (
    !answer.ok &&
    answer.error.kind === 'refused' &&
    /^(unauthenticated|refresh-refused|not-acceptable-origin)$/.test(answer.error.code)
  )
}
