import { randomUUID } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { addressOf, made, type Prepared, prepare, type RouteName, routes, unique } from '../support/examples.ts'
import { register } from '../support/people.ts'
import { fieldNames } from '../support/schema-fields.ts'
import { isProblem, isRefused, unchanged } from './assess.ts'
import { raw } from './raw.ts'
import { openStage } from './stage.ts'

const stage = await openStage()
const asha = await register(stage.call)
const sven = await register(stage.call, { name: 'Sven' })

/** Texts that are no JSON object, whatever the route wants, and the code that names why. */
const bodies: { readonly [what: string]: readonly [text: string | Uint8Array<ArrayBuffer>, code: string] } = {
  nothing: ['', 'not-json'],
  'no JSON': ['{"name":', 'not-json'],
  'single quotes': ["{'name':'x'}", 'not-json'],
  'two of them': ['{}{}', 'not-json'],
  'not a number': ['{"name":NaN}', 'not-json'],
  'bytes that are no text': [new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 'not-json'],
  'UTF-16': [Buffer.from('\ufeff{"name":"x"}', 'utf16le'), 'not-json'],
  null: ['null', 'wrong-type'],
  'a text': ['"name"', 'wrong-type'],
  'a number': ['12', 'wrong-type'],
  'an empty list': ['[]', 'wrong-type'],
}

const shapes = suite('rubbish in the body')

for (const { name, route } of routes) {
  if (!route.body) continue
  shapes(`of ${name}`, async () => {
    const prepared = await prepare(name, route, asha)
    const send = refusing(name, prepared)
    for (const [what, [text, code]] of Object.entries(bodies)) await send(what, text, 400, '', code)
    const text = JSON.stringify(prepared.body)
    const around = (inner: string) => `{${inner},${text.slice(1)}`.replace(',}', '}')

    await send('a list', `[${text}]`, 400, '')
    await send('600 KB', around(`"surplus":"${'x'.repeat(600_000)}"`), 413)
    await send('10,000 levels', around(`"deep":${'['.repeat(10_000)}${']'.repeat(10_000)}`), 400, undefined, 'too-deep')
    for (const field of ['surplus', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'a/b~c']) {
      const pointer = `/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`
      await send(`${field} in it`, around(`${JSON.stringify(field)}:{"polluted":true}`), 400, pointer, 'unknown-field')
    }
    assert.is(Reflect.get({}, 'polluted'), undefined)
    for (const type of ['', 'text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', 'text/json']) {
      await send(`as ${type}`, text, 415, undefined, undefined, type)
    }
  })

  shapes(`of ${name}, field by field`, async () => {
    const prepared = await prepare(name, route, asha)
    const send = refusing(name, prepared)
    for (const [pointer, value] of leaves(prepared.body)) {
      if (typeof value !== 'string') continue
      const put = (other: unknown) => JSON.stringify(replaced(prepared.body, pointer, other))
      for (const other of [true, 12, [], { toString: 'x' }, [value]]) {
        await send(`${JSON.stringify(other)} for ${pointer}`, put(other), 400, pointer)
      }
      await send(`NUL in ${pointer}`, put(`${value}\0`), 400, pointer, 'not-text')
      await send(`half a letter in ${pointer}`, put(`${value}\ud800`), 400, pointer, 'not-text')
      await send(`the other half in ${pointer}`, put(`\udc00${value}`), 400, pointer, 'not-text')
      await send(`10,000 letters in ${pointer}`, put('x'.repeat(10_000)), 400, pointer)
    }
  })

  shapes(`of ${name}: fields that are not the caller’s to set`, async () => {
    const prepared = await prepare(name, route, asha)
    const send = refusing(name, prepared)
    for (const field of notTheirs(name)) {
      const body = { ...Object(prepared.body), [field]: valueFor(field) }
      await send(field, JSON.stringify(body), 400, `/${field}`, 'unknown-field')
    }
  })
}

const entry = { kind: 'expense', day: '2026-11-20', amount: '10.00' }
const yen = await made(asha, 'accounts', { name: 'Yen', kind: 'bank', currency: 'JPY' })
const old = await made(asha, 'transactions', entry)
const dinars = await made(asha, 'accounts', { name: 'Dinars', kind: 'bank', currency: 'BHD' })

