import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Result } from '../../functions/domain/result.ts'
import { todayIn } from '../../functions/domain/zone.ts'
import { sampleIn } from '../../functions/sample/in-ledger.ts'
import { clientRoutes } from '../../scripts/build/client-routes.ts'
import { type Api, client, type Problem } from '../../site/api.ts'
import { sampleApi } from '../../site/sample/api.ts'
import { fill } from '../../site/sample/fill.ts'
import { personFor } from '../../site/sample/person.ts'
import { newWorld, sampleLedger } from '../../site/sample/world.ts'
import { type Here, startHere } from '../support/host.ts'

const here = { ledger: 'default' }
const timeZone = 'Europe/Berlin'
const locale = 'en-IE'

let host: Here
let server: Side
let browser: Side

/** One ledger, and what its ids are called: they differ from ledger to ledger. */
interface Side {
  readonly api: Api
  readonly ledger: string
}

const sample = suite('the sample in the browser')
sample.before(async () => {
  host = await startHere()
  server = await onServer()
  browser = await inBrowser()
})
sample.after(() => host.close())

type Asking = (api: Api, side: Side) => Promise<Result<{ readonly status: number; readonly body: unknown }, Problem>>

/** Asked of both, it is answered alike. */
async function alike(what: string, asking: Asking): Promise<unknown> {
  const [a, b] = await Promise.all([server, browser].map(async (side) => said(await asking(side.api, side), side)))
  assert.equal(b, a, what)
  return a
}

sample('is told its figures as the server tells them', async () => {
  const today = todayIn(timeZone, Date.now())
  for (const query of [
    {},
    { on: `${Number(today.slice(0, 4)) - 1}${today.slice(4, 7)}-15` },
    { on: today, rule: 'week:1' },
    { rule: 'payday:25' },
    { from: `${Number(today.slice(0, 4)) - 1}-01-01`, to: today },
    { on: '2026-13-01' },
    { from: today },
  ]) {
    const figures = await alike(JSON.stringify(query), (api) => api.insights.getInsights({ params: here, query }))
    assert.ok(figures)
  }
})

sample('shows its books as the server shows them', async () => {
  await alike('the ledger', (api) => api.ledgers.getLedger({ params: here }))
  await alike('accounts', (api) => api.accounts.listAccounts({ params: here }))
  await alike('categories', (api) => api.categories.listCategories({ params: here }))
  await alike('payees', (api) => api.payees.listPayees({ params: here, query: { limit: '200' } }))
  await alike('net worth', (api) => api.accounts.getNetWorth({ params: here, query: {} }))
  await alike('limits', (api) => api.budgets.listBudgets({ params: here, query: {} }))
})

sample('lists and finds its entries as the server does', async () => {
  const food = await named('categories', 'Food')
  const card = await named('accounts', 'Card')
  const bakery = await named('payees', 'Mill Lane Bakery')
  const queries: ((side: Side) => object)[] = [
    () => ({}),
    () => ({ limit: '7' }),
    () => ({ text: 'mill' }),
    () => ({ text: 'ice rout' }),
    () => ({ kind: 'refund' }),
    () => ({ tag: 'SNOW', limit: '200' }),
    () => ({ min: '100', max: '500.50', limit: '30' }),
    () => ({ currency: 'CHF' }),
    () => ({ category: 'none' }),
    (side) => ({ category: food(side), limit: '60' }),
    (side) => ({ account: card(side), limit: '60' }),
    (side) => ({ payee: bakery(side) }),
    () => ({ from: '2026-02-30' }),
  ]
  for (const query of queries) {
    await alike(String(query), (api, side) => api.transactions.listTransactions({ params: here, query: query(side) }))
  }
})

sample('knows how many entries each day has', async () => {
  const card = await named('accounts', 'Card')
  await alike('days', (api) => api.transactions.listDays({ params: here, query: {} }))
  await alike('days of one account', (api, side) =>
    api.transactions.listDays({ params: here, query: { account: card(side), from: '2026-03-01' } }),
  )
})

sample('goes through its list to the end', async () => {
  const lengths = await Promise.all(
    [server, browser].map(async ({ api }) => {
      const ids: string[] = []
      for (let cursor: string | undefined; ids.length === 0 || cursor; ) {
        const page = await api.transactions.listTransactions({ params: here, query: { limit: '200', cursor } })
        if (!page.ok) throw new Error('refused')
        ids.push(...page.value.body.items.map(({ id }) => id))
        cursor = page.value.body.next
      }
      return ids
    }),
  )
  assert.equal(lengths[1], lengths[0])
  assert.ok((lengths[0]?.length ?? 0) > 2_300)
})

