import { randomUUID } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { made, routes, unique } from '../support/examples.ts'
import { elsewhere, logInAgain, refresh, register } from '../support/people.ts'
import { isProblem, unchanged } from './assess.ts'
import { openStage } from './stage.ts'

const stage = await openStage()
const asha = await register(stage.call)
const entry = { kind: 'expense', day: '2026-11-20', amount: '10.00' }

const rows = suite('what a ledger refuses')

rows('a name that another one has, however it is written', async () => {
  for (const [list, body] of Object.entries({
    accounts: { kind: 'bank' },
    categories: { kind: 'expense' },
    payees: {},
  })) {
    const name = unique('Café')
    await made(asha, list, { ...body, name })
    const other = await made(asha, list, { ...body, name: unique('Other') })
    for (const spelling of [name, name.toUpperCase(), ` ${name.normalize('NFD')} `, name.replace('é', 'e')]) {
      const again = { ...body, name: spelling }
      const send = [
        () => asha.ledger('POST', `/${list}`, again),
        () => asha.ledger('PUT', `/${list}/${randomUUID()}`, again),
        () => asha.ledger('PATCH', `/${list}/${other}`, { name: spelling }),
        () => asha.ledger('PUT', `/${list}/${other}`, again, { 'if-match': '*' }),
      ]
      for (const one of send) {
        const problem = isProblem(await unchanged(stage, one, spelling), 409, `${list} ${spelling}`)
        assert.is(problem.errors?.[0]?.pointer, '/name')
      }
    }
  }
})

rows('to delete what is in use, also by an entry in the trash', async () => {
  const account = await made(asha, 'accounts', { name: unique('Used'), kind: 'bank' })
  const category = await made(asha, 'categories', { name: unique('Used'), kind: 'expense' })
  const used = await made(asha, 'transactions', {
    ...entry,
    accountId: account,
    categoryId: category,
    payee: unique('Used'),
  })
  const { payeeId } = (await asha.ledger('GET', `/transactions/${used}`)).body as { payeeId: string }
  const paths = [`/accounts/${account}`, `/categories/${category}`, `/payees/${payeeId}`]
  for (const path of paths) isProblem(await unchanged(stage, () => asha.ledger('DELETE', path), path), 409, path)

  await asha.ledger('DELETE', `/transactions/${used}`)
  for (const path of paths) isProblem(await unchanged(stage, () => asha.ledger('DELETE', path), path), 409, path)
  assert.is((await asha.ledger('POST', `/transactions/${used}/restore`)).status, 200)
})

rows('to delete a parent, an alias’s target and what a limit is for', async () => {
  const category = (more: object = {}) => made(asha, 'categories', { name: unique('C'), kind: 'expense', ...more })
  const [parent, target, limited] = [await category(), await category(), await category()]
  await category({ parentId: parent })
  await asha.ledger('POST', `/categories/${await category()}/merge`, { into: target })
  await made(asha, 'budgets', { amount: '5', categoryId: limited })
  for (const id of [parent, target, limited]) {
    isProblem(await unchanged(stage, () => asha.ledger('DELETE', `/categories/${id}`)), 409)
  }
})

rows('to undo a merge that was none', async () => {
  for (const [list, body] of Object.entries({ categories: { kind: 'expense' }, payees: {} })) {
    const id = await made(asha, list, { ...body, name: unique('Whole') })
    isProblem(await unchanged(stage, () => asha.ledger('POST', `/${list}/${id}/merge`, { into: null })), 409)
    const itself = await unchanged(stage, () => asha.ledger('POST', `/${list}/${id}/merge`, { into: id }))
    assert.is(isProblem(itself, 422).errors?.[0]?.pointer, '/into')
  }
})

rows('three levels, other kinds and aliases as parents', async () => {
  const category = (more: object = {}) => made(asha, 'categories', { name: unique('C'), kind: 'expense', ...more })
  const parent = await category()
  const child = await category({ parentId: parent })
  const income = await category({ kind: 'income' })
  const alias = await category()
  await asha.ledger('POST', `/categories/${alias}/merge`, { into: parent })
  for (const parentId of [child, income, alias]) {
    const body = { name: unique('C'), kind: 'expense', parentId }
    const answer = await unchanged(stage, () => asha.ledger('POST', '/categories', body))
    assert.is(isProblem(answer, 422).errors?.[0]?.pointer, '/parentId')
  }
  isProblem(await unchanged(stage, () => asha.ledger('PATCH', `/categories/${parent}`, { parentId: parent })), 422)
  isProblem(await unchanged(stage, () => asha.ledger('PATCH', `/categories/${parent}`, { parentId: income })), 422)
})