const amounts = [
  ...[
    '1e3',
    '1E3',
    '-0',
    '-1',
    '+1',
    '0',
    '0.00',
    '12.345',
    '12.',
    '.5',
    '',
    ' ',
    ' 12',
    '12 ',
    '1,000',
    '1 000',
    '12,5',
  ],
  ...['0x10', '1_000', '١٢', '１２', 'NaN', 'Infinity', '9223372036854775808', '99999999999999.99', '9999999999999999'],
]
const days = [
  ...['2026-02-30', '2026-13-01', '2026-00-10', '2026-01-00', '2025-02-29', '1899-12-31', '2200-01-01', '0000-01-01'],
  ...['2026-2-3', '20260203', '2026-02-03T00:00:00Z', '2026-02-03 ', '03.02.2026', '', '٢٠٢٦-٠٢-٠٣', '+002026-02-03'],
]

const meanings = suite('rubbish that has the right shape')

for (const [where, send] of Object.entries(writing())) {
  meanings(`${where}: amounts and days`, async () => {
    for (const amount of amounts) await send({ ...entry, amount }, '/amount')
    for (const day of days) await send({ ...entry, day }, '/day')
    for (const amount of amounts) {
      await send({ ...entry, amount: '10.00', splits: [{ amount: '10.00' }, { amount }] }, '/splits/1/amount')
      await send({ ...entry, original: { amount, currency: 'BHD' } }, '/original/amount', amount === '12.345')
    }
    await send({ ...entry, accountId: yen, amount: '12.5' }, '/amount')
    await send({ ...entry, accountId: yen, amount: '12.0' }, '/amount')
    await send({ ...entry, accountId: dinars, amount: '1.2345' }, '/amount')
    await send({ ...entry, currency: 'JPY' }, '/currency')
    await send({ ...entry, original: { amount: '1', currency: 'ABC' } }, '/original/currency')
    await send({ ...entry, kind: 'transfer', toAccountId: yen }, '/toAmount')
    await send({ ...entry, kind: 'transfer', toAccountId: yen, toAmount: '1.5' }, '/toAmount')
    await send({ ...entry, kind: 'transfer' }, '/toAccountId')
    await send({ ...entry, toAccountId: yen }, '/toAccountId')
    await send({ ...entry, toAmount: '1' }, '/toAmount')
    await send({ ...entry, splits: [{ amount: '4.00' }, { amount: '5.99' }] }, '/splits')
    await send({ ...entry, tags: Array.from({ length: 11 }, (_, n) => `tag ${n}`) }, '/tags')
    await send({ ...entry, tags: ['x'.repeat(41)] }, '/tags/0')
    await send({ ...entry, tags: [' '] }, '/tags/0')
    await send({ ...entry, payee: ' ' }, '/payee')
    await send({ ...entry, payee: 'x'.repeat(121) }, '/payee')
    await send({ ...entry, note: 'x'.repeat(1001) }, '/note')
    await send({ ...entry, splits: Array.from({ length: 51 }, () => ({ amount: '0.20' })) }, '/splits')
  })
}

meanings('takes amounts as each currency has them, to the last digit', async () => {
  const taken = async (accountId: string | undefined, amount: string) => {
    const { status, body } = await asha.ledger('POST', '/transactions', {
      ...entry,
      amount,
      ...(accountId && { accountId }),
    })
    assert.is(status, 201, JSON.stringify(body))
    return (body as { amount: string }).amount
  }
  assert.is(await taken(yen, '12'), '12')
  assert.is(await taken(dinars, '1.234'), '1.234')
  assert.is(await taken(undefined, '12.5'), '12.50')
  assert.is(await taken(undefined, '9999999999999.99'), '9999999999999.99')
  assert.is(await taken(yen, '999999999999999'), '999999999999999')
  assert.is(await taken(undefined, '0.01'), '0.01')
})

