import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { deskApi } from '../../../tests/support/desk-api.ts'
import { ledgerDesk } from '../../../tests/support/ledger-desk.ts'
import { type BudgetView, budgets } from '../../api/budgets.ts'
import { addBudget } from './add-budget.ts'
import { changeBudget } from './change-budget.ts'
import { getBudget } from './get-budget.ts'
import { listBudgets } from './list-budgets.ts'
import { putBudget } from './put-budget.ts'
import { removeBudget } from './remove-budget.ts'

const limiting = suite('keeping budgets')
const id = '00000000-0000-7000-8000-0000000000aa'
const limit = { amount: '400.00' }

limiting('sets a limit for everything, by the ledger’s rule and currency unless said', async () => {
  const { desk, ask } = await sit()
  await desk.record({ kind: 'expense', day: '2026-11-20', amount: '30.00' })

  const made = await ask('POST /budgets', { body: limit, headers: { 'idempotency-key': id } })

  assert.equal([made.status, made.headers.etag], [201, '"1"'])
  assert.equal(made.body, {
    id,
    version: 1,
    amount: '400.00',
    currency: 'EUR',
    rule: 'month',
    archived: false,
    period: { start: '2026-11-01', end: '2026-11-30' },
    spent: '30.00',
    left: '370.00',
    pace: '293.33',
    notCounted: [],
  })
})

limiting('makes one of a request that is sent twice', async () => {
  const { ask } = await sit()
  const put = (body: object) => ask(`PUT /budgets/${id}`, { body })

  assert.equal(
    [(await put(limit)).status, (await put(limit)).status, (await put({ amount: '1' })).status],
    [201, 200, 428],
  )
})

limiting('counts a category with its children and aliases, refunds taken off', async () => {
  const { desk, ask } = await sit()
  const { food, bread, rent } = desk.at
  const draft = { kind: 'expense' as const, day: '2026-11-20' }
  await desk.record({ ...draft, amount: '1.00', categoryId: food })
  await desk.record({ ...draft, amount: '20.00', categoryId: bread })
  await desk.record({ ...draft, kind: 'refund', amount: '5.00', categoryId: bread })
  await desk.record({ ...draft, amount: '300.00', categoryId: rent })
  await desk.record({ ...draft, amount: '4000.00' })
  await ask(`PUT /budgets/${id}`, { body: { ...limit, categoryId: food } })
  const spent = async () => ((await ask(`GET /budgets/${id}`)).body as BudgetView).spent

  assert.is(await spent(), '16.00')
  await desk.categories.merge(desk.scope, rent, bread, desk.clock.now())
  assert.is(await spent(), '316.00')
})

limiting('leaves the past alone when it is changed', async () => {
  const { desk, ask } = await sit()
  await ask(`PUT /budgets/${id}`, { body: limit })
  const on = async (day: string) => (await ask(`GET /budgets/${id}?on=${day}`)).body as BudgetView
  const amount = async (day: string) => (await on(day)).amount
  const period = async (day: string) => Object.values((await on(day)).period).join(' ')

  assert.is((await ask(`PATCH /budgets/${id}`, { body: { amount: '450' } })).status, 200)
  assert.equal(
    [await amount('2026-10-31'), await amount('2026-11-01'), await amount('2027-01-01')],
    ['400.00', '450.00', '450.00'],
  )

  desk.clock.set(Date.UTC(2027, 0, 15))
  await ask(`PATCH /budgets/${id}`, { body: { rule: 'week' } })
  await ask(`PATCH /budgets/${id}`, { body: { amount: '100' } })
  assert.equal([await amount('2027-01-10'), await amount('2027-01-11')], ['450.00', '100.00'])
  assert.equal(
    [await period('2026-12-09'), await period('2027-01-09'), await period('2027-01-15')],
    ['2026-12-01 2026-12-31', '2027-01-01 2027-01-10', '2027-01-11 2027-01-17'],
  )
})

