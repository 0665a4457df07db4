import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { documentOf } from '../../functions/actions/openapi/document.ts'
import { table } from '../../functions/api/table.ts'

/** What was asked, and what came back, as far as the document says something about it. */
export interface Exchange {
  readonly method: string
  /** With or without what lies in front of /v1, and without the query. */
  readonly path: string
  readonly status: number
  /** By names in lower case. */
  readonly headers: { readonly [name: string]: string | undefined }
  /** JSON that was parsed, or text. */
  readonly body: unknown
}

/**
 * Holds an answer to the API document: status, media type, every field of the body, headers. Throws what is wrong. Notes
 * the route and status in the file that OUTLAY_SEEN names, if it names one.
 */
export function check(exchange: Exchange): void {
  const method = exchange.method === 'HEAD' ? 'get' : exchange.method.toLowerCase()
  const path = pathFor(exchange.path)
  const operation = path && Object(document.paths[path])[method]
  const faults = operation ? faultsIn(exchange, `${path} ${method}`, operation) : strayFaults(exchange)
  if (faults.length === 0 && operation) note(`${method} ${path} ${exchange.status}`)
  if (faults.length === 0) return
  const what = `${exchange.method} ${exchange.path} answers ${exchange.status} ${JSON.stringify(exchange.body)}`
  throw new Error(`${what.slice(0, 2000)}\nwhich the API document does not say: ${faults.join('; ')}`)
}

/** Every route and status below 500 that the document has and no exchange was noted of, as `get /v1/me 200`. */
export function unseen(seenFile: string): readonly string[] {
  const seen = new Set(existsSync(seenFile) ? readFileSync(seenFile, 'utf8').split('\n') : [])
  const declared = Object.entries<object>(document.paths).flatMap(([path, operations]) =>
    Object.entries<{ responses: object }>(Object(operations)).flatMap(([method, { responses }]) =>
      Object.keys(responses)
        .filter((status) => Number(status) < 500)
        .map((status) => `${method} ${path} ${status}`),
    ),
  )
  return declared.filter((line) => !seen.has(line))
}

const document = JSON.parse(JSON.stringify(documentOf(table, 'http://localhost:8080')))
const ajv = new Ajv2020({ strict: false, allErrors: true })
ajv.addSchema(document, 'api')

const noted = new Set<string>()

function note(line: string): void {
  const file = process.env.OUTLAY_SEEN
  if (!file || noted.has(line)) return
  noted.add(line)
  appendFileSync(file, `${line}\n`)
}

const patterns = Object.keys(document.paths)
  .sort((a, b) => a.split('{').length - b.split('{').length)
  .map((path) => ({ path, pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`) }))

function pathFor(path: string): string | undefined {
  const ours = path.slice(Math.max(0, path.lastIndexOf('/v1/')))
  return patterns.find(({ pattern }) => pattern.test(ours))?.path
}

/** Where nothing is, and where that method is not, there is a problem that says so. */
function strayFaults({ method, status, headers, body }: Exchange): string[] {
  if (method === 'OPTIONS' && status === 204) return []
  if (isHosts({ status, headers })) return []
  if (![404, 405, 413].includes(status)) return ['there is no such route']
  if (status === 405 && !headers.allow) return ['a 405 without Allow']
  return method === 'HEAD' ? [] : schemaFaults('#/components/schemas/Problem', body)
}

/** Of paths that lead to no action and of bodies past a megabyte the actions never hear. */
function isHosts({ status, headers }: Pick<Exchange, 'status' | 'headers'>): boolean {
  return headers['content-type'] === 'application/json' && (status === 404 || status === 413)
}

interface Operation {
  readonly responses: {
    readonly [status: string]: { readonly headers?: object; readonly content?: { readonly [type: string]: object } }
  }
}

function faultsIn(exchange: Exchange, place: string, { responses }: Operation): string[] {
  const { status, headers, body, method } = exchange
  const declared = responses[status]
  if (!declared) return [`${place} has no ${status}`]
  const [path = '', verb = ''] = place.split(' ')
  const type = (headers['content-type'] ?? '').replace(/;.*/, '')
  if (isHosts(exchange)) return []
  return [
    ...headerFaults(exchange, Object.keys(declared.headers ?? {})),
    ...(method === 'HEAD' ? [] : bodyFaults(type, body, declared.content)),
    ...(type in (declared.content ?? {}) && method !== 'HEAD' && type.endsWith('json')
      ? schemaFaults(`#/paths/${escaped(path)}/${verb}/responses/${status}/content/${escaped(type)}/schema`, body)
      : []),
  ]
}

function headerFaults({ status, headers }: Exchange, declared: readonly string[]): string[] {
  const known = declared.map((name) => name.toLowerCase())
  const told = ['etag', 'set-cookie', 'x-next-cursor', 'retry-after'].filter((name) => headers[name] !== undefined)
  return [
    ...told.filter((name) => !known.includes(name)).map((name) => `a header ${name}`),
    ...(headers['x-request-id'] ? [] : ['no X-Request-Id']),
    ...(status === 429 && !headers['retry-after'] ? ['a 429 without Retry-After'] : []),
    ...(status === 401 && !headers['www-authenticate'] ? ['a 401 without WWW-Authenticate'] : []),
  ]
}

function bodyFaults(type: string, body: unknown, content: object | undefined): string[] {
  if (!content) return body === undefined || body === '' ? [] : ['a body']
  return type in content ? [] : [`the media type ${type || '(none)'}`]
}

const validators = new Map<string, ValidateFunction>()

function schemaFaults(pointer: string, body: unknown): string[] {
  const validate = validators.get(pointer) ?? ajv.getSchema(`api${pointer}`)
  if (!validate) throw new Error(`No schema at ${pointer}`)
  validators.set(pointer, validate)
  if (validate(body)) return []
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    return `${instancePath || 'the body'} ${message} ${JSON.stringify(params)}`
  })
}

const escaped = (key: string) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))
