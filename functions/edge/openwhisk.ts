import { bodyText } from './body-text.ts'
import { log, type Trace, trace } from './log.ts'
import { mediaType, type Request, requestId, traceId } from './request.ts'
import { type Answered, badRequest, broken, refused } from './response.ts'

/** What a host calls an action with: `__ow_*` or `__ce_*` for a request, and what was bound at deployment. */
export interface Params {
  readonly [name: string]: unknown
}

/** An answer and the pattern of the route that gave it, for the log. */
export interface Outcome {
  readonly answered: Answered
  readonly route?: string
}

/**
 * Makes the `main` of a web action. The one catch is here: what is thrown below is logged, with the route that was
 * entered, and answered, never shown.
 */
export function webAction(
  answer: (request: Request, env: unknown, enter: (route: string) => void) => Promise<Outcome>,
) {
  return async (params: Params): Promise<Answered> => {
    const began = performance.now()
    const request = requestOf(params)
    if (!request) return refused(badRequest([notARequest]), crypto.randomUUID())

    const { method, id, headers } = request
    const entered: { route?: string } = {}
    const enter = (route: string) => {
      entered.route = route
    }
    const outcome = await answer(request, settingsIn(params), enter).catch((error) => ({
      ...failed(error, id),
      ...entered,
    }))
    const text = textOf(outcome.answered)
    const isTaken = fits(outcome.answered, text)
    const { answered, route, ...trouble } = isTaken ? outcome : tooLarge(outcome, id)
    const ms = Math.round((performance.now() - began) * 10) / 10
    log('request', { id, method, route, status: answered.statusCode, ms, trace: traceId(headers), ...trouble })
    return sent(answered, request, isTaken ? text : undefined)
  }
}

const notARequest = { pointer: '', code: 'not-a-request', message: 'This action answers web requests only.' }

/** The request in the parameters of a raw-http action; absent for an event, such as an alarm's. */
export function requestOf(params: Params): Request | undefined {
  const prefix = ['__ce_', '__ow_'].find((known) => typeof params[`${known}method`] === 'string')
  if (!prefix) return undefined
  const text = (name: string) => String(params[prefix + name] ?? '')

  const headers = headersIn(params[`${prefix}headers`])
  return {
    method: text('method').toUpperCase(),
    path: text('path').replace(/^(?!\/)/, '/'),
    query: text('query'),
    headers,
    id: requestId(headers),
    body: () => bytesOf(text('body'), mediaType({ headers })),
  }
}

/** Hosts differ in the case of names; the last of two that differ in nothing else counts. */
function headersIn(given: unknown): Request['headers'] {
  if (typeof given !== 'object' || given === null) return {}
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), String(value)]))
}

/** JSON comes in base64, like everything that is not text; a host that leaves it as it is gives itself away. */
function bytesOf(body: string, type: string): Uint8Array {
  const encoded = type === 'application/json' && !/^\s*[[{"]/.test(body)
  return Buffer.from(body, encoded ? 'base64' : 'utf8')
}

/**
 * Configuration is bound as one parameter, `env`. Code Engine binds none and spreads the fields of a JSON body over the
 * parameters: there a caller could bring an `env` along, so that the process's own is the only one.
 */
export function settingsIn(params: Params): unknown {
  return '__ce_method' in params ? undefined : params.env
}

/** Hosts carry a megabyte, all that is around the body included; past it they would answer in their own words. */
const answerLimit = 1_000_000

/** The body as JSON, where it is sent as JSON. */
const textOf = ({ body }: Answered) => (typeof body === 'object' && body !== null ? JSON.stringify(body) : undefined)

/** A unit of UTF-16 is at most three bytes; of what may come near the limit the bytes are counted. */
function fits({ body, ...rest }: Answered, text = JSON.stringify(body) ?? ''): boolean {
  const around = `${JSON.stringify(rest)},"body":`
  if (3 * (text.length + around.length) <= answerLimit) return true
  return Buffer.byteLength(text) + Buffer.byteLength(around) <= answerLimit
}

function tooLarge(outcome: Outcome, id: string): Outcome {
  return { ...outcome, answered: refused({ kind: 'answer-too-large' }, id) }
}

function failed(error: unknown, id: string): Outcome & Trace {
  const answered = isUnavailable(error) ? broken('unavailable', id, error.retryAfterS) : broken('broken', id)
  return { answered, ...trace(error) }
}

/** By name, for a bundle may hold more than one copy of the class. */
function isUnavailable(error: unknown): error is Error & { readonly retryAfterS: number } {
  return error instanceof Error && error.name === 'Unavailable' && 'retryAfterS' in error
}

function sent({ statusCode, headers, body }: Answered, { method, id }: Request, text: string | undefined): Answered {
  const named = { ...headers, 'x-request-id': id }
  if (body === undefined || method === 'HEAD') return { statusCode, headers: named }
  return { statusCode, headers: named, body, ...(text !== undefined && { [bodyText]: text }) }
}