limiting('resolves a bare week by the ledger’s first weekday', async () => {
  const { ask } = await sit()
  const made = await ask(`PUT /budgets/${id}`, { body: { ...limit, rule: 'week' } })
  const { rule, period, pace } = made.body as BudgetView
  assert.equal([rule, period.start, pace], ['week:1', '2026-11-16', '400.00'])
})

limiting('replaces the version that is named, but for its currency', async () => {
  const { desk, ask } = await sit()
  await ask(`PUT /budgets/${id}`, { body: limit })
  const replace = (body: object, tag = '"1"') => ask(`PUT /budgets/${id}`, { body, headers: { 'if-match': tag } })

  assert.equal(
    [(await replace(limit, '"2"')).status, (await replace({ ...limit, currency: 'USD' })).status],
    [412, 422],
  )
  const done = await replace({ amount: '9', categoryId: desk.at.food, archived: true })
  const { version, categoryId, amount, archived } = done.body as BudgetView
  assert.equal([version, categoryId, amount, archived], [2, desk.at.food, '9.00', true])
})

limiting('lists those in force, and the archived ones when asked', async () => {
  const { ask } = await sit()
  await ask(`PUT /budgets/${id}`, { body: limit })
  const list = async (query: string) => ((await ask(`GET /budgets${query}`)).body as { items: BudgetView[] }).items

  assert.is((await list('?on=2026-10-05'))[0]?.pace, '400.00')
  await ask(`PATCH /budgets/${id}`, { body: { archived: true } })
  assert.equal([(await list('')).length, (await list('?archived=true')).length], [0, 1])
})

limiting('takes as many statements for many limits as for one', async () => {
  const { desk, ask } = await sit()
  for (const rule of ['month', 'month:25', 'week', 'payday:25'])
    await ask('POST /budgets', { body: { ...limit, rule } })
  desk.statements.length = 0
  assert.is((await ask('GET /budgets')).status, 200)
  assert.is(desk.statements.length, 4)
})

limiting('says why not', async () => {
  const { desk, ask } = await sit()
  await ask(`PUT /budgets/${id}`, { body: limit })
  for (const [line, body, fault] of [
    ['POST /budgets', { amount: '0' }, 'amount-not-positive /amount'],
    ['POST /budgets', { amount: '1.005' }, 'bad-amount /amount'],
    ['POST /budgets', { amount: '10000000000000' }, 'amount-too-large /amount'],
    ['POST /budgets', { ...limit, currency: 'XXQ' }, 'bad-currency /currency'],
    ['POST /budgets', { ...limit, rule: 'moon' }, 'bad-rule /rule'],
    ['POST /budgets', { ...limit, categoryId: desk.at.pay }, 'category-kind /categoryId'],
    ['POST /budgets', { ...limit, categoryId: desk.strangers.food }, 'unknown-category /categoryId'],
    [`PATCH /budgets/${id}`, { amount: '0' }, 'amount-not-positive /amount'],
    [`PATCH /budgets/${id}`, { rule: 'week:9' }, 'bad-rule /rule'],
    [`GET /budgets/${id}?on=2026-02-30`, undefined, 'bad-day /query/on'],
    ['GET /budgets?on=2026-02-30', undefined, 'bad-day /query/on'],
  ] as const) {
    const { errors } = (await ask(line, { body })).body as { errors: { code: string; pointer: string }[] }
    assert.is(`${errors[0]?.code} ${errors[0]?.pointer}`, fault, line)
  }
})

limiting('drops one, twice', async () => {
  const { ask } = await sit()
  await ask(`PUT /budgets/${id}`, { body: limit })
  assert.is((await ask(`DELETE /budgets/${id}`, { headers: { 'if-match': '"2"' } })).status, 412)
  for (const _ of ['once', 'again']) assert.is((await ask(`DELETE /budgets/${id}`)).status, 204)
  assert.is((await ask(`GET /budgets/${id}`)).status, 404)
})

async function sit() {
  const desk = await ledgerDesk()
  const handlers = { listBudgets, addBudget, getBudget, putBudget, changeBudget, removeBudget }
  return { desk, ask: deskApi(desk, budgets, handlers) }
}

limiting.run()