sample('exports what the server exports, to the byte', async () => {
  const text = await alike('csv', (api) =>
    api.transactions.exportTransactions({ params: here, query: { tag: 'snow' } }),
  )
  assert.match(JSON.stringify(text), 'Pension Arve')
})

const id = '0199aaaa-0000-7000-8000-00000000000'

sample('takes and refuses changes as the server does', async () => {
  const food = await named('categories', 'Food')
  const snacks = await named('categories', 'Coffee and snacks')
  const salary = await named('categories', 'Salary')
  const card = await named('accounts', 'Card')
  const francs = await named('accounts', 'Francs')
  const bakery = await named('payees', 'Mill Lane Bakery')
  const coffee = await named('payees', 'Platform Coffee')
  const day = '2026-01-15'
  const into = (n: number) => ({ ...here, id: id + n })
  const steps: readonly (readonly [string, Asking])[] = [
    [
      'add',
      (api) =>
        api.transactions.putTransaction({
          params: into(1),
          body: { kind: 'expense', day, amount: '12.5', payee: 'New Shop', note: 'tea' },
        }),
    ],
    [
      'add again',
      (api) =>
        api.transactions.putTransaction({
          params: into(1),
          body: { kind: 'expense', day, amount: '12.5', payee: 'New Shop', note: 'tea' },
        }),
    ],
    [
      'bad amount',
      (api) => api.transactions.putTransaction({ params: into(2), body: { kind: 'expense', day, amount: '12.345' } }),
    ],
    [
      'wrong kind',
      (api, side) =>
        api.transactions.putTransaction({
          params: into(2),
          body: { kind: 'expense', day, amount: '1', categoryId: salary(side) },
        }),
    ],
    [
      'splits',
      (api, side) =>
        api.transactions.putTransaction({
          params: into(2),
          body: {
            kind: 'expense',
            day,
            amount: '10',
            splits: [{ amount: '4', categoryId: food(side) }, { amount: '6.01' }],
          },
        }),
    ],
    [
      'transfer',
      (api, side) =>
        api.transactions.putTransaction({
          params: into(3),
          body: { kind: 'transfer', day, amount: '10', accountId: card(side), toAccountId: francs(side) },
        }),
    ],
    [
      'transfer with both',
      (api, side) =>
        api.transactions.putTransaction({
          params: into(3),
          body: {
            kind: 'transfer',
            day,
            amount: '10',
            accountId: card(side),
            toAccountId: francs(side),
            toAmount: '9.41',
          },
        }),
    ],
    [
      'patch',
      (api, side) =>
        api.transactions.changeTransaction({
          params: into(1),
          headers: { 'if-match': '"1"' },
          body: { amount: '13', categoryId: snacks(side), note: null },
        }),
    ],
    [
      'old version',
      (api) =>
        api.transactions.changeTransaction({ params: into(1), headers: { 'if-match': '"1"' }, body: { amount: '14' } }),
    ],
    ['delete', (api) => api.transactions.removeTransaction({ params: into(1), headers: { 'if-match': '"2"' } })],
    ['delete again', (api) => api.transactions.removeTransaction({ params: into(1) })],
    ['gone', (api) => api.transactions.getTransaction({ params: into(1) })],
    ['restore', (api) => api.transactions.restoreTransaction({ params: into(1) })],
    [
      'batch',
      (api) =>
        api.transactions.batchTransactions({
          params: here,
          body: {
            changes: [
              { op: 'create', id: id + 5, transaction: { kind: 'income', day, amount: '5' } },
              { op: 'patch', id: id + 1, patch: { tags: ['x'] } },
            ],
          },
        }),
    ],
    [
      'batch refused',
      (api) =>
        api.transactions.batchTransactions({
          params: here,
          body: {
            changes: [
              { op: 'delete', id: id + 5 },
              { op: 'create', id: id + 6, transaction: { kind: 'income', day: '2026-02-30', amount: '5' } },
            ],
          },
        }),
    ],
    ['not deleted by it', (api) => api.transactions.getTransaction({ params: into(5) })],
    [
      'category',
      (api, side) =>
        api.categories.putCategory({ params: into(7), body: { name: 'Tea', kind: 'expense', parentId: food(side) } }),
    ],
    [
      'same name',
      (api, side) =>
        api.categories.putCategory({ params: into(8), body: { name: 'tea', kind: 'expense', parentId: food(side) } }),
    ],
    [
      'third level',
      (api) =>
        api.categories.putCategory({ params: into(8), body: { name: 'Green', kind: 'expense', parentId: id + 7 } }),
    ],
    [
      'merge',
      (api, side) => api.categories.mergeCategory({ params: { ...here, id: snacks(side) }, body: { into: id + 7 } }),
    ],
    ['merged list', (api) => api.categories.listCategories({ params: here })],
    ['merged csv', (api) => api.transactions.exportTransactions({ params: here, query: { category: id + 7 } })],
    ['in use', (api, side) => api.categories.removeCategory({ params: { ...here, id: snacks(side) } })],
    ['move', (api) => api.categories.changeCategory({ params: into(7), body: { parentId: null, name: 'Teas' } })],
    ['figures after it', (api) => api.insights.getInsights({ params: here, query: { on: day } })],
    [
      'unmerge',
      (api, side) => api.categories.mergeCategory({ params: { ...here, id: snacks(side) }, body: { into: null } }),
    ],
    [
      'rename payee',
      (api, side) => api.payees.changePayee({ params: { ...here, id: bakery(side) }, body: { name: 'Mill Lane' } }),
    ],
    [
      'found by it',
      (api) => api.transactions.listTransactions({ params: here, query: { text: 'mill lane', limit: '3' } }),
    ],
    [
      'merge payee',
      (api, side) => api.payees.mergePayee({ params: { ...here, id: coffee(side) }, body: { into: bakery(side) } }),
    ],
    [
      'found by both',
      (api) => api.transactions.listTransactions({ params: here, query: { text: 'platform', limit: '3' } }),
    ],
    [
      'taken',
      (api, side) => api.payees.changePayee({ params: { ...here, id: bakery(side) }, body: { name: 'new SHOP' } }),
    ],
    [
      'limit',
      (api, side) => api.budgets.putBudget({ params: into(9), body: { amount: '77', categoryId: food(side) } }),
    ],
    [
      'limit of income',
      (api, side) => api.budgets.putBudget({ params: into(4), body: { amount: '77', categoryId: salary(side) } }),
    ],
    ['limit up', (api) => api.budgets.changeBudget({ params: into(9), body: { amount: '80' } })],
    ['limit gone', (api) => api.budgets.changeBudget({ params: into(9), body: { archived: true } })],
    ['limits', (api) => api.budgets.listBudgets({ params: here, query: { archived: 'true', on: day } })],
    [
      'account',
      (api) =>
        api.accounts.putAccount({
          params: into(6),
          body: { name: 'Jar', kind: 'cash', opening: { amount: '-3.20', day } },
        }),
    ],
    ['account again', (api) => api.accounts.changeAccount({ params: into(6), body: { name: 'card' } })],
    [
      'account archived',
      (api) => api.accounts.changeAccount({ params: into(6), body: { archived: true, opening: { amount: '4', day } } }),
    ],
    [
      'into an archived one',
      (api) =>
        api.transactions.putTransaction({
          params: into(4),
          body: { kind: 'income', day, amount: '5', accountId: id + 6 },
        }),
    ],
    ['used account', (api, side) => api.accounts.removeAccount({ params: { ...here, id: card(side) } })],
    ['rule', (api) => api.ledgers.changeLedger({ params: here, body: { rule: 'month:25', name: 'Ours' } })],
    ['bad rule', (api) => api.ledgers.changeLedger({ params: here, body: { rule: 'month:99' } })],
    ['accounts', (api) => api.accounts.listAccounts({ params: here })],
    ['payees', (api) => api.payees.listPayees({ params: here, query: { limit: '200' } })],
    ['figures in the end', (api) => api.insights.getInsights({ params: here, query: {} })],
    [
      'statement off',
      (api, side) =>
        api.statements.putStatement({ params: { ...here, id: francs(side), day }, body: { balance: '1' } }),
    ],
    [
      'statement',
      (api) => api.statements.putStatement({ params: { ...here, id: id + 6, day }, body: { balance: '4.00' } }),
    ],
    [
      'statement of another day',
      (api, side) => api.statements.getStatement({ params: { ...here, id: francs(side), day: '2026-02-15' } }),
    ],
    [
      'statement with an open entry',
      async (api, side) => {
        const params = { ...here, id: francs(side), day: '2026-01-20' }
        const { value } = (await api.statements.getStatement({ params })) as { value: { body: { book: string } } }
        const balance = (Number(value.body.book) - 9.41).toFixed(2)
        return api.statements.putStatement({ params, body: { balance, open: [id + 3] } })
      },
    ],
    ['reconciled', (api) => api.accounts.listAccounts({ params: here })],
    ['moved away', (api) => api.transactions.changeTransaction({ params: into(3), body: { day: '2026-02-16' } })],
    [
      'statement without it',
      (api, side) => api.statements.getStatement({ params: { ...here, id: francs(side), day: '2026-02-15' } }),
    ],
    ['statement gone', (api) => api.statements.removeStatement({ params: { ...here, id: id + 6, day } })],
    ['trash', (api) => api.transactions.removeTransaction({ params: into(3) })],
    [
      'statement that is off now',
      (api, side) => api.statements.getStatement({ params: { ...here, id: francs(side), day: '2026-02-15' } }),
    ],
  ]
  for (const [what, asking] of steps) await alike(what, asking)
})

