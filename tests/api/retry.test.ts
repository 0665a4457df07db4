import { randomUUID } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Answer } from '../support/client.ts'
import { made, unique } from '../support/examples.ts'
import { cookieIn, logInAgain, type Person, refresh, register } from '../support/people.ts'
import { isProblem, unchanged } from './assess.ts'
import { openStage } from './stage.ts'

const stage = await openStage()
const asha = await register(stage.call)

const lunch = { kind: 'expense', day: '2026-11-20', amount: '12.50', payee: 'Mill Lane Bakery', note: 'lunch' }
const dinner = { ...lunch, amount: '30.00', note: 'dinner' }

/** For each list: what a row is made from, the same otherwise, and how it is changed afterwards. */
const rows = {
  accounts: () => ({ body: { name: unique('Bank'), kind: 'bank' }, change: { kind: 'savings' } }),
  categories: () => ({ body: { name: unique('Food'), kind: 'expense' }, change: { archived: true } }),
  payees: () => ({ body: { name: unique('Mill') }, change: { name: unique('Lane') } }),
  budgets: () => ({ body: { amount: '100.00' }, change: { amount: '150.00' } }),
  transactions: () => ({ body: lunch, change: { note: 'late lunch' } }),
}
const lists = Object.keys(rows) as (keyof typeof rows)[]

const repeating = suite('what a retry means')

for (const list of lists) {
  repeating(`${list}: PUT is creation once, however often it is sent`, async () => {
    const { body, change } = rows[list]()
    const path = `/${list}/${randomUUID()}`
    const first = await asha.ledger('PUT', path, body)
    assert.is(first.status, 201, said(first))
    assert.is(first.headers.etag, '"1"')

    const again = await unchanged(stage, () => asha.ledger('PUT', path, body))
    assert.is(again.status, 200)
    assert.equal(again.body, first.body)
    const turned = Object.fromEntries(Object.entries(body).reverse())
    assert.is(
      (await unchanged(stage, () => asha.ledger('PUT', path, turned))).status,
      200,
      'the order of fields is no difference',
    )

    const changed = await asha.ledger('PATCH', path, change)
    assert.is(changed.status, 200, said(changed))
    const late = await unchanged(stage, () => asha.ledger('PUT', path, body))
    assert.is(late.status, 200, 'a late repeat of what made the row')
    assert.equal(late.body, changed.body, 'answers with the row as it is now')
  })

  repeating(`${list}: PUT of something else under the same id wants If-Match`, async () => {
    const { body, change } = rows[list]()
    const path = `/${list}/${randomUUID()}`
    await asha.ledger('PUT', path, body)
    const other = { ...body, ...change }

    isProblem(await unchanged(stage, () => asha.ledger('PUT', path, other)), 428)
    isProblem(await unchanged(stage, () => asha.ledger('PUT', path, other, { 'if-match': '"7"' })), 412)
    const replaced = await asha.ledger('PUT', path, other, { 'if-match': 'W/"1"' })
    assert.is(replaced.status, 200, said(replaced))
    assert.is(replaced.headers.etag, '"2"')
    isProblem(await unchanged(stage, () => asha.ledger('PUT', path, body, { 'if-match': '"1"' })), 412)
    isProblem(await unchanged(stage, () => asha.ledger('PATCH', path, change, { 'if-match': '"1"' })), 412)
    isProblem(await unchanged(stage, () => asha.ledger('DELETE', path, undefined, { 'if-match': '"1"' })), 412)
    assert.is((await asha.ledger('PUT', path, body, { 'if-match': '*' })).status, 200)
  })

  repeating(`${list}: If-Match with several tags takes the version that any of them names`, async () => {
    const { body, change } = rows[list]()
    const path = `/${list}/${randomUUID()}`
    await asha.ledger('PUT', path, body)

    const none = { 'if-match': '"2", "3"' }
    isProblem(await unchanged(stage, () => asha.ledger('PUT', path, { ...body, ...change }, none)), 412)
    isProblem(await unchanged(stage, () => asha.ledger('DELETE', path, undefined, none)), 412)
    assert.is((await asha.ledger('PATCH', path, change, { 'if-match': '"7", "1"' })).headers.etag, '"2"')
    assert.is((await asha.ledger('PUT', path, body, { 'if-match': '"2", "x"' })).headers.etag, '"3"')
    assert.is((await asha.ledger('DELETE', path, undefined, { 'if-match': '"1","3"' })).status, 204)
  })

  repeating(`${list}: an Idempotency-Key becomes the id, and POST the same as PUT`, async () => {
    const { body, change } = rows[list]()
    const key = randomUUID()
    const post = (what: object) => asha.ledger('POST', `/${list}`, what, { 'idempotency-key': key })
    const first = await post(body)
    assert.is(first.status, 201, said(first))
    assert.is((first.body as { id: string }).id, key)

    assert.is((await unchanged(stage, () => post(body))).status, 200)
    assert.is((await unchanged(stage, () => asha.ledger('PUT', `/${list}/${key}`, body))).status, 200)
    isProblem(await unchanged(stage, () => post({ ...body, ...change })), 428)
  })

  repeating(`${list}: DELETE twice is the same as once`, async () => {
    const id = await made(asha, list, rows[list]().body)
    for (const turn of [1, 2]) {
      const answer = await asha.ledger('DELETE', `/${list}/${id}`)
      assert.is(answer.status, 204, `${turn}: ${said(answer)}`)
      assert.is(answer.body, undefined)
    }
    await unchanged(stage, () => asha.ledger('DELETE', `/${list}/${id}`))
    const gone = list === 'transactions' ? 410 : 404
    isProblem(await asha.ledger('GET', `/${list}/${id}`), gone)
    isProblem(await asha.ledger('PATCH', `/${list}/${id}`, rows[list]().change), gone)
  })

  repeating(`${list}: the same request five times at once makes one row`, async () => {
    const { body } = rows[list]()
    const path = `/${list}/${randomUUID()}`
    const before = stage.watcher.look()[1]?.rows[list] ?? 0
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => asha.ledger('PUT', path, body)))
    assert.equal(answers.map(({ status }) => status).sort(), [200, 200, 200, 200, 201])
    assert.is(stage.watcher.look()[1]?.rows[list], before + 1)
  })

  repeating(`${list}: of changes to one version at once, one is taken`, async () => {
    const { body, change } = rows[list]()
    const path = `/${list}/${await made(asha, list, body)}`
    const send = () => asha.ledger('PATCH', path, change, { 'if-match': '"1"' })
    const answers = await Promise.all([send(), send(), send()])
    assert.equal(answers.map(({ status }) => status).sort(), [200, 412, 412])
  })
}