rows('to change what entries lean on: an account’s currency, a category’s kind', async () => {
  const account = await made(asha, 'accounts', { name: unique('Fixed'), kind: 'bank' })
  const category = await made(asha, 'categories', { name: unique('Fixed'), kind: 'expense' })
  await made(asha, 'transactions', { ...entry, accountId: account, categoryId: category })
  const body = { name: unique('Fixed'), kind: 'bank', currency: 'JPY' }
  const changes = [
    [`/accounts/${account}`, 'PATCH', { currency: 'JPY' }, '/currency'],
    [`/accounts/${account}`, 'PUT', body, '/currency'],
    [`/categories/${category}`, 'PATCH', { kind: 'income' }, '/kind'],
    [`/categories/${category}`, 'PUT', { name: 'x', kind: 'income' }, '/kind'],
  ] as const
  for (const [path, method, change, pointer] of changes) {
    const send = () => asha.ledger(method, path, change, { 'if-match': '*' })
    assert.is(isProblem(await unchanged(stage, send), 422).errors?.[0]?.pointer, pointer)
  }
})

rows('an entry on what is archived, unless it lay there before', async () => {
  const account = await made(asha, 'accounts', { name: unique('Old'), kind: 'bank' })
  const category = await made(asha, 'categories', { name: unique('Old'), kind: 'expense' })
  const id = await made(asha, 'transactions', { ...entry, accountId: account, categoryId: category })
  for (const path of [`/accounts/${account}`, `/categories/${category}`])
    await asha.ledger('PATCH', path, { archived: true })

  for (const [field, value] of [
    ['accountId', account],
    ['categoryId', category],
  ] as const) {
    const answer = await unchanged(stage, () => asha.ledger('POST', '/transactions', { ...entry, [field]: value }))
    assert.is(isProblem(answer, 422).errors?.[0]?.pointer, `/${field}`)
  }
  assert.is((await asha.ledger('PATCH', `/transactions/${id}`, { amount: '11.00' })).status, 200)
})

rows('a total that would not fit, whichever door it comes through', async () => {
  const account = await made(asha, 'accounts', { name: unique('Vast'), kind: 'bank' })
  const id = await made(asha, 'transactions', { ...entry, kind: 'income', accountId: account })
  await asha.ledger('DELETE', `/transactions/${id}`)
  stage.execute('ledger', 'update accounts set balance = 9223372036854775807 where id = ?', account)
  const income = { ...entry, kind: 'income', accountId: account }
  isProblem(await unchanged(stage, () => asha.ledger('POST', `/transactions/${id}/restore`)), 422)
  isProblem(await unchanged(stage, () => asha.ledger('POST', '/transactions', income)), 422)
  isProblem(await unchanged(stage, () => asha.ledger('PUT', `/transactions/${randomUUID()}`, income)), 422)
  const changes = [
    { op: 'create', transaction: entry },
    { op: 'create', transaction: income },
  ]
  isProblem(await unchanged(stage, () => asha.ledger('POST', '/transactions/batch', { changes })), 422)
  stage.execute('ledger', 'update accounts set balance = opening_balance where id = ?', account)
})

rows('a batch that creates what lies in the trash', async () => {
  const id = await made(asha, 'transactions', entry)
  await asha.ledger('DELETE', `/transactions/${id}`)
  const changes = [{ op: 'create', id, transaction: entry }]
  isProblem(await unchanged(stage, () => asha.ledger('POST', '/transactions/batch', { changes })), 410)
})

