import * as assert from 'uvu/assert'
import * as v from 'valibot'
import type { Answer, Feature } from '../../functions/api/route.ts'
import type { SessionId, UserId } from '../../functions/domain/ids.ts'
import type { Handlers } from '../../functions/edge/handler.ts'
import { matcher } from '../../functions/edge/match.ts'
import { serve } from '../../functions/edge/serve.ts'
import type { TokenReader } from '../../functions/ports/tokens.ts'
import type { LedgerDesk } from './ledger-desk.ts'

export interface Answered {
  readonly status: number
  /** Undefined without one. */
  readonly body: unknown
  readonly headers: Readonly<Record<string, unknown>>
}

export interface Asked {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Asha, unless somebody else asks. */
  readonly by?: UserId
}

/** Asks an action of the ledger plane at a desk: `await ask('GET /accounts?x=y')`, below Asha's ledger. */
export type AskDesk = (line: string, asked?: Asked) => Promise<Answered>

/** Every answer is held against the shape that its route declares, and every refusal against those that it names. */
export function deskApi<F extends Feature>(desk: LedgerDesk, feature: F, handlers: Handlers<F, LedgerDesk>): AskDesk {
  process.env.LOG = 'off'
  // every route of the ledger plane is proven by a token and a membership, which this desk has
  const main = serve<Feature, never>(feature, startersOf(desk) as never, handlers as never)
  const match = matcher(feature)

  return async (line, { body, headers = {}, by = desk.scope.userId } = {}) => {
    const [method = '', rest = ''] = line.split(' ')
    const [path = '', query = ''] = `/v1/ledgers/${desk.scope.ledgerId}${rest}`.split('?')
    const answered = await main({
      __ow_method: method.toLowerCase(),
      __ow_path: path,
      __ow_query: query,
      __ow_headers: { authorization: `Bearer ${by}`, 'content-type': 'application/json', ...headers },
      __ow_body: body === undefined ? '' : Buffer.from(JSON.stringify(body)).toString('base64'),
    })

    const found = match(method, path)
    const route = found.kind === 'found' ? feature[found.handler] : undefined
    if (route) hold(route.answers[answered.statusCode], answered.statusCode, answered.body, route.refusals)
    return { status: answered.statusCode, body: answered.body, headers: answered.headers }
  }
}

function startersOf(desk: LedgerDesk) {
  const ports = Object.entries(desk).map(([name, port]) => [name, async () => port])
  const starters = Object.fromEntries(ports) as { readonly [Name in keyof LedgerDesk]: () => Promise<LedgerDesk[Name]> }
  return { ...starters, tokens: async () => openTokens }
}

/** A token here is the person's id. */
const openTokens: TokenReader = {
  read: (token, now) => ({
    userId: token as UserId,
    sessionId: token as SessionId,
    level: 1,
    issuedMs: now,
    expiresMs: now + 1,
  }),
}

/** What every route may say beside its own refusals. */
const always = ['bad-request', 'unauthenticated', 'forbidden', 'not-found', 'unsupported-media-type']

function hold(shape: Answer | undefined, status: number, body: unknown, refusals: readonly string[]): void {
  if (typeof shape === 'object') {
    const parsed = v.safeParse(shape, body)
    assert.ok(
      parsed.success,
      JSON.stringify(parsed.issues?.map(({ message, path }) => [message, path?.map(({ key }) => key)])),
    )
  } else if (shape === undefined) {
    const code = String(Reflect.get(Object(body), 'code'))
    assert.ok([...refusals, ...always].includes(code), `${status} ${code}`)
  }
}
