import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { deskApi } from '../../../tests/support/desk-api.ts'
import { type LedgerDesk, ledgerDesk } from '../../../tests/support/ledger-desk.ts'
import { type InsightsView, insights } from '../../api/insights.ts'
import { firstLimit } from '../../domain/budget.ts'
import type { Day } from '../../domain/day.ts'
import type { AccountId, BudgetId } from '../../domain/ids.ts'
import { fromStore, zero } from '../../domain/money.ts'
import { getInsights } from './get-insights.ts'

const looking = suite('looking at the figures')

looking('tells the period that holds today, against the one before and the usual', async () => {
  const { desk, look } = await sit()
  await desk.record({ kind: 'income', day: '2026-11-02', amount: '2000.00', categoryId: desk.at.pay })
  await desk.record({ kind: 'expense', day: '2026-11-20', amount: '30.00', categoryId: desk.at.bread, payee: 'Mill' })
  await desk.record({ kind: 'expense', day: '2026-10-20', amount: '20.00', categoryId: desk.at.bread })

  const view = await look()
  const [block] = view.currencies

  assert.equal(view.period, { start: '2026-11-01', end: '2026-11-30' })
  assert.equal(view.previous, { start: '2026-10-01', end: '2026-10-31' })
  assert.equal([view.today, view.revision, view.currencies.length], ['2026-11-22', 3, 1])
  assert.equal([block?.income, block?.expense, block?.net, block?.savingsRate], ['2000.00', '30.00', '1970.00', 98.5])
  assert.equal(block?.previous, { income: '0.00', expense: '20.00', net: '-20.00' })
  assert.equal(block?.usual, { income: '0.00', expense: '20.00', net: '-20.00' })
  assert.equal(
    block?.byCategory.map(({ name, amount, previous, share }) => [name, amount, previous, share]),
    [
      ['Food', '30.00', '20.00', 100],
      ['Pay', '2000.00', '0.00', 100],
    ],
  )
  assert.equal(
    block?.byCategory[0]?.children.map(({ name, usual }) => [name, usual]),
    [['Bread', '20.00']],
  )
  assert.equal(
    block?.byDay.map(({ day }) => day),
    ['2026-11-02', '2026-11-20'],
  )
  assert.equal(
    block?.byPayee.map(({ name, expense }) => [name, expense]),
    [
      ['Mill', '30.00'],
      [undefined, '0.00'],
    ],
  )
  assert.equal(
    block?.largest.map(({ amount, payee }) => [amount, payee]),
    [['30.00', 'Mill']],
  )
})

looking('takes five statements, who asks included, and one when the caller has it all', async () => {
  const { desk, ask } = await sit()
  await desk.record({ kind: 'expense', day: '2026-11-20', amount: '30.00' })
  await limit(desk, { kind: 'week', weekday: 1 })
  await limit(desk, { kind: 'month', date: 25 })
  desk.statements.length = 0

  const first = await ask('GET /insights')
  assert.is(first.status, 200)
  assert.is(desk.statements.length, 5)

  desk.statements.length = 0
  const etag = String(first.headers.etag)
  const again = await ask('GET /insights', { headers: { 'if-none-match': `W/${etag}` } })
  assert.equal([again.status, again.body, again.headers.etag], [304, undefined, etag])
  assert.is(desk.statements.length, 1)
})

looking('is new after a write, on another day, and for another question', async () => {
  const { desk, ask } = await sit()
  const etag = String((await ask('GET /insights')).headers.etag)
  const status = async (query = '') =>
    (await ask(`GET /insights${query}`, { headers: { 'if-none-match': etag } })).status

  assert.is(await status(), 304)
  assert.is(await status('?on=2026-11-01'), 304)
  assert.is(await status('?on=2026-10-31'), 200)
  assert.is(await status('?rule=month'), 200)
  assert.is(await status('?from=2026-11-01&to=2026-11-30'), 200)
  desk.clock.set(desk.clock.now() + 24 * 3_600_000)
  assert.is(await status(), 200)
  desk.clock.set(desk.clock.now() - 24 * 3_600_000)
  await desk.record({ kind: 'expense', day: '2026-11-20', amount: '30.00' })
  assert.is(await status(), 200)
})

looking('goes by another rule, and by free ranges against ranges of their length', async () => {
  const { look } = await sit()

  const weekly = await look('?rule=week&on=2026-11-04')
  assert.equal([weekly.period.start, weekly.previous.start], ['2026-11-02', '2026-10-26'])
  assert.is(weekly.currencies[0]?.trend.length, 12)

  const range = await look('?from=2026-11-01&to=2026-11-10')
  assert.equal(range.previous, { start: '2026-10-22', end: '2026-10-31' })
  assert.equal(range.currencies[0]?.trend.at(-1)?.end, '2026-11-10')
})

