import { check } from './openapi.ts'

export interface Asked {
  readonly token?: string | undefined
  /** Sent as JSON; text and bytes are sent as they are. */
  readonly body?: unknown
  readonly headers?: { readonly [name: string]: string | undefined } | undefined
}

export interface Answer {
  readonly status: number
  /** By names in lower case. */
  readonly headers: { readonly [name: string]: string | undefined }
  /** JSON that was parsed, text, or undefined where there was nothing. */
  readonly body: unknown
}

/** Asks and answers; an answer that the API document does not have is an error. */
export type Call = (method: string, path: string, asked?: Asked) => Promise<Answer>

/** A caller of the API that lies at this address. */
export function callerOf(url: string): Call {
  return async (method, path, { token, body, headers = {} } = {}) => {
    const given = Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined)
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...Object.fromEntries(given),
      },
      ...(body !== undefined && { body: bytesOf(body) }),
    })
    const answer = await answerOf(response)
    if (path.includes('/v1/')) check({ ...answer, method, path: path.replace(/\?.*/s, '') })
    return answer
  }
}

/** What of a body goes over the wire: text and bytes as they are, anything else as JSON. */
export function bytesOf(body: unknown): Buffer<ArrayBuffer> {
  if (body === undefined) return Buffer.alloc(0)
  return Buffer.from(typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body))
}

async function answerOf(response: Response): Promise<Answer> {
  const headers = Object.fromEntries(response.headers)
  const text = await response.text()
  const isJson = /^application\/([\w.-]+\+)?json\b/.test(headers['content-type'] ?? '')
  return { status: response.status, headers, body: text === '' ? undefined : isJson ? JSON.parse(text) : text }
}
