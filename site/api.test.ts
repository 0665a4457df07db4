import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { clientRoutes } from '../scripts/build/client-routes.ts'
import { type Client, client } from './api.ts'

interface Said {
  readonly line: string
  readonly token: string | undefined
  readonly type: string | undefined
  readonly body: string
}

interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: { readonly [name: string]: string }
}

/** A server that answers as it is told, and remembers what it was asked. */
interface Stub {
  readonly base: string
  readonly heard: Said[]
  answer: (said: Said) => Answer | Promise<Answer>
}

let server: Server
let stub: Stub
let now = 0
let ended = 0

const talking = suite('talking to the server')

talking.before.each(async () => {
  now = 0
  ended = 0
  const heard: Said[] = []
  server = createServer(async (request, response) => {
    const { authorization, 'content-type': type } = request.headers
    const said = { line: `${request.method} ${request.url}`, token: authorization, type, body: await bodyOf(request) }
    heard.push(said)
    const { status, body, headers } = await stub.answer(said)
    const json = { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' }
    response.writeHead(status, { ...(body !== undefined && json), ...headers })
    response.end(body === undefined ? undefined : JSON.stringify(body))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  stub = { base: `http://127.0.0.1:${port}/below/`, heard, answer: () => ({ status: 200, body: { items: [] } }) }
})
talking.after.each(() => {
  server.closeAllConnections()
  server.close()
})

function started(locks?: Parameters<typeof client>[1]['locks']): Client {
  const count = () => {
    ended += 1
  }
  return client(clientRoutes, { base: stub.base, fetch, now: () => now, locks, ended: count })
}

talking('fills path, query and body in, below the base', async () => {
  const { api } = started()
  const id = '0198f3c4-0000-7000-8000-000000000001'
  await api.budgets.putBudget({ params: { ledger: 'default', id }, body: { amount: '400.00' } })
  await api.transactions.listTransactions({
    params: { ledger: 'default' },
    query: { text: 'tea & milk', cursor: undefined },
  })

  assert.equal(stub.heard, [
    {
      line: `PUT /below/v1/ledgers/default/budgets/${id}`,
      token: undefined,
      type: 'application/json',
      body: '{"amount":"400.00"}',
    },
    {
      line: 'GET /below/v1/ledgers/default/transactions?text=tea+%26+milk',
      token: undefined,
      type: undefined,
      body: '',
    },
  ])
})

talking('hands a refusal back with its fields', async () => {
  const errors = [{ pointer: '/amount', code: 'bad-amount', message: 'No.' }]
  stub.answer = () => ({ status: 422, body: { code: 'bad-amount', status: 422, title: 'No.', requestId: 'r', errors } })
  const answer = await started().api.budgets.addBudget({ params: { ledger: 'default' }, body: { amount: '4' } })

  assert.equal(answer, { ok: false, error: { kind: 'refused', code: 'bad-amount', errors, retryAfterS: 0 } })
})

talking('tells how long to wait after too many attempts', async () => {
  stub.answer = () => ({ status: 429, body: { code: 'too-many-attempts' }, headers: { 'retry-after': '90' } })
  const answer = await started().api.login.logIn({ body: { email: 'asha@example.org', password: 'x' } })

  assert.equal(answer, {
    ok: false,
    error: { kind: 'refused', code: 'too-many-attempts', errors: [], retryAfterS: 90 },
  })
})

talking('takes a network that fails and a gateway without a server for offline', async () => {
  const { api } = started()
  stub.answer = () => ({ status: 502 })
  assert.equal(await api.login.listSessions({}), { ok: false, error: { kind: 'offline' } })
  server.closeAllConnections()
  server.close()
  assert.equal(await api.login.listSessions({}), { ok: false, error: { kind: 'offline' } })
})

talking('takes a fault of ours for what it is', async () => {
  stub.answer = () => ({ status: 500, body: { code: 'broken', requestId: 'r-7' } })
  const answer = await started().api.login.listSessions({})

  assert.equal(answer, { ok: false, error: { kind: 'broken', requestId: 'r-7' } })
})

talking('sends the token that it was given, until it is taken away', async () => {
  const { api, admit } = started()
  admit({ accessToken: 'one' })
  await api.login.listSessions({})
  admit(undefined)
  await api.login.listSessions({})

  assert.equal(
    stub.heard.map(({ token }) => token),
    ['Bearer one', undefined],
  )
})

/** Takes the tokens two, three, … in turn, one for each trade. */
function tradingServer({ good }: { good: string }) {
  let token = good
  let trades = 1
  stub.answer = ({ line, token: sent }) => {
    if (line.endsWith('/v1/sessions/refresh')) {
      trades += 1
      token = `token-${trades}`
      return { status: 200, body: { accessToken: token, expiresAt: 0, user: {} } }
    }
    return sent === `Bearer ${token}`
      ? { status: 200, body: { items: [] } }
      : { status: 401, body: { code: 'unauthenticated' } }
  }
}

talking('trades a refused token once, and asks again', async () => {
  tradingServer({ good: 'other' })
  const { api, admit } = started()
  admit({ accessToken: 'old' })
  const answer = await api.login.listSessions({})

  assert.ok(answer.ok)
  assert.equal(
    stub.heard.map(({ line, token }) => [line.split('/v1/').at(-1), token]),
    [
      ['sessions', 'Bearer old'],
      ['sessions/refresh', 'Bearer old'],
      ['sessions', 'Bearer token-2'],
    ],
  )
})

talking('makes one trade for calls that are refused together', async () => {
  tradingServer({ good: 'other' })
  const { api, admit } = started()
  admit({ accessToken: 'old' })
  const answers = await Promise.all([api.login.listSessions({}), api.profile.getMe({}), api.ledgers.listLedgers({})])

  assert.ok(answers.every(({ ok }) => ok))
  assert.is(stub.heard.filter(({ line }) => line.endsWith('refresh')).length, 1)
})

talking('does not trade again for a call that was refused with a token since traded', async () => {
  tradingServer({ good: 'other' })
  const { api, admit } = started()
  admit({ accessToken: 'old' })
  const trading = stub.answer
  let release = () => {}
  const held = new Promise<void>((done) => {
    release = done
  })
  stub.answer = async (said) => {
    if (said.line.endsWith('/v1/me') && said.token === 'Bearer old') await held
    return trading(said)
  }
  const slow = api.profile.getMe({})
  await api.login.listSessions({})
  release()

  assert.ok((await slow).ok)
  assert.is(stub.heard.filter(({ line }) => line.endsWith('refresh')).length, 1)
})

talking('trades a token before it is ten minutes old, without a refusal', async () => {
  tradingServer({ good: 'one' })
  const { api, admit } = started()
  admit({ accessToken: 'one' })
  now = 8 * 60_000
  await api.login.listSessions({})
  now = 10 * 60_000
  await api.login.listSessions({})

  assert.equal(
    stub.heard.map(({ line }) => line.split('/v1/').at(-1)),
    ['sessions', 'sessions/refresh', 'sessions'],
  )
})

talking('says that the session is over at an address where it cannot be kept', async () => {
  stub.answer = ({ line }) =>
    line.endsWith('refresh')
      ? { status: 403, body: { code: 'not-acceptable-origin' } }
      : { status: 401, body: { code: 'unauthenticated' } }
  const { refresh } = started()

  assert.equal(await refresh(), { ok: false, error: { kind: 'signed-out' } })
  assert.is(ended, 1)
})

talking('says that the session is over when the trade is refused, and asks nothing more', async () => {
  stub.answer = ({ line }) =>
    line.endsWith('refresh')
      ? { status: 401, body: { code: 'refresh-refused' } }
      : { status: 401, body: { code: 'unauthenticated' } }
  const { api, admit } = started()
  admit({ accessToken: 'old' })
  const answer = await api.login.listSessions({})

  assert.equal(answer, { ok: false, error: { kind: 'signed-out' } })
  assert.is(ended, 1)
  assert.is(stub.heard.length, 2)
})

talking('keeps the session when the trade cannot be made, and tries again at the next call', async () => {
  let isDown = true
  tradingServer({ good: 'other' })
  const up = stub.answer
  stub.answer = (said) => (said.line.endsWith('refresh') && isDown ? { status: 503 } : up(said))
  const { api, admit } = started()
  admit({ accessToken: 'old' })
  assert.equal(await api.login.listSessions({}), { ok: false, error: { kind: 'offline' } })
  isDown = false

  assert.ok((await api.login.listSessions({})).ok)
  assert.is(ended, 0)
})

talking('never takes a wrong password for an old token', async () => {
  stub.answer = () => ({ status: 401, body: { code: 'wrong-credentials' } })
  const { api, admit } = started()
  admit({ accessToken: 'old' })
  await api.login.logIn({ body: { email: 'asha@example.org', password: 'x' } })

  assert.is(stub.heard.length, 1)
})

talking('takes its turn among tabs', async () => {
  tradingServer({ good: 'other' })
  const taken: string[] = []
  const { refresh } = started({
    request: (name, task) => {
      taken.push(name)
      return task()
    },
  })
  await Promise.all([refresh(), refresh()])

  assert.equal(taken, ['outlay-refresh'])
  assert.is(stub.heard.length, 1)
})

talking.run()

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request) text += part
  return text
}
