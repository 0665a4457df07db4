import { sql } from 'kysely'
import * as assert from 'uvu/assert'
import { onDesks, type Says } from '../../../tests/support/desk-suite.ts'
import type { LedgerDesk } from '../../../tests/support/ledger-desk.ts'
import { firstLimit, underRule } from '../../domain/budget.ts'
import type { Day } from '../../domain/day.ts'
import type { Draft } from '../../domain/draft.ts'
import type { AccountId, BudgetId, CategoryId, PayeeId, TransactionId } from '../../domain/ids.ts'
import { fromStore } from '../../domain/money.ts'
import { changeRule } from '../../domain/period.ts'
import { ok, type Result } from '../../domain/result.ts'
import type { Budget } from '../../ports/budgets.ts'
import { checkLedger } from './check.ts'
import type { LedgerTables } from './schema.ts'

// Callers may choose ids, and so the same ids may stand in two ledgers: every row of Bela's is a copy of one of Asha's here.
// A question or a write that forgets whose ledger it is about finds two rows where there is one, or changes hers.

/** Every table whose rows belong to a ledger by a key of its own and an id that somebody may have chosen; a new one left out does not compile. */
type Copied = Exclude<keyof LedgerTables, 'ledgers' | 'principals' | 'memberships' | 'api_tokens'>
const all: { readonly [Table in Copied]: true } = {
  accounts: true,
  categories: true,
  payees: true,
  transactions: true,
  lines: true,
  tags: true,
  totals: true,
  terms: true,
  trash: true,
  origins: true,
  budgets: true,
  budget_limits: true,
  limit_rules: true,
  alerts: true,
  statements: true,
  open_items: true,
  ledger_rules: true,
}
const copied = Object.keys(all)

const november = { start: '2026-11-01' as Day, end: '2026-11-30' as Day }
const october = '2026-10-31' as Day
const dollar = { code: 'USD', digits: 2 } as const
const month = { kind: 'month', date: 1 } as const

/** Fails where something was refused. */
async function done<T>(work: Promise<Result<T, { readonly kind: string }>>): Promise<T> {
  const result = await work
  if (!result.ok) throw new Error(result.error.kind)
  return result.value
}

/** Something of everything, in Asha's ledger. */
async function furnished(desk: LedgerDesk) {
  const record = (draft: Draft) => desk.record(draft, desk.scope)
  const { accounts, budgets, categories, clock, ids, payees, reckonings, scope, transactions } = desk
  const now = clock.now()
  const { currency } = scope
  const opening = { amount: fromStore(1_000n), day: '2026-01-01' as Day }
  const [savings, spare] = [ids.next() as AccountId, ids.next() as AccountId]
  for (const id of [savings, spare]) {
    const fields = { name: `Account ${id}`, kind: 'bank', currency, opening, archived: false } as const
    await done(accounts.add(scope, id, fields, now, id))
  }
  const [cakes, tarts, unused] = [ids.next(), ids.next(), ids.next()] as CategoryId[] as [
    CategoryId,
    CategoryId,
    CategoryId,
  ]
  for (const id of [cakes, tarts, unused])
    await done(categories.add(scope, id, { name: `Category ${id}`, kind: 'expense', archived: false }, now, id))
  const limit = ids.next() as BudgetId
  const fields = { categoryId: desk.at.food, currency, rule: month, archived: false } as const
  await done(budgets.add(scope, limit, fields, firstLimit(fromStore(1_000n)), now, limit))

  const week = { kind: 'week', weekday: 1 } as const
  const other = ids.next() as BudgetId
  const monthly = { currency, rule: month, archived: false } as const
  await done(budgets.add(scope, other, monthly, firstLimit(fromStore(9_000n)), now, other))
  const byWeek = (row: Budget) => ok({ ...row, rule: week, limits: underRule(row.limits, month, week) })
  await done(budgets.change(scope, other, undefined, byWeek, now))
  const weekly = changeRule(scope.rules, week, '2026-11-22' as Day)
  await done(desk.ledgers.change(scope, { ...scope, rules: weekly }))

  const day = '2026-11-20'
  const lunch = await record({
    kind: 'expense',
    day,
    amount: '12.00',
    categoryId: desk.at.food,
    payee: 'Mill Lane',
  })
  const split = await record({
    kind: 'expense',
    day,
    amount: '3.00',
    payee: 'Corner Shop',
    tags: ['trip'],
    note: 'tea and cake',
    splits: [
      { amount: '1.00', categoryId: cakes },
      { amount: '2.00', categoryId: tarts },
    ],
  })
  const moved = await record({ kind: 'transfer', day: '2026-10-30', amount: '5.00', toAccountId: savings })
  const gone = await record({ kind: 'expense', day, amount: '4.00', payee: 'Kiosk', note: 'gone' })
  await done(transactions.apply(scope, [{ do: 'delete', id: gone }], now))
  const spareName = ids.next() as PayeeId
  await done(payees.add(scope, spareName, 'Nobody yet', now, spareName))
  await done(reckonings.put(scope, savings, { day: october, balance: opening.amount, open: [moved] }, now))
  const [mill, shop] = await payeesOf(desk)
  return { other, savings, spare, cakes, tarts, unused, limit, lunch, split, moved, gone, spareName, mill, shop }
}

