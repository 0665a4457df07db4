import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { NewTransaction } from '../../functions/api/transactions.ts'
import { csvLine } from '../../functions/domain/csv.ts'
import { addDays, type Day } from '../../functions/domain/day.ts'
import type { Result } from '../../functions/domain/result.ts'
import { todayIn } from '../../functions/domain/zone.ts'
import { sampleIn } from '../../functions/sample/in-ledger.ts'
import { clientRoutes } from '../../scripts/build/client-routes.ts'
import { type Api, client } from '../../site/api.ts'
import { bring, takeBack } from '../../site/import/bring.ts'
import { readCsv } from '../../site/import/csv.ts'
import { draftsOf } from '../../site/import/importing.ts'
import { type Choice, linesOf } from '../../site/import/lines.ts'
import { addMissing, isOwn, ownLines } from '../../site/import/own.ts'
import { isWanted, type Planned, planOf } from '../../site/import/plan.ts'
import { readSeen } from '../../site/import/seen.ts'
import { settle } from '../../site/locale.ts'
import { fill } from '../../site/sample/fill.ts'
import { here, readBook } from '../../site/state/book.ts'
import { exportCsv } from '../../site/state/export.ts'
import { uuidV7 } from '../../site/uuid.ts'
import { deskWith } from '../browser/desk.ts'
import { csvRecords } from '../support/csv-records.ts'
import { type Here, startHere } from '../support/host.ts'

const seed = Number(process.env.SEED ?? Date.now())
const timeZone = 'Europe/Berlin'
const today = todayIn(timeZone, Date.now())

let host: Here
let api: Api

const importing = suite('bringing a file')
importing.before(async () => {
  host = await startHere()
  settle('en-IE')
  api = await newcomer('asha@example.org')
  for (const daysAgo of [0, 2, 40])
    await saved(uuidV7(Date.now()), { kind: 'expense', day: addDays(today, -daysAgo), amount: '7.77', note: 'before' })
  sure(await api.budgets.putBudget({ params: { ...here, id: uuidV7(Date.now()) }, body: { amount: '100' } }))
})
importing.after(() => host.close())

interface Line {
  readonly daysAgo: number
  readonly cents: number
  readonly payee: string
  readonly note: string
}
/** Few of each, so that lines are alike now and then. */
const line: fc.Arbitrary<Line> = fc.record({
  daysAgo: fc.integer({ min: 0, max: 3 }),
  cents: fc.integer({ min: -3, max: 3 }).filter((one) => one !== 0),
  payee: fc.constantFrom('Mill Lane Bakery', 'Café "Zum Hahn"', '=SUM(A1)', ''),
  note: fc.constantFrom('', 'bread; rolls', 'two\nlines'),
})

importing('of a whole ledger is possible by the file that the page makes, whatever the parts it comes in', async () => {
  const from = await newcomer('many@example.org')
  const entries = Array.from({ length: 2_250 }, (_, n): NewTransaction => {
    return { kind: 'expense', day: addDays(today, -(n % 40)), amount: `${n + 1}.00`, note: `line\n${n}` }
  })
  for (let start = 0; start < entries.length; start += 450) {
    const changes = entries.slice(start, start + 450).map((transaction) => ({ op: 'create' as const, transaction }))
    sure(await from.transactions.batchTransactions({ params: here, body: { changes } }))
  }
  const { desk } = deskWith(() => [200, { items: [] }])
  let file = ''
  await exportCsv({ ...desk, client: { ...desk.client, api: from } }, {}, (text) => {
    file = text
  })

  const [names = [], ...lines] = csvRecords(file)
  const amounts = lines.map((cells) => cells[names.indexOf('amount')])
  assert.equal(amounts.sort(), entries.map(({ amount }) => amount).sort())
  assert.is(lines.length, entries.length)
  assert.is(desk.state.get().said?.words, 'The file is ready: 2,250 lines.')
})

importing('twice is the same as once, twins stay two, and taking it back leaves all as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 25 }),
      fc.array(line, { maxLength: 10 }),
      async (lines, later) => {
        const account = await newAccount()
        const before = await figures()

        const first = await planned(account, lines)
        assert.equal(new Set(first.map(({ standing }) => standing)), new Set(['new']))
        const brought = await bring(api, first, () => {})
        assert.is(brought.problem, undefined)
        assert.is(brought.ids.length, lines.length)
        assert.equal(await linesIn(account), told(lines))

        // the same file again, and even if nobody looked at what is there
        const again = await planned(account, lines)
        assert.ok(again.every(({ standing }) => standing === 'known'))
        assert.equal(await bring(api, first, () => {}), { ids: [], already: lines.length })
        assert.equal(await linesIn(account), told(lines))

        // a later file of the same account holds the old lines, and some that are new
        const next = (await planned(account, [...lines, ...later])).filter(isWanted)
        assert.is(next.length, later.length)
        const more = await bring(api, next, () => {})
        assert.equal(await linesIn(account), told([...lines, ...later]))

        assert.ok((await takeBack(api, [...brought.ids, ...more.ids])).ok)
        assert.equal(await figures(), before)
        await api.accounts.removeAccount({ params: { ...here, id: account } })
      },
    ),
    { numRuns: 12, seed, includeErrorInReport: true },
  )
})

