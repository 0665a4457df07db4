import { type GenericSchema, safeParse } from 'valibot'
import type { Route } from '../api/route.ts'
import { wellFormed } from '../domain/fold.ts'
import { isUuid } from '../domain/ids.ts'
import type { Fault, Refusal } from '../domain/refusal.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { escaped, fault, faultsOf } from './faults.ts'
import { mediaType, type Request } from './request.ts'
import { badRequest } from './response.ts'

type Read = Result<unknown, Refusal>

const usualBodyLimit = 512 * 1024
const deepest = 32

/** Every name in the path is an id, unless the route says otherwise; a ledger may be called `default`. */
export function readParams(route: Route, params: { readonly [name: string]: string }): Result<undefined, Refusal> {
  const faults = Object.entries(params)
    .filter(([name, value]) => !isParam(route, name, value))
    .map(([name]) => fault(`/path/${name}`, 'wrong-format'))
  return faults.length > 0 ? refuse(badRequest(faults)) : ok(undefined)
}

function isParam({ params }: Route, name: string, value: string): boolean {
  const schema = params?.[name]
  if (schema) return safeParse(schema, value).success
  return isUuid(value) || (name === 'ledger' && value === 'default')
}

/** A route without a query takes none. */
export function readQuery({ query }: Route, text: string): Read {
  const pairs = [...new URLSearchParams(text)]
  const values = new Map<string, string>()
  const faults: Fault[] = []
  for (const [name, value] of pairs) {
    const pointer = `/query/${escaped(name)}`
    if (!query) faults.push(fault(pointer, 'unknown-field'))
    else if (values.has(name)) faults.push(fault(pointer, 'repeated'))
    else if (!wellFormed(value)) faults.push(fault(pointer, 'not-text'))
    values.set(name, value)
  }
  if (faults.length > 0) return refuse(badRequest(faults.slice(0, 20)))
  return query ? parsed(query, Object.fromEntries(values), '/query') : ok(undefined)
}

/** The headers that the route names. An idempotency key becomes the id of a row, so it has to be one. */
export function readHeaders(route: Route, { headers }: Request): Result<{ [name: string]: string }, Refusal> {
  const read: { [name: string]: string } = {}
  for (const name of route.headers ?? []) {
    const value = headers[name]
    if (value === undefined) continue
    if (name === 'idempotency-key' && !isUuid(value)) {
      return refuse(badRequest([fault(`/headers/${name}`, 'wrong-format')]))
    }
    read[name] = value
  }
  return ok(read)
}

export function readBody(route: Route, request: Request): Read {
  if (route.raw) return readBytes(route, request)
  if (!route.body) return ok(undefined)
  if (mediaType(request) !== 'application/json') return refuse({ kind: 'unsupported-media-type' })
  const bytes = request.body()
  if (bytes.length > (route.bodyLimit ?? usualBodyLimit)) return refuse({ kind: 'too-large' })

  const body = jsonIn(bytes)
  if (body === undefined) return refuse(badRequest([fault('', 'not-json')]))
  const bad = textFault(body)
  if (bad) return refuse(badRequest([bad]))
  // An array is an object to valibot, and one without items has no field that a schema could miss or refuse.
  if (Array.isArray(body)) return refuse(badRequest([fault('', 'wrong-type')]))
  return parsed(route.body, body, '')
}

function readBytes({ bodyLimit = usualBodyLimit }: Route, request: Request): Read {
  const bytes = request.body()
  return bytes.length > bodyLimit ? refuse({ kind: 'too-large' }) : ok(bytes)
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/** The first place that is nested too deeply, or whose text no store and no reader could take. */
function textFault(value: unknown, pointer = '', depth = 0): Fault | undefined {
  if (typeof value === 'string') return wellFormed(value) ? undefined : fault(pointer, 'not-text')
  if (typeof value !== 'object' || value === null) return undefined
  if (depth === deepest) return fault(pointer, 'too-deep')
  for (const [key, child] of Object.entries(value)) {
    const bad = textFault(child, `${pointer}/${escaped(key)}`, depth + 1)
    if (bad) return bad
  }
  return undefined
}

function parsed(schema: GenericSchema, value: unknown, at: string): Read {
  const { success, output, issues } = safeParse(schema, value)
  return success ? ok(output) : refuse(badRequest(faultsOf(issues, at)))
}
