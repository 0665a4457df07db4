import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type HttpFront, startHttpFront } from './http-front.ts'

/** IBM's token service as its documentation has it, and a store behind it that lets in whoever has one of its tokens. */
export interface IamStub {
  /** Where tokens are made. */
  readonly iam: string
  /** Where files are. */
  readonly store: HttpFront
  /** How many tokens it has made. */
  made(): number
  /** What the token service does from now on. */
  mood: 'well' | 'failing' | 'silent'
  close(): Promise<void>
}

export interface IamOptions {
  readonly apiKey: string
  /** The store itself, which knows nothing of tokens and lets everybody in. */
  readonly behind: string
  /** Seconds that a token is good for. */
  readonly lifeS?: number
}

export async function startIam({ apiKey, behind, lifeS = 3_600 }: IamOptions): Promise<IamStub> {
  const tokens = new Set<string>()
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(Buffer.concat(await request.toArray()).toString())
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (stub.mood === 'silent') return
    if (stub.mood === 'failing') return void answer(503, { errorCode: 'BXNIM0501E', errorMessage: 'Try again later.' })
    if (request.method !== 'POST' || form.get('grant_type') !== 'urn:ibm:params:oauth:grant-type:apikey') {
      return void answer(400, { errorCode: 'BXNIM0106E', errorMessage: 'Property missing or empty.' })
    }
    if (form.get('apikey') !== apiKey) {
      return void answer(400, { errorCode: 'BXNIM0415E', errorMessage: 'Provided API key could not be found.' })
    }
    const token = `token-${randomUUID()}`
    tokens.add(token)
    const expiration = Math.floor(Date.now() / 1_000) + lifeS
    answer(200, {
      access_token: token,
      refresh_token: 'not_supported',
      token_type: 'Bearer',
      expires_in: lifeS,
      expiration,
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const isKnown = (authorization = '') => tokens.has(authorization.replace(/^Bearer /, ''))
  const store = await startHttpFront(behind, {
    headers: { authorization: undefined },
    refuses: ({ headers }) => (isKnown(headers.authorization) ? undefined : { status: 403, ...denied }),
  })
  const stub: IamStub = {
    iam: `http://127.0.0.1:${(server.address() as AddressInfo).port}/identity/token`,
    store,
    made: () => tokens.size,
    mood: 'well',
    close: async () => {
      await store.close()
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
  return stub
}

const denied = {
  headers: { 'content-type': 'application/xml' },
  body: '<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
}
