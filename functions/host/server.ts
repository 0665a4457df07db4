import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { log, trace } from '../edge/log.ts'
import { type Incoming, limit, type Outgoing } from './controller.ts'
import { refusal } from './refusal.ts'

/** Answers a request that has been read whole. */
export type Answer = (incoming: Incoming) => Promise<Outgoing>

/** Whether an address is that of a proxy whose word counts; one on this very machine is one in any case. */
export type IsProxy = (address: string) => boolean

/** How long a host waits for somebody slow, in milliseconds. */
export interface Patience {
  /** For the headers of a request. */
  readonly headersMs?: number
  /** For the whole of a request, until its last byte. */
  readonly requestMs?: number
  /** On a connection where nothing moves, also while an answer waits to be read; 0 for no end. */
  readonly idleMs?: number
  /** How often an answer that waits for its end shows that it lives. */
  readonly beatMs?: number
}

/** Speaks HTTP for the controller: bodies up to its limit, kept-alive connections, HEAD, and an end without loose ends. */
export function serverOf(
  answer: Answer,
  { headersMs = 20_000, requestMs = 60_000, idleMs = 0, beatMs = 60_000 }: Patience = {},
  isProxy: IsProxy = () => false,
): Server {
  const waits = { headersTimeout: headersMs, requestTimeout: requestMs, keepAliveTimeout: 30_000 }
  // often enough to answer 408 long before the connection counts as idle
  const options = { ...waits, connectionsCheckingInterval: Math.min(headersMs, requestMs) / 4 }
  const server = createServer(options, async (request, response) => {
    try {
      const body = await bodyOf(request)
      const outgoing = body
        ? await answer(incomingOf(request, body, isProxy))
        : refusal('too-large', headersOf(request))
      send(response, outgoing, { keepAlive: server.listening, beatMs })
    } catch (error) {
      // The caller has gone; anything else is a fault of this host, for actions do not throw.
      if (!request.destroyed) log('host', trace(error))
      response.destroy()
    }
  })
  return server.setTimeout(idleMs)
}

/** Bytes that still fit into the controller's limit in base64; routes take less. */
export const bodyLimit = (limit / 4) * 3

/** Undefined past the limit: what comes after it is passed over, so that the caller gets to read the answer. */
function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length <= bodyLimit) chunks.push(chunk)
      else chunks.length = 0
      if (length > patience) request.destroy()
    })
    request.on('end', () => resolve(length > bodyLimit ? undefined : Buffer.concat(chunks)))
    request.on('error', reject)
    request.on('close', () => request.complete || reject(new Error('The request was cut off')))
  })
}

/** Bytes after which even passing over is too much. */
const patience = 16 * limit

function incomingOf(request: IncomingMessage, body: Buffer, isProxy: IsProxy): Incoming {
  const [path, ...query] = (request.url ?? '').replace(origin, '').split('?')
  const forwarded = ['x-forwarded-for', forwardedFor(request, isProxy)] as const
  return {
    method: request.method ?? 'GET',
    path: path || '/',
    query: query.join('?'),
    headers: [...headersOf(request), forwarded],
    body,
  }
}

function headersOf({ rawHeaders }: IncomingMessage): [string, string][] {
  const headers: [string, string][] = []
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) headers.push([rawHeaders[i] ?? '', rawHeaders[i + 1] ?? ''])
  return headers
}

/** What stands before the path where a caller speaks as to a proxy. */
const origin = /^https?:\/\/[^/?]*/i

/** What a caller says of its way here is worth something only when a proxy of ours passes it on; those are no callers. */
function forwardedFor({ socket, headers }: IncomingMessage, isProxy: IsProxy): string {
  const address = socket.remoteAddress ?? ''
  const said = headers['x-forwarded-for']
  const counts = said && (/^(::ffff:)?127\.|^::1$/.test(address) || isProxy(address))
  const hops = counts ? [...String(said).split(','), address] : [address]
  return hops.map((hop) => (isProxy(hop.trim()) ? '_proxy' : hop.trim())).join(', ')
}

function send(
  response: ServerResponse,
  { status, headers, body, until }: Outgoing,
  { keepAlive, beatMs }: { readonly keepAlive: boolean; readonly beatMs: number },
): void {
  const flat = headers.flat()
  if (body.length > 0) flat.push('content-length', String(Buffer.byteLength(body)))
  if (!keepAlive) flat.push('connection', 'close')
  response.writeHead(status, flat)
  if (!until) return void response.end(body)
  response.flushHeaders()
  // silence is taken for death: by what is in between, and by Node's own fetch after five minutes
  const beat = setInterval(() => response.write('\n'), beatMs)
  void until.finally(() => {
    clearInterval(beat)
    response.end()
  })
}