const payeesOf = async ({ payees, scope }: LedgerDesk) => {
  const found = await payees.list(scope, { prefix: '', limit: 50 })
  const id = (name: string) => found.find((payee) => payee.name === name)?.id as PayeeId
  return [id('Mill Lane'), id('Corner Shop')] as const
}

type Rows = Awaited<ReturnType<typeof furnished>>

/** Bela's ledger becomes a copy of Asha's, to the last id, and then says something else in each row. */
async function copiedTo(desk: LedgerDesk, rows: Rows): Promise<void> {
  const { tarts, unused, spare, spareName, lunch, split, moved, mill, shop } = rows
  const { accounts, at, clock, db, ids, payees, scope, stranger } = desk
  for (const table of copied) {
    await sql`delete from ${sql.table(table)} where ledger_id = ${stranger.ledgerId}`.execute(db)
    const columns = await columnsOf(db, table, scope.ledgerId)
    const rest = columns.filter((name) => name !== 'ledger_id').map((name) => sql.ref(name))
    await sql`
      insert into ${sql.table(table)} (ledger_id, ${sql.join(rest)})
      select ${stranger.ledgerId}, ${sql.join(rest)} from ${sql.table(table)} where ledger_id = ${scope.ledgerId}
    `.execute(db)
  }
  const ofHers = sql`where ledger_id = ${stranger.ledgerId}`
  await sql`update accounts set name = 'Hers', archived = 1 ${ofHers}`.execute(db)
  await sql`update categories set name = 'Hers', archived = 1 ${ofHers}`.execute(db)
  await sql`update categories set parent_id = ${at.rent} ${ofHers} and id = ${tarts}`.execute(db)
  await sql`update payees set name = 'Hers' ${ofHers}`.execute(db)
  await sql`update payees set merged_into = ${mill} ${ofHers} and id = ${shop}`.execute(db)
  await sql`update transactions set to_account_id = ${spare} ${ofHers} and id = ${moved}`.execute(db)
  await sql`update origins set body_hash = 'hers' ${ofHers}`.execute(db)
  for (const table of ['tags', 'terms'])
    await sql`update ${sql.table(table)} set tx_id = ${lunch} ${ofHers} and tx_id = ${split}`.execute(db)
  const used = sql`category_id = ${unused}, payee_id = ${spareName}, account_id = ${spare}`
  await sql`update ${sql.table('lines')} set ${used} ${ofHers} and tx_id = ${split}`.execute(db)
  await sql`update ${sql.table('lines')} set category_id = ${at.rent}, day = '2026-11-25' ${ofHers} and tx_id = ${lunch}`.execute(
    db,
  )
  await sql`update transactions set note = 'hers', version = version + 1, amount = amount + 7 ${ofHers}`.execute(db)
  await sql`update trash set body = replace(body, 'gone', 'hers') ${ofHers}`.execute(db)
  await sql`update budget_limits set amount = amount + 7 ${ofHers}`.execute(db)
  await sql`update limit_rules set rule = 'month:7' ${ofHers}`.execute(db)
  await sql`update statements set day = '2026-11-19' ${ofHers}`.execute(db)
  await sql`update totals set plus = plus + 7, minus = minus + 7, touched_ms = touched_ms + 7 ${ofHers}`.execute(db)

  const [purse, opening] = [ids.next() as AccountId, { amount: fromStore(0n), day: '2026-01-01' as Day }]
  const fields = { name: 'Purse', kind: 'cash', currency: dollar, opening, archived: false } as const
  await done(accounts.add(stranger, purse, fields, clock.now()))
  await sql`update accounts set created_ms = 0 ${ofHers} and id = ${purse}`.execute(db)
  await done(payees.add(stranger, ids.next() as PayeeId, 'Night Shop', clock.now()))
}

