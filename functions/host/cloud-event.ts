import type { Incoming } from './controller.ts'

/** A CloudEvent (version 1.0): what has happened, and the fields of what it carries. */
export interface CloudEvent {
  readonly id: string
  readonly type: string
  readonly data: { readonly [field: string]: unknown }
  /** Of W3C Trace Context, where the sender has one. */
  readonly traceparent?: string
}

/** Reads either form over HTTP: attributes as `ce-` headers beside the data, or all in one JSON document. */
export function cloudEventOf({ headers, body }: Incoming): CloudEvent | undefined {
  const named = new Map(headers.map(([name, value]) => [name.toLowerCase(), value]))
  const isWhole = /^application\/cloudevents\+json\b/i.test(named.get('content-type') ?? '')
  const whole = isWhole ? fieldsIn(body.toString()) : undefined
  const attribute = (name: string) => (isWhole ? whole?.[name] : named.get(`ce-${name}`))

  const [id, type, traceparent] = [
    attribute('id'),
    attribute('type'),
    attribute('traceparent') ?? named.get('traceparent'),
  ]
  const data = isWhole ? dataIn(whole) : body.length === 0 ? {} : fieldsIn(body.toString())
  if (attribute('specversion') !== '1.0' || !isName(id) || !isName(type) || !isName(attribute('source')))
    return undefined
  return data && { id, type, data, ...(isName(traceparent) && { traceparent }) }
}

const isName = (value: unknown): value is string => typeof value === 'string' && value !== ''

function dataIn(whole: { readonly [field: string]: unknown } | undefined) {
  const { data, data_base64 } = whole ?? {}
  if (typeof data_base64 === 'string') return fieldsIn(Buffer.from(data_base64, 'base64').toString())
  if (data === undefined || data === null) return {}
  return typeof data === 'object' ? fieldsIn(JSON.stringify(data)) : undefined
}

/** Only an object has fields. */
function fieldsIn(json: string): { readonly [field: string]: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}