looking('refuses days, rules and ranges that are none', async () => {
  const { ask } = await sit()
  const fault = async (query: string) => {
    const { status, body } = await ask(`GET /insights?${query}`)
    const { code, errors } = body as { code: string; errors: { pointer: string }[] }
    return `${status} ${code} ${errors[0]?.pointer}`
  }

  assert.is(await fault('on=2026-02-30'), '422 bad-day /query/on')
  assert.is(await fault('rule=moon'), '422 bad-rule /query/rule')
  assert.is(await fault('from=2026-11-02&to=2026-11-01'), '422 bad-range /query/from')
  assert.is(await fault('from=2026-11-02'), '422 bad-range /query/to')
  assert.is(await fault('to=2026-11-02'), '422 bad-range /query/from')
  assert.is(await fault('from=2026-11-01&to=2026-11-02&on=2026-11-01'), '422 bad-range /query/on')
  assert.is(await fault('from=2026-11-01&to=2026-11-02&rule=week'), '422 bad-range /query/rule')
  assert.is(await fault('from=2016-01-01&to=2026-01-02'), '422 bad-range /query/to')
})

looking('looks at ten years at once', async () => {
  const { look } = await sit()
  assert.is((await look('?from=2016-01-01&to=2025-12-31')).period.start, '2016-01-01')
  assert.is((await look('?on=1900-01-01')).currencies[0]?.trend.length, 1)
  assert.is((await look('?on=2199-12-31')).period.end, '2199-12-31')
})

looking('has a block for every currency in use, and its limits in it', async () => {
  const { desk, look } = await sit()
  const yen = await account(desk, { code: 'JPY', digits: 0 })
  await account(desk, { code: 'CHF', digits: 2 })
  await desk.record({ kind: 'expense', day: '2026-11-20', amount: '1200', accountId: yen, categoryId: desk.at.food })
  await desk.record({ kind: 'expense', day: '2026-11-20', amount: '10.00', categoryId: desk.at.food })
  await limit(desk, { kind: 'month', date: 1 })

  const { currencies } = await look()

  assert.equal(
    currencies.map(({ currency, expense }) => [currency, expense]),
    [
      ['EUR', '10.00'],
      ['CHF', '0.00'],
      ['JPY', '1200'],
    ],
  )
  assert.equal(
    currencies.map(({ budgets }) => budgets.map(({ spent, left, notCounted }) => [spent, left, notCounted])),
    [[['10.00', '390.00', ['JPY']]], [], []],
  )
  assert.equal(
    currencies.map(({ largest }) => largest.map(({ amount }) => amount)),
    [['10.00'], [], ['1200']],
  )
})

looking('shows limits on the last day of a period gone by', async () => {
  const { desk, look } = await sit()
  await limit(desk, { kind: 'week', weekday: 1 })
  const period = async (query: string) => (await look(query)).currencies[0]?.budgets[0]?.period.start

  assert.is(await period(''), '2026-11-16')
  assert.is(await period('?on=2026-10-05'), '2026-10-26')
})

looking('reads what was merged as what it was merged into', async () => {
  const { desk, look } = await sit()
  const { at, scope, categories, clock } = desk
  await desk.record({ kind: 'expense', day: '2026-11-20', amount: '30.00', categoryId: at.rent })
  const names = async () => (await look()).currencies[0]?.byCategory.map(({ name }) => name)

  await categories.merge(scope, at.rent, at.bread, clock.now())
  assert.equal(await names(), ['Food'])
  await categories.merge(scope, at.rent, undefined, clock.now())
  assert.equal(await names(), ['Rent'])
})

looking('is for members of the ledger only', async () => {
  const { desk, ask } = await sit()
  assert.is((await ask('GET /insights', { by: desk.stranger.userId })).status, 404)
})

looking('tells sums that no store could keep', async () => {
  const { desk, look } = await sit()
  const { db, scope, at } = desk
  const most = 2n ** 63n - 1n
  const yen = { ledger_id: scope.ledgerId, grain: 'd' as const, currency: 'JPY', touched_ms: 0, n: 1 }
  for (const start of ['2026-11-10', '2026-11-11']) {
    for (const [face, key_id] of [
      ['kind', '-'],
      ['category', at.food],
    ] as const)
      await db
        .insertInto('totals')
        .values({ ...yen, face, start, key_id, plus: -most, minus: most })
        .execute()
  }

  const { currencies } = await look('?from=2026-11-10&to=2026-11-20')
  const [, block] = currencies

  assert.equal(
    [block?.income, block?.expense, block?.net],
    ['-18446744073709551614', '18446744073709551614', '-36893488147419103228'],
  )
  assert.equal(
    block?.byCategory.map(({ name, amount }) => [name, amount]),
    [['Food', '18446744073709551614']],
  )
})

async function sit() {
  const desk = await ledgerDesk()
  const ask = deskApi(desk, insights, { getInsights })
  const look = async (query = '') => {
    const { status, body } = await ask(`GET /insights${query}`)
    assert.is(status, 200)
    return body as InsightsView
  }
  return { desk, ask, look }
}

async function limit({ budgets, scope, ids, clock }: LedgerDesk, rule: Parameters<typeof budgets.add>[2]['rule']) {
  const fields = { currency: scope.currency, rule, archived: false }
  await budgets.add(scope, ids.next() as BudgetId, fields, firstLimit(fromStore(40000)), clock.now())
}

async function account({ accounts, scope, ids, clock }: LedgerDesk, currency: { code: string; digits: number }) {
  const id = ids.next() as AccountId
  const opening = { amount: zero, day: '2026-11-22' as Day }
  await accounts.add(scope, id, { name: currency.code, kind: 'cash', currency, opening, archived: false }, clock.now())
  return id
}

looking.run()