async function columnsOf(db: LedgerDesk['db'], table: string, ledgerId: string): Promise<readonly string[]> {
  const { rows } = await sql`select * from ${sql.table(table)} where ledger_id = ${ledgerId} limit 1`.execute(db)
  assert.ok(rows[0], `${table} is empty: the test does not see it`)
  return Object.keys(Object(rows[0]))
}

/** Every row of Bela's, and her ledger itself. */
async function hers({ db, stranger }: LedgerDesk): Promise<unknown> {
  const rows: { [table: string]: readonly string[] } = {}
  for (const table of copied) {
    const found = await sql`select * from ${sql.table(table)} where ledger_id = ${stranger.ledgerId}`.execute(db)
    // leasing is for all ledgers at once
    rows[table] = found.rows.map((row) => textOf({ ...Object(row), lease_until: 0 })).sort()
  }
  const ledger = await sql`select * from ledgers where id = ${stranger.ledgerId}`.execute(db)
  const keepers = await sql`select * from memberships where ledger_id = ${stranger.ledgerId}`.execute(db)
  return { ...rows, ledgers: ledger.rows.map(textOf), memberships: keepers.rows.map(textOf) }
}

const textOf = (row: unknown) => JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? String(value) : value))

/** What every question about Asha's ledger answers. */
async function answers(desk: LedgerDesk, rows: Rows): Promise<unknown> {
  const { accounts, budgets, categories, payees, reckonings, scope, totals, transactions } = desk
  const { savings, cakes, limit, other, lunch, gone, mill } = rows
  const list = (filter: Parameters<typeof transactions.list>[1]) => transactions.list(scope, filter, undefined, 50)
  return {
    accounts: [await accounts.list(scope), await accounts.find(scope, savings)],
    categories: [await categories.list(scope), await categories.find(scope, cakes)],
    payees: [await payees.list(scope, { prefix: '', limit: 50 }), await payees.find(scope, mill)],
    budgets: [await budgets.list(scope), await budgets.find(scope, limit), await budgets.find(scope, other)],
    reckoning: [await reckonings.find(scope, savings, october), await reckonings.find(scope, savings, november.end)],
    ledger: [await desk.enter(scope.userId), await checkLedger(desk.db, scope.ledgerId)],
    entries: [
      await list({}),
      await list({ from: november.start, to: november.end, kind: 'expense', min: '1', max: '100', currency: 'EUR' }),
      await list({ accountId: savings }),
      await list({ categoryId: desk.at.food }),
      await list({ categoryId: desk.at.rent }),
      await list({ categoryId: 'none' }),
      await list({ payeeId: mill }),
      await list({ tag: 'trip' }),
      await list({ text: 'cake' }),
      await transactions.find(scope, lunch),
      await transactions.find(scope, gone),
      await transactions.trash(scope, undefined, 50),
    ],
    totals: [
      await totals.read(scope, [
        { face: 'kind', windows: [november] },
        { face: 'category', days: november },
        { face: 'account', windows: [november] },
        { face: 'payee', period: november, top: 9 },
        { counts: november },
        { counts: november, accountId: savings },
        { touched: november, since: 0 },
        { touched: november, since: desk.clock.now() + 3 },
        { face: 'payee', windows: [november] },
        { face: 'payee', days: november },
        { first: true },
        { openAccounts: true },
      ]),
      await totals.atOnce(scope, (reads) => reads.largest(scope, november, ['EUR'], 9, ['expense'])),
    ],
  }
}