meanings('an opening balance may lie below zero, and its zero has one spelling', async () => {
  const opened = (amount: string) =>
    asha.ledger('POST', '/accounts', { name: unique('Debt'), kind: 'card', opening: { amount, day: '2026-01-01' } })
  const { status, body } = await opened('-12.50')
  assert.is(status, 201)
  assert.is((body as { balance: string }).balance, '-12.50')
  for (const amount of [
    ...amounts.filter((one) => !['-1', '0', '0.00'].includes(one)),
    '--1',
    '-0.00',
    '-1e3',
    '- 1',
  ]) {
    const problem = isRefused(await unchanged(stage, () => opened(amount)), amount)
    assert.is(problem.errors?.[0]?.pointer, '/opening/amount', amount)
  }
  for (const day of days) {
    const send = () => asha.ledger('POST', '/accounts', { name: 'Never', kind: 'card', opening: { amount: '1', day } })
    assert.is(isRefused(await unchanged(stage, send), day).errors?.[0]?.pointer, '/opening/day', day)
  }
})

meanings('a limit is a positive amount of a known currency, by a known rule', async () => {
  const rules = [
    'months',
    'month:0',
    'month:32',
    'month:1.5',
    'week:8',
    'week:0',
    'weeks:1@2026-01-05',
    'weeks:2@2026-02-30',
    'payday',
    'month:',
    'MONTH',
    'month ',
    'week:1;drop',
  ]
  const cases: readonly (readonly [object, string])[] = [
    ...amounts.map((amount) => [{ amount }, '/amount'] as const),
    ...rules.map((rule) => [{ amount: '5', rule }, '/rule'] as const),
    ...['EURO', 'eur', 'XXY', ''].map((currency) => [{ amount: '5', currency }, '/currency'] as const),
  ]
  for (const [body, pointer] of cases) {
    const problem = isRefused(await unchanged(stage, () => asha.ledger('POST', '/budgets', body)), JSON.stringify(body))
    assert.is(problem.errors?.[0]?.pointer, pointer, JSON.stringify(body))
  }
  for (const rule of rules) {
    const problem = isRefused(await unchanged(stage, () => asha.ledger('PATCH', '', { rule })), rule)
    assert.is(problem.errors?.[0]?.pointer, '/rule', rule)
  }
})

meanings('a person has a zone, a language and an address that are such', async () => {
  const usual = {
    email: 'x@example.org',
    password: asha.password,
    name: 'X',
    timeZone: 'UTC',
    locale: 'en',
    currency: 'EUR',
  }
  const cases: readonly (readonly [object, string])[] = [
    ...['Mars/Olympus', '+02:00', 'Etc/../etc', 'europe berlin', '__proto__'].map(
      (timeZone) => [{ timeZone }, '/timeZone'] as const,
    ),
    ...['e', 'en_US!', 'x-', '__proto__'].map((locale) => [{ locale }, '/locale'] as const),
    ...['@', 'a@', '@b', 'a b@example.org', 'a@b@c d', ''].map((email) => [{ email }, '/email'] as const),
    ...['', '1234567', 'password', 'aaaaaaaaaaaa'].map((password) => [{ password }, '/password'] as const),
    ...['ABC', 'eur', ''].map((currency) => [{ currency }, '/currency'] as const),
    ...['', ' ', '\u3000'].map((name) => [{ name }, '/name'] as const),
  ]
  for (const [part, pointer] of cases) {
    const body = { ...usual, ...part }
    const before = stage.watcher.look()[0]?.rows.users
    const answer = await stage.call('POST', '/v1/users', {
      body,
      headers: { 'x-forwarded-for': `198.19.0.${cases.length % 200}` },
    })
    if (answer.status === 429) assert.unreachable('limited before it was read')
    assert.is(isRefused(answer, JSON.stringify(part)).errors?.[0]?.pointer, pointer, JSON.stringify(part))
    assert.is(stage.watcher.look()[0]?.rows.users, before, 'nobody was registered')
  }
})

const asking = suite('rubbish in the address and the headers')
asking.after(() => stage.close())

