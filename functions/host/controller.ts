import { bodyText } from '../edge/body-text.ts'
import { log, trace } from '../edge/log.ts'
import { essence, isJson, isText } from './media.ts'

/** An action's `main`. */
export type Action = (params: { readonly [name: string]: unknown }) => Promise<unknown>

/** A request as it came in: headers as pairs, in order. */
export interface Incoming {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer
}

export interface Outgoing {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer | string
  /** Status and headers go out at once, and the answer, which has no body then, ends only when this does. */
  readonly until?: Promise<unknown>
}

/** Bytes of parameters and of an answer that OpenWhisk carries. */
export const limit = 1024 * 1024

/** Calls an action as OpenWhisk's controller calls a raw web action, and answers as it would answer. */
export async function invoke(action: Action, incoming: Incoming, env: object): Promise<Outgoing> {
  const params = paramsOf(incoming)
  const size = params.__ow_body.length + params.__ow_query.length
  if (size > limit) return complaint(413, `Request larger than allowed: ${size} > ${limit} bytes.`)
  try {
    return answerOf(await action({ env, ...params }))
  } catch (error) {
    // what a platform would show as the error of a failed activation
    log('action', trace(error))
    return complaint(400, 'There was an error processing your request.')
  }
}

/** What a raw-http web action gets. Of headers that repeat the last one counts; lengths are the connection's affair. */
export function paramsOf({ method, path, query, headers, body }: Incoming) {
  const named = headers.map(([name, value]) => [name.toLowerCase(), value] as const)
  const told = Object.fromEntries(named.filter(([name]) => !ofConnection.has(name)))
  return {
    __ow_method: method.toLowerCase(),
    __ow_headers: told,
    __ow_path: path,
    __ow_query: query,
    __ow_body: encoded(body, told['content-type'] ?? ''),
  }
}

const ofConnection = new Set(['connection', 'content-length', 'expect', 'keep-alive', 'transfer-encoding', 'upgrade'])

/** application/json is sent in base64 like bytes, for the sake of older actions. */
function encoded(body: Buffer, type: string): string {
  return isText(type) && essence(type) !== 'application/json' ? body.toString('utf8') : body.toString('base64')
}

/** An answer is `{ statusCode, headers, body }`, or the same below `error`. */
export function answerOf(result: unknown): Outgoing {
  const answer = fieldsOf(fieldsOf(result)?.error ?? result)
  const headers = headersOf(answer?.headers)
  const status = statusOf(answer?.statusCode)
  if (!answer || !headers || status === 'none') return complaint(400, "Response is not valid 'message/http'.")

  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  const others = headers.filter(([name]) => name.toLowerCase() !== 'content-type')
  const { body } = answer
  if (body === undefined || body === null || body === '') return { status: status ?? 204, headers: others, body: '' }
  const known: unknown = Reflect.get(answer, bodyText)
  const sent =
    typeof body === 'string'
      ? textAnswer(body, type ?? 'text/html')
      : jsonAnswer(() => (typeof known === 'string' ? known : JSON.stringify(body)), type)
  if (!sent) return complaint(400, 'Response type in header did not match generated content type.')
  if (Buffer.byteLength(sent.body) > limit) return complaint(400, 'There was an error processing your request.')
  return { status: status ?? 200, headers: [...others, ['content-type', sent.type]], body: sent.body }
}

type Sent = { readonly type: string; readonly body: Buffer | string } | undefined

function jsonAnswer(json: () => string, type = 'application/json'): Sent {
  return isJson(type) ? { type: essence(type), body: json() } : undefined
}

/** Text under a JSON type that happens to look like base64 is decoded too, to whatever that gives. */
function textAnswer(body: string, type: string): Sent {
  if (isText(type)) {
    const isTaken = isJson(type) && base64.test(body)
    return { type: withCharset(type), body: isTaken ? Buffer.from(body, 'base64') : body }
  }
  return base64.test(body) ? { type, body: Buffer.from(body, 'base64') } : undefined
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

const withCharset = (type: string) => (isJson(type) ? essence(type) : `${essence(type)}; charset=UTF-8`)

function fieldsOf(value: unknown): { readonly [name: string]: unknown } | undefined {
  return typeof value === 'object' && value !== null ? { ...value } : undefined
}

function headersOf(given: unknown): [string, string][] | undefined {
  if (given === undefined) return []
  const pairs: [string, string][] = []
  for (const [name, value] of Object.entries(fieldsOf(given) ?? { '': undefined })) {
    for (const one of Array.isArray(value) ? value.flat() : [value]) {
      if (!['string', 'number', 'boolean'].includes(typeof one)) return undefined
      pairs.push([name, String(one)])
    }
  }
  return pairs
}

function statusOf(given: unknown): number | undefined | 'none' {
  if (given === undefined) return undefined
  const status = Number(given)
  return Number.isInteger(status) && status >= 200 && status <= 599 ? status : 'none'
}

/** How OpenWhisk itself says no. */
export function complaint(status: number, error: string): Outgoing {
  const body = JSON.stringify({ error, code: crypto.randomUUID().replaceAll('-', '') })
  return { status, headers: [['content-type', 'application/json']], body }
}