importing('leaves out what was typed in before or deleted since, unless it is asked for', async () => {
  const account = await newAccount()
  const lines: Line[] = [1, 2, 3].map((cents) => ({ daysAgo: 1, cents: -cents, payee: 'Harbour Café', note: '' }))
  await saved(uuidV7(Date.now()), { kind: 'expense', day: addDays(today, -1), amount: '0.02', accountId: account })
  const plan = await planned(account, lines)
  assert.equal(
    plan.map(({ standing }) => standing),
    ['new', 'like', 'new'],
  )
  const { ids } = await bring(api, plan.filter(isWanted), () => {})
  await api.transactions.removeTransaction({ params: { ...here, id: ids[0] ?? '' } })

  const again = await planned(account, lines)
  assert.equal(
    again.map(({ standing }) => standing),
    ['deleted', 'like', 'known'],
  )
  await bring(api, again.slice(0, 1), () => {})
  assert.is((await planned(account, lines))[0]?.standing, 'known')
})

importing('goes on where it ended when something in it is refused', async () => {
  const account = await newAccount()
  const lines: Line[] = Array.from({ length: 300 }, (_, n) => ({
    daysAgo: 0,
    cents: n + 1,
    payee: 'Salt & Co',
    note: '',
  }))
  const plan = await planned(account, lines)
  const bad = plan.map((one) => (one.row === 290 ? { ...one, draft: { ...one.draft, amount: '1.234' } } : one))
  const half = await bring(api, bad, () => {})
  assert.is(half.row, 290)
  assert.is(half.ids.length, 250)

  const rest = await bring(api, plan, () => {})
  assert.equal([rest.ids.length, rest.already], [50, 250])
})

importing('of our own file makes the ledger that it came from', async () => {
  const { value: entered } = sure(await api.ledgers.getLedger({ params: here }))
  const sample = sampleIn(entered.body.id, today, 'en-IE')
  assert.is(await fill(api, { ...sample, entries: sample.entries.slice(-300) }), undefined)
  const accounts = sure(await api.accounts.listAccounts({ params: here })).value.body.items
  const categories = sure(await api.categories.listCategories({ params: here })).value.body.items
  const [from, to] = [accounts[0]?.id ?? '', accounts.find(({ currency }) => currency !== 'EUR')?.id ?? '']
  const [one, two] = categories.filter(({ kind }) => kind === 'expense').map(({ id }) => id)
  const hard: NewTransaction[] = [
    {
      kind: 'expense',
      day: today,
      amount: '3.00',
      accountId: from,
      payee: '=1+1',
      note: '\'@me, "quoted"\nnext line',
    },
    { kind: 'expense', day: today, amount: '3.00', accountId: from, payee: '=1+1', tags: ['a;b', 'c\\d', 'ü'] },
    { kind: 'transfer', day: today, amount: '10.00', accountId: from, toAccountId: to, toAmount: '9.35' },
    {
      kind: 'refund',
      day: today,
      amount: '5.00',
      accountId: from,
      original: { amount: '700', currency: 'JPY' },
      note: ' - ',
      splits: [
        { amount: '2.00', ...(one && { categoryId: one }), note: '-1' },
        { amount: '3.00', ...(two && { categoryId: two }) },
      ],
    },
  ]
  for (const name of ['Garden', 'Cats']) {
    const [parentId, categoryId] = [await newCategory({ name }), uuidV7(Date.now())]
    await newCategory({ name: 'Other things', parentId }, categoryId)
    hard.push({ kind: 'expense', day: today, amount: '4.00', accountId: from, categoryId })
  }
  for (const entry of hard) await saved(uuidV7(Date.now()), entry)
  const file = await exported(api)

  const other = await newcomer('ben@example.org')
  const rows = readCsv(file, ',')
  assert.ok(isOwn(rows))
  assert.is((await bringOwn(other, rows)).ids.length, new Set(rows.slice(1).map((row) => row[15])).size)
  assert.is(await exported(other), file)
  assert.equal(await filed(other), await filed(api))
  // one that was written before categories told their parents
  const older = rows.map((row) => row.slice(0, -1))
  assert.ok(isOwn(older))
  const read = ownLines(older, sure(await readBook(other)).value)
  assert.equal(read.missing, { accounts: [], categories: [] })
  assert.is(read.found.length, new Set(older.slice(1).map((row) => row[15])).size)
  // and into where it came from nothing
  assert.equal((await bringOwn(api, rows)).ids, [])
  assert.is(await exported(api), file)
})

importing('of an older file of our own opens no account that only entries which are there had', async () => {
  const rows = readCsv(await exported(api), ',')
  const nouns = async () => {
    const { accounts, categories } = sure(await readBook(api)).value
    return [accounts, categories].map((all) => all.map(({ name }) => name))
  }
  const { accounts, categories } = sure(await readBook(api)).value
  for (const { id, name } of accounts)
    sure(await api.accounts.changeAccount({ params: { ...here, id }, body: { name: `${name} 2` } }))
  for (const { id, name } of categories.slice(0, 5))
    sure(await api.categories.changeCategory({ params: { ...here, id }, body: { name: `${name} 2` } }))
  const before = await nouns()

  assert.equal((await bringOwn(api, rows)).ids, [])
  assert.equal(await nouns(), before)
})