rows('a limit on income, and days that are none', async () => {
  const income = await made(asha, 'categories', { name: unique('Pay'), kind: 'income' })
  const answer = await unchanged(stage, () => asha.ledger('POST', '/budgets', { amount: '5', categoryId: income }))
  assert.is(isProblem(answer, 422).errors?.[0]?.pointer, '/categoryId')
  const id = await made(asha, 'budgets', { amount: '5' })
  for (const path of ['/budgets?on=2026-02-30', `/budgets/${id}?on=2026-02-30`]) {
    assert.is(isProblem(await asha.ledger('GET', path), 422).errors?.[0]?.pointer, '/query/on')
  }
  for (const path of ['/net-worth?on=2026-02-30', '/transactions/days?from=2026-02-30']) {
    isProblem(await asha.ledger('GET', path), 422)
  }
  for (const change of [{ amount: '0' }, { amount: '1.234' }, { rule: 'months' }]) {
    isProblem(await unchanged(stage, () => asha.ledger('PATCH', `/budgets/${id}`, change)), 422)
  }
})

rows('a statement that does not agree with the entries, and a day that is none', async () => {
  const account = await made(asha, 'accounts', { name: unique('Checked'), kind: 'bank' })
  await made(asha, 'transactions', { ...entry, accountId: account })
  const on = (day: string) => `/accounts/${account}/statements/${day}`
  const put = (balance: string) => asha.ledger('PUT', on('2026-11-20'), { balance })

  assert.is(isProblem(await unchanged(stage, () => put('10.00')), 422).errors?.[0]?.pointer, '/balance')
  assert.equal([(await put('-10.00')).status, (await put('-10.00')).status], [201, 200])
  for (const method of ['GET', 'DELETE'] as const) {
    const answer = await unchanged(stage, () => asha.ledger(method, on('2026-02-30')))
    assert.is(isProblem(answer, 422).errors?.[0]?.pointer, '/path/day')
  }
})

rows('another version of itself and of its owner', async () => {
  const stale = { 'if-match': '"999"' }
  isProblem(await unchanged(stage, () => asha.ledger('PATCH', '', { name: 'x' }, stale)), 412)
  isProblem(await unchanged(stage, () => asha.ask('PATCH', '/v1/me', { name: 'x' }, stale)), 412)
  isProblem(await unchanged(stage, () => asha.ask('PATCH', '/v1/me', { timeZone: 'Mars/Olympus' })), 422)
})

rows('a query where there is none, on every route that reads no body', async () => {
  for (const { name, route } of routes.filter((one) => !one.route.body)) {
    const path = route.path
      .replace('{ledger}', asha.ledgerId)
      .replace('{id}', randomUUID())
      .replace('{day}', '2026-11-20')
      .replace('{token}', 'A'.repeat(43))
    const problem = isProblem(
      await unchanged(stage, () => asha.ask(route.method, `${path}?surplus=1`), name),
      400,
      name,
    )
    assert.is(problem.errors?.[0]?.pointer, '/query/surplus', name)
  }
})

const doors = suite('what the front door refuses')
doors.after(() => stage.close())

doors('an address that somebody has, however it is written', async () => {
  const { email } = asha
  const body = { password: 'another good password', name: 'A', timeZone: 'UTC', locale: 'en', currency: 'EUR' }
  for (const spelling of [email, email.toUpperCase(), ` ${email}`.trim()]) {
    const send = () => stage.call('POST', '/v1/users', { body: { ...body, email: spelling }, headers: elsewhere() })
    assert.is(isProblem(await send(), 409).errors?.[0]?.pointer ?? '/email', '/email')
  }
  assert.is((await logInAgain(asha)).token.length > 0, true)
})

doors('guessing a password, from wherever it is tried, and lets the owner in after a while', async () => {
  const person = await register(stage.call)
  const from = elsewhere()
  const guess = (password: string, headers = from) =>
    stage.call('POST', '/v1/sessions', { body: { email: person.email, password }, headers })
  const first = await guess('a wrong guess')
  const unknown = await stage.call('POST', '/v1/sessions', {
    body: { email: 'nobody@example.org', password: 'a wrong guess' },
  })
  assert.equal(first.status, unknown.status, 'an unknown address says the same')
  assert.equal(Object(first.body).code, Object(unknown.body).code)

  let refused = await guess('a wrong guess')
  for (let n = 0; n < 30 && refused.status === 401; n += 1) refused = await guess(`guess ${n}`)
  isProblem(refused, 429)
  assert.ok(Number(refused.headers['retry-after']) > 0)
  isProblem(await guess(person.password), 429)

  stage.clock.advance(Number(refused.headers['retry-after']) * 1000)
  assert.is((await guess(person.password)).status, 200)
})

