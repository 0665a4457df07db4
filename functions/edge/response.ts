import type { Fault, Refusal } from '../domain/refusal.ts'
import type { bodyText } from './body-text.ts'
import { breakageOf, type breakages, problemOf, problems } from './problem.ts'

export interface Headers {
  readonly [name: string]: string | readonly string[]
}

/** What OpenWhisk takes as the answer of a web action; `body` is an object, text, or base64 where the type is binary. */
export interface Answered {
  readonly statusCode: number
  readonly headers: Headers
  readonly body?: unknown
  readonly [bodyText]?: string
}

/** What a handler has answered, before it is made into what a host takes. */
export interface Replied {
  readonly status: number
  readonly body: unknown
  readonly headers?: Headers
}

/** An object is JSON, undefined nothing, and text has the media type that the route declares for it. */
export function answer({ status, body, headers = {} }: Replied, textType = 'text/plain'): Answered {
  if (body === undefined) return { statusCode: status, headers: { ...guards, ...headers } }
  const type = typeof body === 'string' ? `${textType}; charset=utf-8` : 'application/json'
  return { statusCode: status, headers: { ...guards, 'content-type': type, ...headers }, body }
}

export function refused(refusal: Refusal, requestId: string): Answered {
  const { status } = problems[refusal.kind]
  return {
    statusCode: status,
    headers: { ...guards, ...problemType, ...hints(refusal, status) },
    body: problemOf(refusal, requestId),
  }
}

/** What fails on our side; `retryAfterS` for what will be there again soon. */
export function broken(code: keyof typeof breakages, requestId: string, retryAfterS?: number): Answered {
  const body = breakageOf(code, requestId)
  const retry = retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) }
  return { statusCode: body.status, headers: { ...guards, ...problemType, ...retry }, body }
}

export const badRequest = (faults: readonly Fault[]): Refusal => ({ kind: 'bad-request', faults })

const problemType = { 'content-type': 'application/problem+json' }

/** An answer is for one caller and no cache; should a browser take one for a page, it is a page that may do nothing. */
const guards = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

function hints(refusal: Refusal, status: number): Headers {
  if (refusal.kind === 'too-many-attempts')
    return { 'retry-after': String(Math.max(1, Math.ceil(refusal.retryAfterS))) }
  return status === 401 ? { 'www-authenticate': 'Bearer realm="Outlay"' } : {}
}
