import type { Insertable } from 'kysely'
import * as assert from 'uvu/assert'
import type { Says } from '../../tests/support/desk-suite.ts'
import type { LedgerDesk } from '../../tests/support/ledger-desk.ts'
import type { TotalsTable } from '../adapters/ledger/schema.ts'
import type { Day } from '../domain/day.ts'
import type { Draft } from '../domain/draft.ts'
import type { AccountId, PayeeId } from '../domain/ids.ts'
import { zero } from '../domain/money.ts'
import type { Period } from '../domain/period.ts'
import type { TotalRow } from './totals.ts'

const period = (start: string, end: string): Period => ({ start: start as Day, end: end as Day })
const november = period('2026-11-01', '2026-11-30')
const year = period('2026-01-01', '2026-12-31')

export function totalsContract(says: Says): void {
  says('sums up windows by key and currency, whole months and parts of them alike', async (desk) => {
    const { totals, scope, at } = desk
    for (const day of [
      '2026-08-31',
      '2026-09-01',
      '2026-09-30',
      '2026-10-15',
      '2026-11-04',
      '2026-11-05',
      '2026-12-01',
    ]) {
      await desk.record({ kind: 'expense', day, amount: '1.00', categoryId: at.food })
    }
    await desk.record({ kind: 'income', day: '2026-10-15', amount: '7.00', categoryId: at.pay })
    const windows = [period('2026-09-01', '2026-11-04'), period('2026-11-05', '2026-12-31')]

    const kinds = await totals.read(scope, [{ face: 'kind', windows }])
    assert.equal(byWindow(kinds), [
      { ask: 0, window: 0, key: '-', currency: 'EUR', plus: 700n, minus: 400n, n: 5n },
      { ask: 0, window: 1, key: '-', currency: 'EUR', plus: 0n, minus: 200n, n: 2n },
    ])
    const categories = await totals.read(scope, [{ face: 'category', windows: windows.slice(0, 1) }])
    assert.equal(
      byWindow(categories).map(({ key, plus, minus, n }) => [key, plus, minus, n]),
      [
        [at.food, 0n, 400n, 4n],
        [at.pay, 700n, 0n, 1n],
      ],
    )
  })

  says('reads windows with days between them and days outside them left out', async (desk) => {
    for (const day of ['2026-10-31', '2026-11-02', '2026-11-04', '2026-11-06', '2026-11-08']) {
      await desk.record({ kind: 'expense', day, amount: '1.00' })
    }
    const windows = [period('2026-11-01', '2026-11-03'), period('2026-11-05', '2026-11-07')]
    const rows = await desk.totals.read(desk.scope, [{ face: 'kind', windows }])
    assert.equal(
      byWindow(rows).map(({ window, minus }) => [window, minus]),
      [
        [0, 100n],
        [1, 100n],
      ],
    )
  })

  says('reads a month or a day beside longer windows', async (desk) => {
    for (const day of [
      '2026-07-31',
      '2026-08-01',
      '2026-09-01',
      '2026-09-30',
      '2026-10-01',
      '2026-11-01',
      '2026-11-02',
    ]) {
      await desk.record({ kind: 'expense', day, amount: '1.00' })
    }
    const sumsOf = async (...windows: Period[]) => {
      const rows = await desk.totals.read(desk.scope, [{ face: 'kind', windows }])
      return byWindow(rows).map(({ window, minus, n }) => [window, minus, n])
    }
    const [july, later] = [period('2026-07-01', '2026-07-31'), period('2026-08-01', '2026-10-31')]
    assert.equal(await sumsOf(july, later), [
      [0, 100n, 1n],
      [1, 400n, 4n],
    ])
    assert.equal(await sumsOf(later, november), [
      [0, 400n, 4n],
      [1, 200n, 2n],
    ])
    assert.equal(await sumsOf(period('2026-11-01', '2026-11-01'), period('2026-11-02', '2026-11-05')), [
      [0, 100n, 1n],
      [1, 100n, 1n],
    ])
    assert.equal(await sumsOf(july, november), [
      [0, 100n, 1n],
      [1, 200n, 2n],
    ])
  })

  says('never adds currencies, and nets refunds', async (desk) => {
    const dollars = await account(desk, 'USD')
    await desk.record({ kind: 'expense', day: '2026-11-20', amount: '5.00' })
    await desk.record({ kind: 'refund', day: '2026-11-20', amount: '2.00' })
    await desk.record({ kind: 'expense', day: '2026-11-20', amount: '9.00', accountId: dollars })

    const rows = await desk.totals.read(desk.scope, [{ face: 'kind', windows: [november] }])
    assert.equal(rows.map(({ currency, minus }) => `${currency} ${minus}`).toSorted(), ['EUR 300', 'USD 900'])
  })

  says('sums up days', async (desk) => {
    await desk.record({ kind: 'expense', day: '2026-11-20', amount: '5.00' })
    await desk.record({ kind: 'expense', day: '2026-11-20', amount: '1.00' })
    await desk.record({ kind: 'income', day: '2026-11-21', amount: '2.00' })
    await desk.record({ kind: 'income', day: '2026-12-01', amount: '2.00' })

    const rows = await desk.totals.read(desk.scope, [{ face: 'kind', days: november }])
    assert.equal(
      rows.map(({ day, plus, minus, n }) => [day, plus, minus, n]),
      [
        ['2026-11-20', 0n, 600n, 2n],
        ['2026-11-21', 200n, 0n, 1n],
      ],
    )
  })

  says('finds the payees with the largest expense, then income, aliases in their payee’s place', async (desk) => {
    const { payees, scope, clock } = desk
    const spent = (payee: string, amount: string, more: Partial<Draft> = {}) =>
      desk.record({ kind: 'expense', day: '2026-11-20', amount, payee, ...more })
    await spent('Mill', '3.00')
    await spent('Mills', '4.00')
    await spent('Quay', '6.00')
    await spent('Small', '1.00')
    await spent('Employer', '9.00', { kind: 'income' })
    await desk.record({ kind: 'expense', day: '2026-11-03', amount: '5.00' })
    const [mill, mills] = await payees.list(scope, { prefix: 'mill', limit: 2 })
    if (!mill || !mills) throw new Error('no payees')
    await payees.merge(scope, mills.id, mill.id, clock.now())

    const rows = await desk.totals.read(scope, [{ face: 'payee', period: november, top: 5 }])
    const figures = (some: readonly TotalRow[]) =>
      byRank(some).map(({ name, minus, plus, n }) => [name, minus, plus, n])
    assert.equal(figures(rows), [
      ['Mill', 700n, 0n, 2n],
      ['Quay', 600n, 0n, 1n],
      [undefined, 500n, 0n, 1n],
      ['Small', 100n, 0n, 1n],
      ['Employer', 0n, 900n, 1n],
    ])
    assert.is(byRank(rows)[0]?.key, mill.id)
    const two = await desk.totals.read(scope, [{ face: 'payee', period: period('2026-10-20', '2026-11-20'), top: 2 }])
    assert.equal(figures(two), figures(rows).slice(0, 2))
  })

  says('finds so many payees of each currency', async (desk) => {
    const dollars = await account(desk, 'USD')
    for (const accountId of [desk.at.wallet, dollars]) {
      for (const payee of ['Mill', 'Quay']) {
        await desk.record({ kind: 'expense', day: '2026-11-20', amount: '1.00', payee, accountId })
      }
    }
    const rows = await desk.totals.read(desk.scope, [{ face: 'payee', period: november, top: 1 }])
    assert.equal(rows.map(({ currency }) => currency).toSorted(), ['EUR', 'USD'])

    // where the ledger's own is not the first, aliases and parts of months count as well
    const { payees, scope, clock } = desk
    const spent = (payee: string, day: string, amount: string) =>
      desk.record({ kind: 'expense', day, amount, payee, accountId: dollars })
    await spent('Quay Street', '2026-10-31', '3.00')
    await spent('Small', '2026-10-31', '2.00')
    const [quay, street] = await payees.list(scope, { prefix: 'quay', limit: 2 })
    if (!quay || !street) throw new Error('no payees')
    await payees.merge(scope, street.id, quay.id, clock.now())
    const asked = { face: 'payee', period: period('2026-10-20', '2026-11-30'), top: 2 } as const
    const others = (await desk.totals.read(scope, [asked])).filter(({ currency }) => currency === 'USD')
    assert.equal(
      byRank(others).map(({ name, minus, n }) => [name, minus, n]),
      [
        ['Quay', 400n, 2n],
        ['Small', 200n, 1n],
      ],
    )
  })

  says('leaves out payees whose entries are all gone', async (desk) => {
    const { transactions, scope, clock } = desk
    const id = await desk.record({ kind: 'expense', day: '2026-11-20', amount: '9.00', payee: 'Mill' })
    await transactions.apply(scope, [{ do: 'delete', id }], clock.now())
    await desk.record({ kind: 'expense', day: '2026-11-20', amount: '1.00', payee: 'Quay' })

    const rows = await desk.totals.read(scope, [{ face: 'payee', period: november, top: 1 }])
    assert.equal(
      rows.map(({ name }) => name),
      ['Quay'],
    )
  })

  says('knows the first day with an entry, and currencies in which accounts are open', async (desk) => {
    const { totals, accounts, transactions, scope, at, clock } = desk
    const asks = [{ first: true }, { openAccounts: true }] as const
    assert.equal(
      (await totals.read(scope, asks)).map(({ ask, currency }) => [ask, currency]),
      [[1, 'EUR']],
    )
    const dollars = await account(desk, 'USD')
    await desk.record({ kind: 'transfer', day: '2020-01-01', amount: '1.00', toAccountId: dollars, toAmount: '2.00' })
    const gone = await desk.record({ kind: 'expense', day: '2021-01-01', amount: '1.00' })
    await transactions.apply(scope, [{ do: 'delete', id: gone }], clock.now())
    await desk.record({ kind: 'income', day: '2022-02-02', amount: '1.00' })
    await accounts.change(
      scope,
      at.wallet,
      undefined,
      (one) => ({ ok: true, value: { ...one, archived: true } }),
      clock.now(),
    )

    const rows = await totals.read(scope, asks)
    assert.equal(
      rows.map(({ ask, day, currency }) => [ask, day, ask === 1 ? currency : '']),
      [
        [0, '2022-02-02', ''],
        [1, undefined, 'USD'],
      ],
    )
  })

  says('counts the entries of each day, a transfer once, and those of one account', async (desk) => {
    const { totals, transactions, scope, at, clock } = desk
    const dollars = await account(desk, 'USD')
    const on = (day: string, rest: Partial<Draft> = {}) =>
      desk.record({ kind: 'expense', day, amount: '2.00', ...rest })
    await on('2026-11-19')
    await on('2026-11-20', { splits: [{ amount: '1.50', categoryId: at.food }, { amount: '0.50' }] })
    await on('2026-11-20', { kind: 'income', categoryId: at.pay })
    await on('2026-11-20', { kind: 'transfer', toAccountId: dollars, toAmount: '3.00' })
    await on('2026-11-20', { kind: 'refund', accountId: dollars })
    await on('2026-12-24')
    const gone = await on('2026-11-21')
    await transactions.apply(scope, [{ do: 'delete', id: gone }], clock.now())

    const rows = await totals.read(scope, [{ counts: november }, { counts: november, accountId: dollars }])
    assert.equal(rows.map(({ ask, day, n }) => `${ask} ${day} ${n}`).toSorted(), [
      '0 2026-11-19 1',
      '0 2026-11-20 4',
      '1 2026-11-20 2',
    ])
  })

  says('answers all asks by one statement, and none without any', async (desk) => {
    const { totals, scope, statements } = desk
    await desk.record({ kind: 'expense', day: '2026-11-20', amount: '5.00', payee: 'Mill' })
    statements.length = 0

    const rows = await totals.read(scope, [
      { face: 'kind', windows: [period('2026-10-10', '2026-11-09'), period('2026-11-10', '2027-03-09')] },
      { face: 'category', days: november },
      { face: 'payee', period: period('2026-10-05', '2026-12-24'), top: 3 },
      { first: true },
      { openAccounts: true },
      { face: 'account', windows: [november] },
    ])
    assert.is(statements.length, 1)
    assert.equal(rows.map(({ ask }) => ask).toSorted(), [0, 1, 2, 3, 4, 5])
    assert.equal(await totals.read(scope, []), [])
    assert.is(statements.length, 1)
  })

  says('answers more asks than one statement takes', async (desk) => {
    await desk.record({ kind: 'expense', day: '2026-11-20', amount: '5.00' })
    await desk.record({ kind: 'expense', day: '2026-09-05', amount: '3.00' })
    const asks = Array.from({ length: 170 }, () => ({
      face: 'kind' as const,
      windows: [period('2026-09-03', '2026-11-24')],
    }))

    const rows = await desk.totals.read(desk.scope, asks)
    assert.equal(
      rows.map(({ ask, minus }) => [ask, minus]),
      asks.map((_, ask) => [ask, 800n]),
    )
  })

  says('reads to both ends of time', async (desk) => {
    for (const day of ['1900-01-01', '2199-12-31']) await desk.record({ kind: 'expense', day, amount: '1.00' })
    const { totals, scope } = desk
    const always = period('1900-01-01', '2199-12-31')

    const rows = await totals.read(scope, [
      { face: 'kind', windows: [always] },
      { face: 'kind', days: always },
    ])
    assert.equal(
      rows.map(({ minus }) => minus),
      [200n, 100n, 100n],
    )
    const last = await totals.largest(scope, period('2199-12-15', '2199-12-31'), ['EUR'], 5, ['expense'])
    assert.is(last.length, 1)
  })

  says('sums past what a float can hold', async (desk) => {
    for (let n = 0; n < 10; n++) await desk.record({ kind: 'expense', day: '2026-11-20', amount: '9999999999999.99' })
    const [row] = await desk.totals.read(desk.scope, [{ face: 'kind', windows: [year] }])
    assert.is(row?.minus, 9_999_999_999_999_990n)
  })

  says('sums past what a total can hold, and chooses payees by such sums', async (desk) => {
    const { totals, scope, at, payees, ids, clock } = desk
    const [mill, quay] = [ids.next() as PayeeId, ids.next() as PayeeId]
    await payees.add(scope, mill, 'Mill', clock.now())
    await payees.add(scope, quay, 'Quay', clock.now())
    const alias = ids.next() as PayeeId
    await payees.add(scope, alias, 'Mills', clock.now())
    await payees.merge(scope, alias, mill, clock.now())
    const most = 2n ** 63n - 1n
    for (const start of ['2026-10-01', '2026-11-01']) {
      await totalled(desk, { face: 'kind', grain: 'm', start, key_id: '-', plus: most, minus: -most, n: 3n })
      await totalled(desk, { face: 'category', grain: 'm', start, key_id: at.food, plus: 0n, minus: most, n: 1n })
      await totalled(desk, { face: 'payee', grain: 'm', start, key_id: alias, plus: 0n, minus: most, n: 1n })
      await totalled(desk, { face: 'payee', grain: 'm', start, key_id: quay, plus: 0n, minus: most - 1n, n: 1n })
      await totalled(desk, { face: 'payee', grain: 'm', start, key_id: '-', plus: 1n, minus: 0n, n: 1n })
    }
    await totalled(desk, { face: 'kind', grain: 'd', start: '2026-12-01', key_id: '-', plus: 7n, minus: 5n, n: 1n })

    const both = period('2026-10-01', '2026-11-30')
    const rows = await totals.read(scope, [
      { face: 'kind', windows: [period('2026-10-01', '2026-12-01')] },
      { face: 'category', windows: [both] },
      { face: 'payee', period: both, top: 2 },
      { first: true },
    ])
    const of = (ask: number) => byRank(rows.filter((row) => row.ask === ask))
    assert.equal(of(0), [
      { ask: 0, window: 0, key: '-', currency: 'EUR', plus: 2n * most + 7n, minus: 5n - 2n * most, n: 7n },
    ])
    assert.equal(
      of(1).map(({ key, minus }) => [key, minus]),
      [[at.food, 2n * most]],
    )
    assert.equal(
      of(2).map(({ key, name, minus, n }) => [key, name, minus, n]),
      [
        [mill, 'Mill', 2n * most, 2n],
        [quay, 'Quay', 2n * most - 2n, 2n],
      ],
    )
    assert.equal(
      of(3).map(({ day }) => day),
      ['2026-12-01'],
    )
  })

  says('finds the largest expenses of a period in each currency, with their splits', async (desk) => {
    const { totals, scope, at, statements } = desk
    const dollars = await account(desk, 'USD')
    const days = ['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-10', '2026-11-20', '2026-11-21']
    for (const [n, day] of days.entries()) await desk.record({ kind: 'expense', day, amount: `${n + 1}.00` })
    await desk.record({ kind: 'expense', day: '2026-11-01', amount: '9.00', accountId: dollars })
    await desk.record({ kind: 'refund', day: '2026-11-01', amount: '99.00' })
    const splits = [
      { amount: '40.00', categoryId: at.food },
      { amount: '10.00', note: 'twine' },
    ]
    await desk.record({ kind: 'expense', day: '2026-10-20', amount: '50.00', payee: 'Mill', tags: ['a'], splits })
    statements.length = 0

    const largest = await totals.largest(scope, period('2026-10-01', '2026-11-20'), ['EUR', 'USD'], 3, ['expense'])

    assert.is(statements.length, 1)
    assert.equal(largest.map(({ currency, amount }) => `${currency.code} ${amount}`).toSorted(), [
      'EUR 400',
      'EUR 500',
      'EUR 5000',
      'USD 900',
    ])
    const [first] = largest
    assert.is(first?.payee?.name, 'Mill')
    assert.equal(first?.splits, [
      { amount: 4000n, categoryId: at.food },
      { amount: 1000n, note: 'twine' },
    ])
    assert.equal(await totals.largest(scope, november, ['JPY'], 3, ['expense']), [])
  })

  says('finds the largest of several kinds together', async (desk) => {
    const { totals, scope, statements } = desk
    for (const [kind, amount] of [
      ['expense', '5.00'],
      ['refund', '7.00'],
      ['income', '6.00'],
      ['expense', '1.00'],
    ] as const)
      await desk.record({ kind, day: '2026-11-20', amount })
    statements.length = 0

    const largest = await totals.largest(scope, november, ['EUR'], 3, ['expense', 'income', 'refund'])

    assert.is(statements.length, 1)
    assert.equal(
      largest.map(({ kind, amount }) => [kind, amount]),
      [
        ['refund', 700n],
        ['income', 600n],
        ['expense', 500n],
      ],
    )
  })

  says('finds the largest of equals by the latest id, on every engine', async (desk) => {
    const ids = []
    for (let n = 0; n < 4; n++) ids.push(await desk.record({ kind: 'expense', day: '2026-11-20', amount: '1.00' }))
    const largest = await desk.totals.largest(desk.scope, november, ['EUR'], 2, ['expense'])
    assert.equal(
      largest.map(({ id }) => id),
      ids.toReversed().slice(0, 2),
    )
  })

  says('finds the largest of ten years in more currencies than one statement takes', async (desk) => {
    const codes = ['CHF', 'DKK', 'GBP', 'NOK', 'SEK']
    for (const code of codes) {
      const accountId = await account(desk, code)
      for (const day of ['2017-01-01', '2026-12-31'])
        await desk.record({ kind: 'expense', day, amount: '1.00', accountId })
    }
    const largest = await desk.totals.largest(desk.scope, period('2017-01-01', '2026-12-31'), codes, 5, ['expense'])
    assert.is(largest.length, 10)
  })

  says('sees one state of the ledger in all reads of one look', async (desk) => {
    const { totals, scope, record } = desk
    await record({ kind: 'expense', day: '2026-11-20', amount: '1.00' })
    const before = (await desk.enter(scope.userId)).revision
    let written: Promise<unknown> = Promise.resolve()

    const seen = await totals.atOnce(scope, async (reads, revision) => {
      const [first] = await reads.read(scope, [{ face: 'kind', windows: [november] }])
      written = record({ kind: 'expense', day: '2026-11-20', amount: '5.00' })
      // where there is one connection the write waits for it; elsewhere it is done before the next read
      if (desk.engine === 'mariadb') await written
      const [second] = await reads.read(scope, [{ face: 'kind', windows: [november] }])
      const largest = await reads.largest(scope, november, ['EUR'], 5, ['expense'])
      return [revision, first?.minus, second?.minus, largest.length]
    })
    await written

    assert.equal(seen, [before, 100n, 100n, 1])
    const [after] = await totals.read(scope, [{ face: 'kind', windows: [november] }])
    assert.is(after?.minus, 600n)
  })

  says('knows whether anything of some days was written later, whatever sums it left as they were', async (desk) => {
    const { totals, scope, clock, at } = desk
    const days = [november, period('2026-10-20', '2026-11-30'), period('2026-11-20', '2026-11-20')]
    const touched = async (since: number) => {
      const asks = days.map((touched) => ({ touched, since }))
      return [...new Set((await totals.read(scope, asks)).map(({ ask }) => ask))].sort()
    }
    const draft = { kind: 'expense', day: '2026-11-20', amount: '5.00' } as const
    const id = await desk.record(draft)
    const made = clock.now()
    assert.equal([await touched(made - 1), await touched(made)], [[0, 1, 2], []])

    clock.set(made + 1)
    await desk.record({ ...draft, day: '2026-12-01' })
    await desk.record({ ...draft, day: '2026-10-19' })
    assert.equal(await touched(made), [])
    await desk.record({ ...draft, day: '2026-10-20' })
    assert.equal(await touched(made), [1])
    await desk.transactions.apply(scope, [{ do: 'patch', id, patch: { categoryId: at.food } }], clock.now())
    assert.equal(await touched(made), [0, 1, 2])
  })

  says('tells nobody else’s', async (desk) => {
    await desk.record({ kind: 'expense', day: '2026-11-20', amount: '5.00', payee: 'Mill' })
    const { totals, scope, stranger } = desk

    const asks = [{ face: 'kind', windows: [year] }, { face: 'payee', period: year, top: 9 }, { first: true }] as const
    assert.is((await totals.read(scope, asks)).length, 3)
    assert.equal(await totals.read(stranger, asks), [])
    assert.equal(await totals.largest(stranger, year, ['EUR'], 5, ['expense']), [])
  })

  says('finds nothing wrong where nothing is, and what is wrong where something is', async (desk) => {
    const { db } = desk
    await desk.record({ kind: 'expense', day: '2026-11-20', amount: '5.00', payee: 'Mill' })
    assert.equal(await desk.check(), [])

    await db.updateTable('totals').set({ minus: 501 }).where('face', '=', 'kind').where('grain', '=', 'm').execute()
    assert.is((await desk.check()).length, 1)
  })
}

/** A row of totals that no entry has made. */
async function totalled(
  { db, scope }: LedgerDesk,
  row: Omit<Insertable<TotalsTable>, 'ledger_id' | 'currency' | 'touched_ms'>,
) {
  await db
    .insertInto('totals')
    .values({ ...row, ledger_id: scope.ledgerId, currency: 'EUR', touched_ms: 0 })
    .execute()
}

const byWindow = (rows: readonly TotalRow[]) => rows.toSorted((a, b) => a.window - b.window || (a.key < b.key ? -1 : 1))

const byRank = (rows: readonly TotalRow[]) =>
  rows.toSorted((a, b) => Number(b.minus - a.minus) || Number(b.plus - a.plus))

async function account({ accounts, scope, ids, clock }: LedgerDesk, code: string): Promise<AccountId> {
  const opening = { amount: zero, day: '2026-11-22' as Day }
  const fields = { name: code, kind: 'cash' as const, currency: { code, digits: 2 }, opening, archived: false }
  const made = await accounts.add(scope, ids.next() as AccountId, fields, clock.now())
  if (!made.ok) throw new Error(made.error.kind)
  return made.value.row.id
}