asking('of every list and figure: queries', async () => {
  const lists = [
    '/transactions',
    '/transactions/trash',
    '/transactions/export.csv',
    '/payees',
    '/budgets',
    '/insights',
    '/accounts',
    '/categories',
    '',
  ]
  for (const list of lists) {
    for (const query of [
      'surplus=1',
      '__proto__=1',
      'constructor=1',
      'limit=1&limit=2',
      'limit=0',
      'limit=1001',
      'limit=1e1',
      'limit=-1',
      'cursor=',
      'cursor=x',
      'cursor=%00',
      `cursor=${'A'.repeat(500)}`,
    ]) {
      const answer = await unchanged(stage, () => asha.ledger('GET', `${list}?${query}`), `${list}?${query}`)
      const problem = isRefused(answer, `${list}?${query}`)
      if (problem.code === 'bad-request') assert.match(problem.errors?.[0]?.pointer ?? '', /^\/query\//)
    }
  }
})

asking('of entries: every filter', async () => {
  const filters: { readonly [name: string]: readonly string[] } = {
    from: days,
    to: days,
    account: ['x', '1', "'", asha.ledgerId.toUpperCase()],
    category: ['x', 'None', '*'],
    payee: ['x'],
    kind: ['x', 'EXPENSE', 'expense,income'],
    tag: ['', 'x'.repeat(41)],
    text: ['', 'x'.repeat(201)],
    min: amounts.filter((one) => !['0', '0.00', '12.345', '99999999999999.99', '9999999999999999'].includes(one)),
    max: ['1e3', '-1', 'x'],
    currency: ['eur', 'EURO', '€'],
  }
  for (const [name, values] of Object.entries(filters)) {
    for (const value of values) {
      for (const list of ['/transactions', '/transactions/export.csv']) {
        const query = new URLSearchParams({ [name]: value })
        const problem = isRefused(
          await unchanged(stage, () => asha.ledger('GET', `${list}?${query}`)),
          `${list}?${query}`,
        )
        assert.is(problem.errors?.[0]?.pointer, `/query/${name}`, `${query}`)
      }
    }
  }
  isRefused(await asha.ledger('GET', '/transactions?from=2026-02-02&to=2026-02-01'))
})

asking('of figures: days, ranges and rules', async () => {
  const queries = [
    ...days.map((day) => `on=${encodeURIComponent(day)}`),
    ...['rule=months', 'rule=month:32', 'from=2026-01-01', 'to=2026-01-01', 'from=2026-02-02&to=2026-02-01'],
    ...[
      'from=2026-02-30&to=2026-03-01',
      'on=2026-01-01&from=2026-01-01&to=2026-01-31',
      'from=1900-01-01&to=2199-12-31',
    ],
  ]
  for (const query of queries) {
    const problem = isRefused(await unchanged(stage, () => asha.ledger('GET', `/insights?${query}`)), query)
    assert.match(problem.errors?.[0]?.pointer ?? '', /^\/query\//, query)
  }
})

asking('a cursor that is a stranger’s, another list’s or another filter’s', async () => {
  for (const person of [asha, sven]) {
    for (let n = 0; n < 3; n += 1) {
      const id = await made(person, 'transactions', { ...entry, payee: `Payee ${n}` })
      await made(person, 'transactions', entry)
      await person.ledger('DELETE', `/transactions/${id}`)
    }
  }
  const next = async (path: string, person = asha) => {
    const { body } = await person.ledger('GET', path)
    const cursor = (body as { next?: string }).next
    assert.ok(cursor, `${path} has a next page`)
    return encodeURIComponent(cursor)
  }
  const entries = await next('/transactions?limit=1')
  const refused = [
    `/transactions?limit=1&kind=expense&cursor=${entries}`,
    `/transactions?limit=1&tag=x&cursor=${entries}`,
    `/transactions/export.csv?kind=income&cursor=${entries}`,
    `/transactions/trash?limit=1&cursor=${entries}`,
    `/payees?limit=1&cursor=${entries}`,
    `/payees?limit=1&text=pay&cursor=${await next('/payees?limit=1')}`,
    `/transactions?cursor=${await next('/transactions/trash?limit=1')}`,
    `/transactions?cursor=${entries.slice(0, -2)}`,
    `/transactions?cursor=${entries}A`,
    `/transactions?cursor=${await next('/transactions?limit=1', sven)}`,
  ]
  for (const path of refused) isProblem(await unchanged(stage, () => asha.ledger('GET', path), path), 400, path)
})

asking('paths that are none', async () => {
  const ids = ['x', '1', '%00', '%E0%A4%A', '%', '..%2f..', '%2e%2e', "'or'1'='1", '%F0%9F%92%A9', 'a'.repeat(2000)]
  for (const id of ids) {
    for (const path of [`/v1/ledgers/${id}/accounts`, `/v1/ledgers/default/accounts/${id}`, `/v1/sessions/${id}`]) {
      const method = path.startsWith('/v1/sessions') ? 'DELETE' : 'GET'
      const { status, text } = await unchanged(stage, () => raw(stage.url, { method, path, headers: bearer() }), path)
      assert.ok(status >= 400 && status < 500, `${path}: ${status} ${text}`)
    }
  }
  for (const path of [
    '/v1/ledgers/default/accounts/',
    '//v1/me',
    '/v1/me/',
    '/v1//me',
    '/v1/nothing',
    '/v2/me',
    '/v1/ledgers/default/accounts/x/y',
  ]) {
    const { status, text } = await raw(stage.url, { method: 'GET', path, headers: bearer() })
    assert.is(status, 404, path)
    assert.is(JSON.parse(text).code, 'not-found', `${path}: ${text}`)
  }
})

asking('lists that no ledger has', async () => {
  for (const method of ['GET', 'POST', 'DELETE'])
    isProblem(await asha.ledger(method, '/cupboards', undefined, { 'x-request-id': 'mine' }), 404, method)
})

asking('methods that a path does not take', async () => {
  for (const { route } of routes.filter((one) => one.route.path.startsWith('/v1/'))) {
    const taken = routes.filter((one) => one.route.path === route.path).map((one) => one.route.method as string)
    const path = route.path.replace('{ledger}', 'default').replace('{id}', randomUUID())
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((one) => !taken.includes(one))) {
      const answer = await unchanged(stage, () => asha.ask(method, path))
      isProblem(answer, 405, `${method} ${path}`)
      const allowed = (answer.headers.allow ?? '').split(', ').filter((one) => one !== 'HEAD')
      assert.equal(allowed.sort(), [...taken].sort())
    }
  }
})

asking('headers', async () => {
  const id = await made(asha, 'transactions', entry)
  const path = `/v1/ledgers/default/transactions/${id}`
  const json = JSON.stringify({ note: 'x' })
  for (const tag of [
    'banana',
    '"banana"',
    '""',
    '"1',
    '"2","3"',
    '"-1"',
    '"1e0"',
    '"99999999999999999999"',
    'W/',
    '\t',
    '"0x1"',
    '"1" "2"',
  ]) {
    const send = () =>
      raw(stage.url, {
        method: 'PATCH',
        path,
        headers: { ...bearer(), 'content-type': 'application/json', 'if-match': tag },
        body: json,
      })
    const { status, text } = await unchanged(stage, send, tag)
    assert.ok(status === 412 || status === 400, `${tag}: ${status} ${text}`)
  }
  for (const key of ['x', '1', randomUUID().toUpperCase(), `${randomUUID()} `.repeat(2), '{}']) {
    const send = () => asha.ledger('POST', '/transactions', entry, { 'idempotency-key': key })
    assert.is(isProblem(await unchanged(stage, send), 400, key).errors?.[0]?.pointer, '/headers/idempotency-key')
  }
  for (const headers of [
    { authorization: `Bearer ${'x'.repeat(12_000)}` },
    { authorization: [`Bearer ${sven.token}x`, `Bearer ${asha.token}x`] },
    { authorization: `Bearer ${asha.token}, Bearer ${sven.token}` },
    { authorization: `Bearer ${asha.token}\tx` },
    { Authorization: `bearer: ${asha.token}` },
    { authorization: encodeURIComponent(`Bearer ${asha.token}`) },
  ]) {
    const { status } = await unchanged(stage, () => raw(stage.url, { method: 'GET', path, headers }))
    assert.is(status, 401, JSON.stringify(headers).slice(0, 80))
  }
})

asking('of two Authorization headers one alone counts, and no mixture of both', async () => {
  const headers = { authorization: [`Bearer ${sven.token}`, `Bearer ${asha.token}`] }
  const { status, text } = await raw(stage.url, { method: 'GET', path: '/v1/me', headers })
  assert.ok(status === 200 || status === 401 || status === 400, text)
  if (status === 200) assert.ok([asha.userId, sven.userId].includes(JSON.parse(text).id))
})

shapes.run()
meanings.run()
asking.run()

function bearer() {
  return { authorization: `Bearer ${asha.token}` }
}

type Refusing = (
  what: string,
  text: string | Uint8Array<ArrayBuffer>,
  status: number,
  pointer?: string,
  code?: string,
  type?: string,
) => Promise<void>

/** Sends a text in the place of the route’s example; it must be refused for the reason given, and change nothing. */
function refusing(name: RouteName, prepared: Prepared): Refusing {
  const route = routes.find((one) => one.name === name)?.route
  if (!route) throw new Error(`No route ${name}`)
  return async (what, text, status, pointer, code, ...given) => {
    const [type] = given.length > 0 ? given : ['application/json']
    const headers = { ...prepared.headers, ...(type !== undefined && { 'content-type': type }) }
    const { token } = prepared.by
    const send = () => stage.call(route.method, addressOf(route, prepared), { token, body: text, headers })
    const problem = isProblem(await unchanged(stage, send, what), status, what)
    if (pointer !== undefined) assert.is(problem.errors?.[0]?.pointer, pointer, what)
    if (code !== undefined) assert.is(problem.errors?.[0]?.code, code, what)
  }
}

/** All places of a value that hold no further ones, by their pointers. */
function leaves(value: unknown, pointer = ''): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[pointer, value]]
  return Object.entries(value).flatMap(([name, part]) => leaves(part, `${pointer}/${name}`))
}