repeating('an entry in the trash is gone for PUT, and for a repeat of what made it', async () => {
  const id = await made(asha, 'transactions', lunch)
  await asha.ledger('DELETE', `/transactions/${id}`)
  isProblem(await unchanged(stage, () => asha.ledger('PUT', `/transactions/${id}`, lunch)), 410)
  isProblem(await unchanged(stage, () => asha.ledger('PUT', `/transactions/${id}`, dinner)), 410)
  isProblem(await unchanged(stage, () => asha.ledger('PUT', `/transactions/${id}`, lunch, { 'if-match': '"1"' })), 410)
  isProblem(await unchanged(stage, () => asha.ledger('POST', '/transactions', lunch, { 'idempotency-key': id })), 410)

  const back = await asha.ledger('POST', `/transactions/${id}/restore`)
  assert.is(back.status, 200)
  assert.is((await unchanged(stage, () => asha.ledger('PUT', `/transactions/${id}`, lunch))).status, 200)
})

repeating('a restore whose answer was lost is done once', async () => {
  const id = await made(asha, 'transactions', lunch)
  await asha.ledger('DELETE', `/transactions/${id}`)
  const before = await spent()
  const first = await asha.ledger('POST', `/transactions/${id}/restore`)
  assert.is(first.status, 200)
  const again = await unchanged(stage, () => asha.ledger('POST', `/transactions/${id}/restore`))
  assert.ok(again.status === 200 || again.status === 409, said(again))
  assert.is(await spent(), before + 1250)
})

repeating('a batch whose answer was lost is done once', async () => {
  const old = await made(asha, 'transactions', lunch)
  const changes = [
    { op: 'create', id: randomUUID(), transaction: lunch },
    { op: 'create', id: randomUUID(), transaction: dinner },
    { op: 'delete', id: old },
  ]
  const before = await spent()
  const first = await asha.ledger('POST', '/transactions/batch', { changes })
  assert.is(first.status, 200, said(first))
  assert.is(await spent(), before + 3000)

  const again = await unchanged(stage, () => asha.ledger('POST', '/transactions/batch', { changes }))
  assert.is(again.status, 200, said(again))
  assert.equal(outcomes(again), ['same', 'same', 'already-deleted'])
})

