import { once } from 'node:events'
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * What becomes of a request. `pass`: it goes on, and its answer comes back. `never`: it is heard, and that is all.
 * `cut`: it goes on, and half of its answer comes back. `trickle`: its answer comes back a byte in each tenth of a second.
 * Otherwise it goes nowhere, and this is the answer.
 */
export type Mood = 'pass' | 'never' | 'cut' | 'trickle' | Refusal

export interface Refusal {
  readonly status: number
  readonly headers?: Record<string, string>
  readonly body?: string
}

/** A server in front of another one of this machine, which can be in any mood. */
export interface HttpFront {
  readonly url: string
  /** What was asked, the latest last. */
  readonly heard: Heard[]
  /** For the next requests, one each; then it is as usual. */
  next(...moods: readonly Mood[]): void
  /** For all requests until it is told otherwise; forgets what was meant for the next ones. */
  always(mood: Mood): void
  close(): Promise<void>
}

export interface Heard {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
}

export interface FrontOptions {
  /** Given to the server behind beside those that came, or instead of them. */
  readonly headers?: Record<string, string | undefined>
  /** Who does not get as far as to the server behind, in a mood that lets others pass. */
  readonly refuses?: (heard: Heard) => Refusal | undefined
}

export async function startHttpFront(behind: string, options: FrontOptions = {}): Promise<HttpFront> {
  const { headers = {}, refuses = () => undefined } = options
  const heard: Heard[] = []
  let coming: Mood[] = []
  let usual: Mood = 'pass'

  const server = createServer(async (request, response) => {
    const asked = { method: request.method ?? '', path: request.url ?? '', headers: request.headers }
    heard.push(asked)
    const told = coming.shift() ?? usual
    const mood = typeof told === 'object' || told === 'never' ? told : (refuses(asked) ?? told)
    response.on('error', () => {})
    if (mood === 'never') return void request.resume()
    if (typeof mood === 'object') {
      request.resume()
      await once(request, 'end')
      return void response.writeHead(mood.status, mood.headers).end(mood.body)
    }
    await carry(request, response, behind, headers, mood)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    next: (...moods) => {
      coming = [...moods]
    },
    always: (mood) => {
      coming = []
      usual = mood
    },
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

async function carry(
  request: IncomingMessage,
  response: ServerResponse,
  behind: string,
  more: Record<string, string | undefined>,
  mood: 'pass' | 'cut' | 'trickle',
): Promise<void> {
  const given = Object.entries({ ...request.headers, ...more }).filter(([, value]) => value !== undefined)
  const on = ask(behind + request.url, {
    method: request.method ?? 'GET',
    headers: Object.fromEntries(given) as Record<string, string>,
  })
  on.on('error', () => response.destroy())
  request.pipe(on)
  const [answer] = (await once(on, 'response')) as [IncomingMessage]
  response.writeHead(answer.statusCode ?? 502, answer.headers)
  if (mood === 'pass') return void answer.pipe(response)

  const body = Buffer.concat(await answer.toArray())
  if (mood === 'cut') {
    response.write(body.subarray(0, body.length / 2), () => response.destroy())
    return
  }
  let sent = 0
  const drop = setInterval(() => {
    response.write(body.subarray(sent, sent + 1))
    sent += 1
  }, 100)
  response.once('close', () => clearInterval(drop))
}
