import type { SendOutcome } from '../../ports/mailer.ts'

export interface Answer {
  readonly statusCode: number
  readonly headers: unknown
}

/** Of an answer that is no error: taken, or in the sandbox only looked at. */
export function outcomeOf({ headers }: Answer): SendOutcome {
  const messageId = header(headers, 'x-message-id')
  return { kind: 'accepted', ...(messageId && { messageId }) }
}

/**
 * Of what the client throws; what is no word of the other side is thrown on. Whether a mail was taken is known only where
 * SendGrid says no, or was never reached. Nothing but codes and names of fields leaves here: messages repeat addresses.
 */
export function troubleOf(error: unknown, nowMs: number): SendOutcome {
  const { code, response, isAxiosError } = fieldsOf(error)
  // neither an answer nor its absence: a fault of ours, before anything was sent
  if (!response && !isAxiosError) throw error
  const { headers, body } = fieldsOf(response)
  const field = firstField(body)
  const why = `sendgrid-${code}${field ? ` ${field}` : ''}`
  if (typeof code === 'string' && neverReached.has(code)) return { kind: 'later', retryAfterS: usualWaitS, why }
  if (typeof code !== 'number' || code >= 500 || code === 408) return { kind: 'unknown', why }
  if (code === 429) return { kind: 'later', retryAfterS: waitS(headers, nowMs), why }
  return unwelcome.has(code) ? { kind: 'later', retryAfterS: longestWaitS, why } : { kind: 'refused', why }
}

/** Said to us and of no mail: a wrong key or one with too few rights, a sender that is not verified, a plan that is used up. */
const unwelcome = new Set([401, 403])

/** There was no connection on which anything could have been sent. */
const neverReached = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

const usualWaitS = 60
const longestWaitS = 3_600

/** What it asks for in so many seconds or, as it is documented, by the second in which its window ends. */
function waitS(headers: unknown, nowMs: number): number {
  const [after, reset] = [Number(header(headers, 'retry-after')), Number(header(headers, 'x-ratelimit-reset'))]
  const wanted = after > 0 ? after : reset > 0 ? Math.ceil(reset - nowMs / 1_000) : usualWaitS
  return Math.min(Math.max(1, wanted), longestWaitS)
}

function header(headers: unknown, name: string): string {
  const value = fieldsOf(headers)[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The first field that SendGrid complains about, as `personalizations.0.to.0.email`. */
function firstField(body: unknown): string {
  const { errors } = fieldsOf(body)
  const { field } = fieldsOf(Array.isArray(errors) ? errors[0] : undefined)
  return typeof field === 'string' && /^[a-z0-9_.[\]-]{1,80}$/i.test(field) ? field : ''
}

const fieldsOf = (value: unknown): { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null ? (value as { readonly [name: string]: unknown }) : {}