sample('says of what a sample has no use for that it is not here', async () => {
  const answer = await browser.api.profile.leave({ body: { password: 'plum tree by the gate' } })
  assert.is(!answer.ok && answer.error.kind === 'refused' && answer.error.code, 'not-in-sample')
})

sample.run()

async function onServer(): Promise<Side> {
  const email = 'asha@example.org'
  const body = { email, password: 'plum tree by the gate', name: 'Asha', timeZone, locale, currency: 'EUR' }
  const { api, admit } = client(clientRoutes, { base: `${host.url}/`, fetch, now: Date.now, ended: () => {} })
  const entered = await api.register.register({ body })
  if (!entered.ok) throw new Error('refused')
  admit(entered.value.body)
  return filled(api, entered.value.body.ledger.id)
}

async function inBrowser(): Promise<Side> {
  const newcomer = { locale, timeZone, now: Date.now }
  return filled(sampleApi(clientRoutes, newWorld(newcomer), personFor(newcomer)), sampleLedger)
}

async function filled(api: Api, ledger: string): Promise<Side> {
  const sample = sampleIn(ledger, todayIn(timeZone, Date.now()), locale)
  assert.is(await fill(api, sample), undefined)
  // twice is once
  assert.is(await fill(api, sample), undefined)
  return { api, ledger }
}