function replaced(value: unknown, pointer: string, by: unknown): unknown {
  const [, name, ...rest] = pointer.split('/')
  if (name === undefined) return by
  const inner = replaced(Reflect.get(Object(value), name), rest.map((part) => `/${part}`).join(''), by)
  return Array.isArray(value)
    ? value.map((item, n) => (String(n) === name ? inner : item))
    : { ...Object(value), [name]: inner }
}

/** What rows and answers have beside what a caller may send. */
function notTheirs(name: RouteName): readonly string[] {
  const route = routes.find((one) => one.name === name)?.route
  const views = Object.values(route?.answers ?? {}).flatMap((answer) => fieldNames(answer))
  const columns = [
    'id',
    'version',
    'balance',
    'revision',
    'ledgerId',
    'ledger_id',
    'userId',
    'user_id',
    'role',
    'state',
  ]
  const marks = ['createdAt', 'created_ms', 'touched_ms', 'deletedAt', 'deletedBy', 'name_key', 'body_hash', 'bodyHash']
  const more = ['mergedInto', 'merged_into', 'preset', 'digits', 'opening_balance', 'password_hash', 'emailVerified']
  const allowed = fieldNames(route?.body)
  return [...new Set([...views, ...columns, ...marks, ...more, 'effectiveFrom', 'limits', 'isAdmin', 'level'])].filter(
    (field) => !allowed.includes(field),
  )
}

