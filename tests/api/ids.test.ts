import { randomUUID } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Answer } from '../support/client.ts'
import { addressOf, made, prepare, type RouteName, routes, unique } from '../support/examples.ts'
import { logInAgain, register } from '../support/people.ts'
import { idFields } from '../support/schema-fields.ts'
import { isProblem, unchanged } from './assess.ts'
import { openStage } from './stage.ts'

const stage = await openStage()
const asha = await register(stage.call)
const sven = await register(stage.call, { name: 'Sven' })

/** One row of each kind that is Sven's, and that Asha cannot know of. */
const strangers = {
  accounts: await made(sven, 'accounts', { name: 'Sven’s', kind: 'bank' }),
  categories: await made(sven, 'categories', { name: 'Sven’s', kind: 'expense' }),
  payees: await made(sven, 'payees', { name: 'Sven’s' }),
  transactions: await made(sven, 'transactions', { kind: 'expense', day: '2026-11-20', amount: '7.00' }),
  budgets: await made(sven, 'budgets', { amount: '70.00' }),
}
type Noun = keyof typeof strangers
const nouns = Object.keys(strangers) as Noun[]
const trashed = await made(sven, 'transactions', { kind: 'expense', day: '2026-11-20', amount: '8.00' })
await sven.ledger('DELETE', `/transactions/${trashed}`)

/** A body that is right but for the id at the pointer. */
type WithId = { readonly noun: Noun; readonly body: (id: string) => unknown; readonly status?: number }

const entry = { kind: 'expense', day: '2026-11-20', amount: '10.00' }
const wholly: { readonly [pointer: string]: WithId } = {
  '/accountId': { noun: 'accounts', body: (id) => ({ ...entry, accountId: id }) },
  '/toAccountId': { noun: 'accounts', body: (id) => ({ ...entry, kind: 'transfer', toAccountId: id }) },
  '/categoryId': { noun: 'categories', body: (id) => ({ ...entry, categoryId: id }) },
  '/splits/*/categoryId': {
    noun: 'categories',
    body: (id) => ({ ...entry, splits: [{ amount: '10.00', categoryId: id }] }),
  },
}
const inBatch = (op: string, part: string) =>
  Object.fromEntries(
    Object.entries(wholly).map(([pointer, { noun, body }]) => [
      `/changes/*/${part}${pointer}`,
      { noun, body: (id: string) => ({ changes: [{ op, ...(op === 'patch' && { id: own }), [part]: body(id) }] }) },
    ]),
  )
const own = await made(asha, 'transactions', entry)
const parent: WithId = { noun: 'categories', body: (id) => ({ name: unique('Child'), kind: 'expense', parentId: id }) }
const budget: WithId = { noun: 'budgets', body: () => ({}) }

const bodies: { readonly [Name in RouteName]?: { readonly [pointer: string]: WithId } } = {
  'categories.addCategory': { '/parentId': parent },
  'categories.putCategory': { '/parentId': parent },
  'categories.changeCategory': { '/parentId': { noun: 'categories', body: (id) => ({ parentId: id }) } },
  'categories.mergeCategory': { '/into': { noun: 'categories', body: (id) => ({ into: id }) } },
  'statements.putStatement': {
    '/open/*': { noun: 'transactions', body: (id) => ({ balance: '0.00', open: [id] }), status: 422 },
  },
  'payees.mergePayee': { '/into': { noun: 'payees', body: (id) => ({ into: id }) } },
  'transactions.addTransaction': wholly,
  'transactions.putTransaction': wholly,
  'transactions.changeTransaction': wholly,
  'transactions.batchTransactions': {
    '/changes/*/id': {
      noun: 'transactions',
      body: (id) => ({ changes: [{ op: 'patch', id, patch: { note: 'mine' } }] }),
    },
    ...inBatch('create', 'transaction'),
    ...inBatch('patch', 'patch'),
  },
  'budgets.addBudget': {
    '/categoryId': { ...budget, noun: 'categories', body: (id) => ({ amount: '5', categoryId: id }) },
  },
  'budgets.putBudget': {
    '/categoryId': { ...budget, noun: 'categories', body: (id) => ({ amount: '5', categoryId: id }) },
  },
}

const swapping = suite('an id of another ledger, and one that nobody has')
swapping.after(() => stage.close())

for (const { name, route } of routes) {
  const inBody = idFields(route.body)
  if (inBody.length === 0) continue
  swapping(`in the body of ${name}`, async () => {
    assert.equal(Object.keys(bodies[name] ?? {}).sort(), [...inBody].sort(), 'every id field has a body here')
    for (const [pointer, { noun, body, status }] of Object.entries(bodies[name] ?? {})) {
      const { path } = await prepare(name, route, asha)
      const send = (id: string) => asha.ask(route.method, addressOf(route, { path }), body(id))
      const theirs = await unchanged(stage, () => send(strangers[noun]), pointer)
      const nobodys = await unchanged(stage, () => send(randomUUID()), pointer)

      const problem = isProblem(theirs, status ?? (noun === 'transactions' ? 404 : 422), pointer)
      assert.is(problem.errors?.[0]?.pointer, pointer.replaceAll('*', '0'))
      assert.equal(withoutId(theirs), withoutId(nobodys), pointer)
    }
  })
}