/** Ids by names, on either side. */
async function named(what: 'accounts' | 'categories' | 'payees', name: string): Promise<(side: Side) => string> {
  const lists = await Promise.all([server, browser].map((side) => namesOn(side)))
  const ids = lists.map((names) => [...names].find(([, one]) => one === `${what} ${name}`)?.[0] ?? '')
  return (side) => (side === server ? ids[0] : ids[1]) ?? ''
}

async function namesOn({ api, ledger }: Side): Promise<ReadonlyMap<string, string>> {
  const [accounts, categories, payees, budgets] = await Promise.all([
    api.accounts.listAccounts({ params: here }),
    api.categories.listCategories({ params: here }),
    api.payees.listPayees({ params: here, query: { limit: '200' } }),
    api.budgets.listBudgets({ params: here, query: { archived: 'true' } }),
  ])
  if (!accounts.ok || !categories.ok || !payees.ok || !budgets.ok) throw new Error('refused')
  const nouns = { accounts, categories, payees }
  const names = Object.entries(nouns).flatMap(([what, { value }]) =>
    value.body.items.map(({ id, name }) => [id, `${what} ${name}`] as const),
  )
  const named = new Map(names)
  const limits = budgets.value.body.items.map(
    ({ id, categoryId = '' }) => [id, `limit ${named.get(categoryId)}`] as const,
  )
  return new Map([[ledger, 'ledger'], ...names, ...limits])
}

/** An answer without what must differ: ids by their names, cursors and revisions left out, sets in the order of names. */
async function said(answer: Awaited<ReturnType<Asking>>, side: Side): Promise<unknown> {
  const names = await namesOn(side)
  const plain = answer.ok ? { status: answer.value.status, body: answer.value.body } : answer.error
  const text = JSON.stringify(plain, (key, value) => {
    if (key === 'revision' || key === 'next' || key === 'message' || key === 'requestId') return undefined
    return typeof value === 'string' ? (names.get(value) ?? value) : value
  })
  return JSON.parse(text, (key, value) =>
    key === 'items' && value.every((one: { name?: string }) => one.name !== undefined)
      ? value.sort((a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1))
      : value,
  )
}