/** Every way to write into Asha's ledger. */
async function written(desk: LedgerDesk, rows: Rows): Promise<void> {
  const { accounts, alerts, at, budgets, categories, clock, payees, reckonings, scope, transactions } = desk
  const { other, savings, spare, cakes, tarts, unused, limit, lunch, split, moved, gone, spareName, mill, shop } = rows
  const now = clock.now() + 1
  const apply = (...changes: Parameters<typeof transactions.apply>[1]) => done(transactions.apply(scope, changes, now))

  const waiting = async () => (await alerts.lease(now, now, 50)).filter(({ ledgerId }) => ledgerId === scope.ledgerId)
  const limited = (cents: bigint) =>
    done(budgets.change(scope, limit, undefined, (row) => ok({ ...row, limits: firstLimit(fromStore(cents)) }), now))
  const [worst] = await waiting()
  if (worst?.threshold !== 100) throw new Error('No alert')
  await alerts.begin(worst)
  await alerts.putBack(worst, now)
  assert.is(await alerts.withdraw(worst, 80, (await desk.enter(scope.userId)).revision), true)
  await limited(100_000n)
  assert.equal(await waiting(), [])
  await limited(500n)
  const [again] = await waiting()
  assert.is(again?.limit, 500n)
  if (again) await alerts.settle(again)
  await done(budgets.remove(scope, limit, undefined))
  const byMonth = (row: Budget) => ok({ ...row, rule: month, limits: underRule(row.limits, row.rule, month) })
  await done(budgets.change(scope, other, undefined, byMonth, now))
  await done(budgets.remove(scope, other, undefined))

  await done(accounts.change(scope, savings, undefined, (row) => ok({ ...row, name: 'Rainy days' }), now))
  await done(accounts.remove(scope, spare, undefined))
  await done(categories.change(scope, tarts, undefined, (row) => ok({ ...row, name: 'Pies' }), now))
  await done(categories.merge(scope, tarts, cakes, now))
  await done(categories.merge(scope, tarts, undefined, now))
  await done(categories.remove(scope, unused, undefined))
  await done(payees.rename(scope, mill, undefined, 'Mill Lane Bakery', now))
  await done(payees.merge(scope, shop, mill, now))
  await done(payees.merge(scope, shop, undefined, now))
  assert.is((await done(payees.add(scope, spareName, 'Nobody yet', now, spareName))).outcome, 'same')
  await done(payees.remove(scope, spareName, undefined))

  const [back] = await apply({ do: 'restore', id: gone })
  assert.is(back?.entry?.note, 'gone')
  await apply({ do: 'patch', id: split, patch: { note: 'more tea', tags: ['home'] } })
  const draft = { kind: 'expense', day: '2026-11-21', amount: '8.00', categoryId: at.food } as const
  await apply({ do: 'replace', id: lunch, draft })
  await apply({ do: 'delete', id: moved })
  const [fresh] = await apply({
    do: 'create',
    id: desk.ids.next() as TransactionId,
    draft: { ...draft, amount: '2.50', payee: 'Night Shop', categoryId: cakes },
    bodyHash: 'x',
  })
  assert.is(fresh?.entry?.accountId, at.wallet)
  const night = fresh?.entry?.payee?.id
  assert.is(night && (await payees.find(scope, night))?.name, 'Night Shop')
  await apply({ do: 'patch', id: split, patch: { accountId: savings } })

  const book = (await reckonings.find(scope, savings, october))?.book ?? fromStore(0n)
  await done(reckonings.put(scope, savings, { day: october, balance: book, open: [] }, now))
  await done(reckonings.remove(scope, savings, october))
  const head = await desk.enter(scope.userId)
  await done(desk.ledgers.change(head, { ...head, name: 'Alone', rules: scope.rules }))
  await desk.principals.removeLedger(scope.ledgerId, 2)
  while (!(await desk.principals.removeLedger(scope.ledgerId, 100)));
}

/** The twin comes after one's own ledger in every index, or before it: what takes the first or the last is wrong in one. */
const sides: { readonly [where: string]: (desk: LedgerDesk) => LedgerDesk } = {
  'after it': (desk) => desk,
  'before it': (desk) => ({ ...desk, scope: desk.stranger, stranger: desk.scope, at: desk.strangers }),
}

onDesks('a ledger beside one with the same ids in it', (says: Says) => {
  for (const [where, seen] of Object.entries(sides)) {
    says(`answers as if it were alone, with the other ${where}`, async (whole) => {
      const desk = seen(whole)
      const rows = await furnished(desk)
      const alone = await answers(desk, rows)
      await copiedTo(desk, rows)
      assert.equal(await answers(desk, rows), alone)
    })

    says(`is written to alone, and leaves the other alone ${where}`, async (whole) => {
      const desk = seen(whole)
      const rows = await furnished(desk)
      await copiedTo(desk, rows)
      const before = await hers(desk)
      await written(desk, rows)
      assert.equal(await hers(desk), before)
    })
  }
})