repeating('a batch is done whole or not at all', async () => {
  const old = await made(asha, 'transactions', lunch)
  const bad: readonly (readonly [object, number])[] = [
    [{ op: 'create', transaction: { ...lunch, amount: '12.345' } }, 422],
    [{ op: 'patch', id: randomUUID(), patch: { note: 'x' } }, 404],
    [{ op: 'patch', id: old, version: 7, patch: { note: 'x' } }, 412],
    [{ op: 'create', id: old, transaction: dinner }, 428],
    [{ op: 'restore', id: randomUUID() }, 404],
    [{ op: 'delete', id: old, version: 7 }, 412],
  ]
  for (const [change, status] of bad) {
    const changes = [{ op: 'create', transaction: lunch }, change, { op: 'create', transaction: dinner }]
    const answer = await unchanged(stage, () => asha.ledger('POST', '/transactions/batch', { changes }))
    const problem = isProblem(answer, status, JSON.stringify(change))
    assert.match(problem.errors?.[0]?.pointer ?? '', /^\/changes\/1/, JSON.stringify(change))
  }
  const twice = [
    { op: 'patch', id: old, patch: { note: 'x' } },
    { op: 'delete', id: old },
  ]
  isProblem(await unchanged(stage, () => asha.ledger('POST', '/transactions/batch', { changes: twice })), 422)
})

repeating('figures are sent again only when something was written', async () => {
  const first = await asha.ledger('GET', '/insights')
  const tag = first.headers.etag ?? ''
  const ask = () => asha.ledger('GET', '/insights', undefined, { 'if-none-match': tag })
  const same = await ask()
  assert.is(same.status, 304)
  assert.is(same.body, undefined)
  await made(asha, 'transactions', lunch)
  const later = await ask()
  assert.is(later.status, 200)
  assert.is.not(later.headers.etag, tag)
})

repeating('figures of one question are not taken for those of another, nor of another person', async () => {
  const tagOf = async (query: string, person: Person = asha) =>
    (await person.ledger('GET', `/insights${query}`)).headers.etag
  const sven = await register(stage.call)
  const asked = await tagOf('?on=2026-11-20')
  for (const [query, person] of [
    ['?on=2026-10-20', asha],
    ['?on=2026-11-20&rule=week', asha],
    ['?on=2026-11-20', sven],
  ] as const) {
    const answer = await person.ledger('GET', `/insights${query}`, undefined, { 'if-none-match': asked ?? '' })
    assert.is(answer.status, 200, query)
  }
})

const refreshing = suite('refresh tokens')
refreshing.after(() => stage.close())

refreshing('two tabs refresh at once, and both go on', async () => {
  const person = await register(stage.call)
  const send = () => stage.call('POST', '/v1/sessions/refresh', { headers: { cookie: person.cookie } })
  const tabs = await Promise.all([send(), send()])
  assert.equal(
    tabs.map(({ status }) => status),
    [200, 200],
  )
  for (const tab of tabs) assert.is((await stage.call('GET', '/v1/me', { token: tokenIn(tab) })).status, 200)
  const last = tabs.at(-1)
  assert.ok(last)
  assert.is((await stage.call('POST', '/v1/sessions/refresh', { headers: { cookie: cookieIn(last) } })).status, 200)
})

refreshing('a refresh whose answer was lost may be sent again within ten seconds', async () => {
  const person = await register(stage.call)
  const lost = person.cookie
  await refresh(person)
  stage.clock.advance(9_000)
  person.cookie = lost
  await refresh(person)
  assert.is((await person.ask('GET', '/v1/me')).status, 200)
})

refreshing('logging out twice with one token is the same as once, and opens nothing else', async () => {
  const person = await register(stage.call)
  const other = await logInAgain(person)
  const end = (id: string) => person.ask('DELETE', `/v1/sessions/${id}`)
  const first = await end('current')
  const again = await unchanged(stage, () => end('current'))

  assert.equal([first.status, again.status], [204, 204])
  assert.is(cookieIn(again), cookieIn(first))
  isProblem(await unchanged(stage, () => end(other.sessionId)), 401)
  isProblem(await person.ask('GET', '/v1/sessions'), 401)
})

refreshing('an old token used after ten seconds ends the session, for the thief and for the owner', async () => {
  const person = await register(stage.call)
  const stolen = person.cookie
  await refresh(person)
  stage.clock.advance(11_000)

  const theft = await stage.call('POST', '/v1/sessions/refresh', { headers: { cookie: stolen } })
  isProblem(theft, 401)
  isProblem(await stage.call('POST', '/v1/sessions/refresh', { headers: { cookie: person.cookie } }), 401)
  isProblem(await person.ask('GET', '/v1/me'), 401)
  isProblem(await person.ledger('GET', '/accounts'), 401)
  assert.is((await logInAgain(person)).token.split('.').length, 3)
})