importing.run()

async function bringOwn(into: Api, rows: ReturnType<typeof readCsv>) {
  const { found, unread, missing } = ownLines(rows, sure(await readBook(into)).value)
  assert.equal(unread, [])
  const days = found.map(({ draft }) => draft.day).sort()
  const seen = sure(await readSeen(into, { from: days[0] ?? '', to: days.at(-1) ?? '' })).value
  const wanted = planOf(found, seen).filter(isWanted)
  assert.is(await addMissing(into, missing, draftsOf(wanted)), undefined)
  const brought = await bring(into, wanted, () => {})
  assert.is(brought.problem, undefined)
  return brought
}

/** As a bank would write them, in the order of the file. */
function csvOf(lines: readonly Line[]): string {
  const rows = lines.map(({ daysAgo, cents, payee, note }) =>
    [addDays(today, -daysAgo), (cents / 100).toFixed(2), payee, note]
      .map((cell) => `"${cell.replaceAll('"', '""')}"`)
      .join(';'),
  )
  return ['Date;Amount;Payee;Note', ...rows].join('\n')
}

async function planned(accountId: string, lines: readonly Line[]): Promise<readonly Planned[]> {
  const columns = ['day', 'amount', 'payee', 'note'] as const
  const choice: Choice = { hasHead: true, above: 0, columns, accountId, order: 'ymd', sign: '.', isTurned: false }
  const book = sure(await readBook(api)).value
  const { found, unread } = linesOf(readCsv(csvOf(lines), ';'), choice, book)
  assert.equal(unread, [])
  const seen = sure(await readSeen(api, { from: addDays(today, -3), to: today, account: accountId })).value
  return planOf(found, seen)
}

/** What an account has, as the file would say it, in one order. */
async function linesIn(account: string): Promise<readonly string[]> {
  const { entries } = sure(await readSeen(api, { from: '2000-01-01', to: today, account })).value
  return entries
    .map(({ day, kind, amount, payee, note }) =>
      csvLine([day, `${kind === 'expense' ? '-' : ''}${amount}`, payee ?? '', note ?? '']),
    )
    .sort()
}

const told = (lines: readonly Line[]): readonly string[] =>
  lines
    .map(({ daysAgo, cents, payee, note }) =>
      csvLine([addDays(today, -daysAgo), (cents / 100).toFixed(2), payee, note.replaceAll('\n', ' ')]),
    )
    .sort()

/** All that an entry changes. */
async function figures() {
  const accounts = sure(await api.accounts.listAccounts({ params: here })).value.body
  const answer = sure(await api.insights.getInsights({ params: here, query: {} })).value
  if (answer.status !== 200) throw new Error('no figures')
  const { revision: _, ...insights } = answer.body
  const days = sure(await api.transactions.listDays({ params: here, query: {} })).value.body
  return { accounts, insights, days }
}

let accountsMade = 0
async function newAccount(): Promise<string> {
  const id = uuidV7(Date.now())
  accountsMade += 1
  const body = {
    name: `Bank ${accountsMade}`,
    kind: 'bank' as const,
    opening: { amount: '0', day: addDays(today as Day, -9) },
  }
  sure(await api.accounts.putAccount({ params: { ...here, id }, body }))
  return id
}

async function saved(id: string, body: NewTransaction): Promise<void> {
  sure(await api.transactions.putTransaction({ params: { ...here, id }, body }))
}

async function newCategory(fields: { name: string; parentId?: string }, id = uuidV7(Date.now())): Promise<string> {
  sure(await api.categories.putCategory({ params: { ...here, id }, body: { kind: 'expense', ...fields } }))
  return id
}

/** What was spent and earned this month, by the names of both levels. */
async function filed(by: Api) {
  const answer = sure(await by.insights.getInsights({ params: here, query: {} })).value
  if (answer.status !== 200) throw new Error('no figures')
  const line = ({ kind, name, amount }: { kind: string; name?: string | undefined; amount: string }) =>
    `${kind} ${name} ${amount}`
  return answer.body.currencies.map(({ currency, byCategory }) => [
    currency,
    byCategory.map((one) => [line(one), one.children.map(line).sort()].flat().join(', ')).sort(),
  ])
}

async function exported(from: Api): Promise<string> {
  const answer = sure(await from.transactions.exportTransactions({ params: here, query: {} }))
  return answer.value.body
}

async function newcomer(email: string): Promise<Api> {
  const body = { email, password: 'plum tree by the gate', name: 'Asha', timeZone, locale: 'en-IE', currency: 'EUR' }
  const one = client(clientRoutes, { base: `${host.url}/`, fetch, now: Date.now, ended: () => {} })
  one.admit(sure(await one.api.register.register({ body })).value.body)
  return one.api
}

function sure<T>(answer: Result<T, unknown>): { readonly value: T } {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer
}
