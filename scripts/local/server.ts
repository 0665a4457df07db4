import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { log, trace } from '../../functions/edge/log.ts'
import { complaint, type Incoming, limit, type Outgoing } from './controller.ts'

/** Answers a request that has been read whole. */
export type Answer = (incoming: Incoming) => Promise<Outgoing>

/** Speaks HTTP for the controller: bodies up to its limit, kept-alive connections, HEAD, and an end without loose ends. */
export function serverOf(answer: Answer): Server {
  const server = createServer({ keepAliveTimeout: 30_000, requestTimeout: 60_000 }, async (request, response) => {
    try {
      const body = await bodyOf(request)
      const outgoing = body ? await answer(incomingOf(request, body)) : tooLarge
      send(response, outgoing, server.listening)
    } catch (error) {
      // The caller has gone; anything else is a fault of this host, for actions do not throw.
      if (!request.destroyed) log('host', trace(error))
      response.destroy()
    }
  })
  return server
}

const tooLarge = complaint(413, `Request larger than allowed: more than ${limit} bytes.`)

/** Undefined past the limit: what comes after it is passed over, so that the caller gets to read the answer. */
function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length <= limit) chunks.push(chunk)
      else chunks.length = 0
      if (length > patience) request.destroy()
    })
    request.on('end', () => resolve(length > limit ? undefined : Buffer.concat(chunks)))
    request.on('error', reject)
    request.on('close', () => reject(new Error('The request was cut off')))
  })
}

/** Bytes after which even passing over is too much. */
const patience = 16 * limit

function incomingOf(request: IncomingMessage, body: Buffer): Incoming {
  const [path = '/', ...query] = (request.url ?? '/').split('?')
  const headers: [string, string][] = []
  for (let i = 0; i + 1 < request.rawHeaders.length; i += 2) {
    headers.push([request.rawHeaders[i] ?? '', request.rawHeaders[i + 1] ?? ''])
  }
  const forwarded = ['x-forwarded-for', forwardedFor(request)] as const
  return { method: request.method ?? 'GET', path, query: query.join('?'), headers: [...headers, forwarded], body }
}

/** What a caller says of its way here is worth something only when a proxy on this very machine passes it on. */
function forwardedFor({ socket, headers }: IncomingMessage): string {
  const address = socket.remoteAddress ?? ''
  const said = headers['x-forwarded-for']
  return said && /^(::ffff:)?127\.|^::1$/.test(address) ? `${said}, ${address}` : address
}

function send(response: ServerResponse, { status, headers, body }: Outgoing, keepAlive: boolean): void {
  const flat = headers.flat()
  if (body.length > 0) flat.push('content-length', String(Buffer.byteLength(body)))
  if (!keepAlive) flat.push('connection', 'close')
  response.writeHead(status, flat).end(body)
}