refreshing('a token that was replaced twice ends the session at once', async () => {
  const person = await register(stage.call)
  const oldest = person.cookie
  await refresh(person)
  await refresh(person)
  isProblem(await stage.call('POST', '/v1/sessions/refresh', { headers: { cookie: oldest } }), 401)
})

refreshing('an access token is good for ten minutes, and a new one brings all back', async () => {
  const person = await register(stage.call)
  stage.clock.advance(9 * 60_000)
  assert.is((await person.ledger('GET', '/accounts')).status, 200)
  stage.clock.advance(61_000)
  isProblem(await person.ledger('GET', '/accounts'), 401)
  isProblem(await person.ask('GET', '/v1/me'), 401)
  await refresh(person)
  assert.is((await person.ledger('GET', '/accounts')).status, 200)
})

refreshing('a session slides by thirty days, and ends after a hundred and eighty', async () => {
  const day = 24 * 3_600_000
  const person = await register(stage.call)
  for (let month = 0; month < 6; month += 1) {
    stage.clock.advance(29 * day)
    await refresh(person)
  }
  stage.clock.advance(7 * day)
  isProblem(await stage.call('POST', '/v1/sessions/refresh', { headers: { cookie: person.cookie } }), 401)

  const idle = await register(stage.call)
  stage.clock.advance(31 * day)
  isProblem(await stage.call('POST', '/v1/sessions/refresh', { headers: { cookie: idle.cookie } }), 401)
})

refreshing('a log-out takes the token everywhere at once, and other sessions need one refresh', async () => {
  const person = await register(stage.call)
  const other = await logInAgain(person)
  assert.is((await person.ask('DELETE', `/v1/sessions/${other.sessionId}`)).status, 204)
  assert.is((await person.ask('DELETE', `/v1/sessions/${other.sessionId}`)).status, 204)

  isProblem(await stage.call('GET', '/v1/me', { token: other.token }), 401)
  isProblem(await stage.call('GET', '/v1/ledgers', { token: other.token }), 401)
  isProblem(await stage.call('POST', '/v1/sessions/refresh', { headers: { cookie: other.cookie } }), 401)
  assert.is((await person.ask('GET', '/v1/me')).status, 200)
  await refresh(person)
  assert.is((await person.ledger('GET', '/accounts')).status, 200)
})

refreshing('a new password ends every session and all tokens, and its answer’s token is good at once', async () => {
  const person = await register(stage.call)
  const other = await logInAgain(person)
  const { cookie } = person
  await refresh(person)
  const body = { currentPassword: person.password, newPassword: 'staple a longer battery' }
  const answer = await person.ask('PUT', '/v1/me/password', body)
  assert.is(answer.status, 200, said(answer))

  assert.is((await stage.call('GET', '/v1/ledgers', { token: tokenIn(answer) })).status, 200)
  for (const { token } of [person, other]) {
    for (const path of ['/v1/ledgers', '/v1/me']) isProblem(await stage.call('GET', path, { token }), 401)
  }
  for (const held of [cookie, person.cookie, other.cookie]) {
    isProblem(await stage.call('POST', '/v1/sessions/refresh', { headers: { cookie: held } }), 401)
  }
  const { email } = person
  isProblem(await stage.call('POST', '/v1/sessions', { body: { email, password: person.password } }), 401)
})

refreshing('comes from a page of ours or from no page', async () => {
  const person = await register(stage.call)
  const send = (origin: string) =>
    stage.call('POST', '/v1/sessions/refresh', { headers: { cookie: person.cookie, origin } })
  for (const origin of ['https://evil.example', 'null', 'http://localhost:1', `${stage.url}.evil.example`]) {
    isProblem(await unchanged(stage, () => send(origin), origin), 403, origin)
  }
  assert.is((await send(stage.url)).status, 200)
  // where no session could go on, none begins
  const body = { email: person.email, password: person.password }
  const enter = (origin: string) => stage.call('POST', '/v1/sessions', { body, headers: { origin } })
  isProblem(await unchanged(stage, () => enter('http://elsewhere.invalid:8080'), 'log-in'), 403)
  assert.is((await enter(stage.url)).status, 200)
})

repeating.run()
refreshing.run()

/** Cents spent in this month, by the figures. */
async function spent(): Promise<number> {
  const { body } = await asha.ledger('GET', '/insights?on=2026-11-20')
  const [euros] = (body as { currencies: { expense: string }[] }).currencies
  return Math.round(Number(euros?.expense) * 100)
}

const said = ({ status, body }: Answer) => `${status} ${JSON.stringify(body)}`

const tokenIn = ({ body }: Answer) => (body as { accessToken: string }).accessToken

const outcomes = ({ body }: Answer) =>
  (body as { results: { outcome: string }[] }).results.map(({ outcome }) => outcome)