for (const { name, route } of routes) {
  if (!route.path.includes('{ledger}')) continue
  swapping(`in the place of the ledger of ${name}`, async () => {
    const prepared = await prepare(name, route, asha)
    const send = (ledger: string) =>
      asha.ask(route.method, addressOf(route, { path: { ...prepared.path, ledger } }), prepared.body, prepared.headers)
    const theirs = await unchanged(stage, () => send(sven.ledgerId))
    isProblem(theirs, 404)
    assert.equal(withoutId(theirs), withoutId(await unchanged(stage, () => send(randomUUID()))))
  })
}

for (const { name, route } of routes) {
  const noun = nounOf(route.path)
  if (!noun || !route.path.includes('{id}')) continue
  swapping(`in the path of ${name}`, async () => {
    const { path, body } = await prepare(name, route, asha)
    const send = (id: string) => asha.ask(route.method, addressOf(route, { path: { ...path, id } }), changed(body))
    const id = await made(sven, noun, bodyOf(noun))
    const before = await rowOf(noun, id)
    const theirs = await send(id)
    const nobodys = await send(randomUUID())

    assert.equal(await rowOf(noun, id), before, 'Sven’s row is as it was')
    assert.equal(withoutId(theirs), withoutId(nobodys))
    if (route.method === 'DELETE') assert.is(theirs.status, 204)
    else if (route.method === 'PUT' && route.path.endsWith('{id}'))
      assert.is(theirs.status, 201, 'an id is taken in its own ledger only')
    else isProblem(theirs, 404)
  })
}

swapping('in the path of a restore, where Sven’s row lies in the trash', async () => {
  const send = (id: string) => unchanged(stage, () => asha.ledger('POST', `/transactions/${id}/restore`))
  const theirs = await send(trashed)
  isProblem(theirs, 404)
  assert.equal(withoutId(theirs), withoutId(await send(randomUUID())))
})

swapping('in the path of a log-out', async () => {
  const { sessionId, token } = await logInAgain(sven)
  const send = (id: string) => unchanged(stage, () => asha.ask('DELETE', `/v1/sessions/${id}`))
  const theirs = await send(sessionId)
  assert.is(theirs.status, 204, 'an ended session and one that never was are the same')
  assert.equal(withoutId(theirs), withoutId(await send(randomUUID())))
  assert.is((await stage.call('GET', '/v1/me', { token })).status, 200)
})

swapping('in a query finds nothing', async () => {
  for (const [name, noun] of [
    ['account', 'accounts'],
    ['category', 'categories'],
    ['payee', 'payees'],
  ] as const) {
    for (const list of ['', '/export.csv']) {
      const send = (id: string) => asha.ledger('GET', `/transactions${list}?${name}=${id}`)
      const theirs = await send(strangers[noun])
      assert.is(theirs.status, 200)
      assert.equal(withoutId(theirs), withoutId(await send(randomUUID())))
      assert.not.match(JSON.stringify(theirs.body), /7\.00/)
    }
  }
})

swapping('with If-Match replaces nothing', async () => {
  for (const noun of nouns) {
    const id = await made(sven, noun, bodyOf(noun))
    const before = await rowOf(noun, id)
    const body = bodyOf(noun)
    const send = (one: string) =>
      unchanged(stage, () => asha.ledger('PUT', `/${noun}/${one}`, body, { 'if-match': '"1"' }), noun)
    const theirs = await send(id)
    assert.ok([404, 412].includes(theirs.status), `${noun}: ${theirs.status}`)
    assert.equal(withoutId(theirs), withoutId(await send(randomUUID())))
    assert.equal(await rowOf(noun, id), before)
  }
})

swapping('as an idempotency key makes a row of one’s own', async () => {
  for (const noun of nouns) {
    const id = await made(sven, noun, bodyOf(noun))
    const before = await rowOf(noun, id)
    const { status } = await asha.ledger('POST', `/${noun}`, bodyOf(noun), { 'idempotency-key': id })
    assert.is(status, 201, noun)
    assert.equal(await rowOf(noun, id), before)
  }
})

swapping.run()

function nounOf(path: string): Noun | undefined {
  return nouns.find((noun) => path.includes(`/${noun}/{id}`))
}

async function rowOf(noun: Noun, id: string): Promise<unknown> {
  const { status, body } = await sven.ledger('GET', `/${noun}/${id}`)
  assert.is(status, 200)
  return body
}

/** What a row of this kind can be made from, as often as one likes. */
function bodyOf(noun: Noun): object {
  const name = unique('New')
  const named = { accounts: { name, kind: 'bank' }, categories: { name, kind: 'expense' }, payees: { name } }
  return { ...named, transactions: entry, budgets: { amount: '1' } }[noun]
}

/** A body whose names are new again, so that only the id can be what is wrong. */
function changed(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'name' in body ? { ...body, name: unique('z') } : body
}

/** An answer but for what must differ: its request, the row’s own id and its name. */
function withoutId({ status, headers, body }: Answer): unknown {
  const { date, etag, 'x-request-id': _, ...rest } = headers
  if (typeof body !== 'object' || body === null) return { status, rest, body }
  const { requestId, id, name, ...others } = body as { readonly [field: string]: unknown }
  return { status, type: rest['content-type'], others }
}