doors('guessing at many hands: an address is tried only so often, whoever tries', async () => {
  const person = await register(stage.call)
  const answers = []
  for (let n = 0; n < 60; n += 1) {
    const body = { email: person.email, password: `guess ${n}` }
    answers.push(await stage.call('POST', '/v1/sessions', { body, headers: { 'x-forwarded-for': `203.0.${n}.1` } }))
  }
  assert.ok(answers.some(({ status }) => status === 429))
  stage.clock.advance(3_600_000)
  assert.is((await logInAgain(person)).token.length > 0, true)
})

doors('registering from one place without end', async () => {
  const from = elsewhere()
  const send = (n: number) => {
    const body = {
      email: `flood-${n}@example.org`,
      password: 'correct horse battery',
      name: 'F',
      timeZone: 'UTC',
      locale: 'en',
      currency: 'EUR',
    }
    return stage.call('POST', '/v1/users', { body, headers: from })
  }
  let n = 0
  let answer = await send(n)
  for (; n < 40 && answer.status === 201; n += 1) answer = await send(n + 1)
  isProblem(answer, 429)
  const before = stage.watcher.look()[0]?.rows.users
  await send(1000)
  assert.is(stage.watcher.look()[0]?.rows.users, before)
})

doors('a change of password, or leaving, without the password', async () => {
  const person = await register(stage.call)
  const change = (currentPassword: string, newPassword: string) =>
    person.ask('PUT', '/v1/me/password', { currentPassword, newPassword })
  isProblem(await change('a wrong guess', 'staple a longer battery'), 403)
  isProblem(await change(person.password, 'short'), 422)
  isProblem(await person.ask('DELETE', '/v1/me', { password: 'a wrong guess' }), 403)
  assert.is((await person.ask('GET', '/v1/me')).status, 200)

  let refused = await change('a wrong guess', 'staple a longer battery')
  for (let n = 0; n < 30 && refused.status === 403; n += 1)
    refused = await change(`guess ${n}`, 'staple a longer battery')
  isProblem(refused, 429)
  isProblem(await person.ask('DELETE', '/v1/me', { password: person.password }), 429)
})

doors('leaving as the only owner of a ledger that others share', async () => {
  const [person, guest] = [await register(stage.call), await register(stage.call)]
  const join = 'insert into memberships (ledger_id, user_id, role) values (?, ?, ?)'
  stage.execute('ledger', join, person.ledgerId, guest.userId, 'editor')
  isProblem(await person.ask('DELETE', '/v1/me', { password: person.password }), 409)
  assert.is((await guest.ask('GET', `/v1/ledgers/${person.ledgerId}`)).status, 200)

  stage.execute(
    'ledger',
    `update memberships set role = 'owner' where user_id = ? and ledger_id = ?`,
    guest.userId,
    person.ledgerId,
  )
  assert.is((await person.ask('DELETE', '/v1/me', { password: person.password })).status, 204)
  assert.is((await guest.ask('GET', `/v1/ledgers/${person.ledgerId}`)).status, 200, 'the ledger stays with the others')
  isProblem(await person.ask('GET', '/v1/me'), 401)
})

doors('what somebody who has left still has in hand', async () => {
  const person = await register(stage.call)
  const other = await logInAgain(person)
  await refresh(person)
  await made(person, 'transactions', entry)
  assert.is((await person.ask('DELETE', '/v1/me', { password: person.password })).status, 204)

  for (const token of [person.token, other.token]) {
    isProblem(await stage.call('GET', '/v1/me', { token }), 401)
    isProblem(await stage.call('GET', '/v1/ledgers', { token }), 401)
    isProblem(await stage.call('GET', `/v1/ledgers/${person.ledgerId}/transactions`, { token }), 401)
  }
  for (const { cookie } of [person, other])
    isProblem(await stage.call('POST', '/v1/sessions/refresh', { headers: { cookie } }), 401)
  const body = { email: person.email, password: person.password }
  isProblem(await stage.call('POST', '/v1/sessions', { body, headers: elsewhere() }), 401)
})

rows.run()
doors.run()