const valueFor = (field: string): unknown => (/id$/i.test(field) ? randomUUID() : field === 'version' ? 1 : 'x')

type Writing = (body: object, pointer: string, isTaken?: boolean) => Promise<void>

/** Every door through which an entry comes in; each must say the same of the same rubbish. */
function writing(): { readonly [where: string]: Writing } {
  const refused =
    (send: (body: object) => Promise<Parameters<typeof isRefused>[0]>, at = ''): Writing =>
    async (body, pointer, isTaken = false) => {
      if (isTaken) return void assert.ok((await send(body)).status < 300, JSON.stringify(body))
      const problem = isRefused(await unchanged(stage, () => send(body), JSON.stringify(body)), JSON.stringify(body))
      assert.is(problem.errors?.[0]?.pointer, at + pointer, JSON.stringify(body))
    }
  return {
    POST: refused((body) => asha.ledger('POST', '/transactions', body)),
    PUT: refused((body) => asha.ledger('PUT', `/transactions/${randomUUID()}`, body)),
    'PUT with If-Match': refused((body) => asha.ledger('PUT', `/transactions/${old}`, body, { 'if-match': '*' })),
    PATCH: refused((body) => asha.ledger('PATCH', `/transactions/${old}`, body)),
    'a batch': refused(
      (body) =>
        asha.ledger('POST', '/transactions/batch', {
          changes: [
            { op: 'create', transaction: entry },
            { op: 'create', transaction: body },
          ],
        }),
      '/changes/1/transaction',
    ),
  }
}
