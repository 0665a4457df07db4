import * as assert from 'uvu/assert'
import type { AccountView } from '../../../functions/api/accounts.ts'
import type { BudgetView } from '../../../functions/api/budgets.ts'
import type { InsightsView } from '../../../functions/api/insights.ts'
import type { TransactionView } from '../../../functions/api/transactions.ts'
import {
  type Book,
  balanceOf,
  byPlace,
  comparison,
  currencyOf,
  type Entry,
  entriesIn,
  type Figures,
  figuresOf,
  filtered,
  limitFigures,
  linesOf,
  money,
  payeeAs,
  twiceMedian,
  type Wanted,
} from '../../support/model.ts'
import { periodOf, type Stretch } from '../../support/naive-periods.ts'

/** Reads one address of the ledger; answers with the body of a 200. */
export type Read = <Body>(path: string) => Promise<Body>

/** Every figure that the API tells of the ledger is that of the book. `on` is any day; `rule` any rule. */
export async function compare(read: Read, book: Book, on: string, rule: string, wanted: Wanted): Promise<void> {
  await compareBalances(read, book)
  await compareInsights(await read('/insights'), book, book.today)
  await compareInsights(await read(`/insights?on=${on}`), book, on)
  await compareInsights(await read(`/insights?on=${on}&rule=${rule}`), book, on, rule)
  await compareRange(read, book, periodOf(book.rules, on))
  await compareLimits(await read(`/budgets?on=${on}`), book, on)
  await compareLimits(await read('/budgets'), book, book.today)
  await compareList(read, book, wanted)
  await compareList(read, book, {})
  await compareTrash(read, book)
}

async function compareBalances(read: Read, book: Book): Promise<void> {
  const { items } = await read<{ items: AccountView[] }>('/accounts')
  assert.equal(
    Object.fromEntries(items.map(({ id, balance }) => [id, balance])),
    Object.fromEntries(book.accounts.map((one) => [one.id, money(balanceOf(book, one), one.currency)])),
    'balances',
  )
}

function compareInsights(view: InsightsView, book: Book, on: string, rule?: string): void {
  const { period, previous, before, trend } = comparison(book, on, rule)
  assert.equal(view.period, period, 'period')
  assert.equal(view.previous, previous, 'previous period')
  assert.is(view.currencies[0]?.currency, book.currency, 'the ledger’s currency comes first')

  for (const currency of new Set(book.accounts.map((account) => account.currency))) {
    const block = view.currencies.find((one) => one.currency === currency)
    const entries = entriesIn(book, currency, period)
    if (!block) {
      assert.is(entries.length, 0, `${currency} has entries and no block`)
      continue
    }
    const say = (figures: Figures) => spoken(figures, currency)
    const at = (stretch: Stretch) => figuresOf(entriesIn(book, currency, stretch))

    assert.equal(pick(block), say(figuresOf(entries)), `${currency} of the period`)
    assert.is(block.entries, entries.length, `how many entries in ${currency}`)
    assert.is(block.savingsRate, savingsRate(figuresOf(entries)), `savings rate in ${currency}`)
    assert.equal(block.previous, say(at(previous)), `${currency} of the period before`)
    assert.equal(
      block.trend.map((point) => ({ start: point.start, end: point.end, ...pick(point) })),
      trend.map((stretch) => ({ start: stretch.start, end: stretch.end, ...say(at(stretch)) })),
      `trend in ${currency}`,
    )
    const usual = (of: (figures: Figures) => bigint) =>
      median(
        before.map((stretch) => of(at(stretch))),
        currency,
      )
    assert.is(
      block.usual.income,
      usual(({ income }) => income),
      `usual income in ${currency}`,
    )
    assert.is(
      block.usual.expense,
      usual(({ expense }) => expense),
      `usual expense in ${currency}`,
    )

    compareDays(block.byDay, entries, currency)
    comparePlaces(block.byCategory, book, currency, period, previous, before)
    comparePayees(block.byPayee, book, entries, currency)
    compareLargest(block.largest, book, entries)
  }
}

type Block = InsightsView['currencies'][number]

function compareDays(view: Block['byDay'], entries: readonly Entry[], currency: string): void {
  const days = [...new Set(entries.map(({ day }) => day))].sort()
  assert.equal(
    view,
    days.map((day) => ({ day, ...spoken(figuresOf(entries.filter((entry) => entry.day === day)), currency) })),
    `days in ${currency}`,
  )
}

/** Places that the view leaves out must have nothing in them; the order of what it shows is its own affair. */
function comparePlaces(
  view: Block['byCategory'],
  book: Book,
  currency: string,
  period: Stretch,
  previous: Stretch,
  usual: readonly Stretch[],
): void {
  const sumsIn = (stretch: Stretch) => byPlace(book, entriesIn(book, currency, stretch))
  const [now, before, usually] = [sumsIn(period), sumsIn(previous), usual.map(sumsIn)]
  const tops = new Set(now.map(({ kind, top }) => `${kind} ${top}`))
  const shown = new Set(view.map(({ kind, categoryId }) => `${kind} ${categoryId}`))
  for (const top of tops) assert.ok(shown.has(top), `${top} has lines in ${currency} and is not shown`)
  assert.is(shown.size, view.length, 'a category is shown once')

  for (const top of view) {
    const isTop = (sum: (typeof now)[number]) => sum.kind === top.kind && sum.top === top.categoryId
    compareCompared(top, isTop, `category ${top.categoryId}`)
    for (const child of top.children) {
      compareCompared(child, (sum) => isTop(sum) && sum.child === child.categoryId, `below it ${child.categoryId}`)
    }
    const below = now.filter((sum) => isTop(sum) && sum.child !== undefined)
    for (const { child } of below) assert.ok(top.children.some(({ categoryId }) => categoryId === child))
  }

  function compareCompared(
    line: { amount: string; previous: string; usual: string; entries: number },
    isMeant: (sum: (typeof now)[number]) => boolean,
    where: string,
  ): void {
    const total = (sums: typeof now) => sums.filter(isMeant).reduce((sum, { amount }) => sum + amount, 0n)
    const lines = now.filter(isMeant).reduce((sum, one) => sum + one.lines, 0)
    assert.equal(
      { amount: line.amount, previous: line.previous, usual: line.usual, entries: line.entries },
      {
        amount: money(total(now), currency),
        previous: money(total(before), currency),
        usual: median(usually.map(total), currency),
        entries: lines,
      },
      `${where} in ${currency}`,
    )
  }
}

function comparePayees(view: Block['byPayee'], book: Book, entries: readonly Entry[], currency: string): void {
  const nameOf = ({ payee }: Entry) => payee && payeeAs(book, payee)
  const names = [...new Set(entries.map(nameOf))]
  assert.equal(
    byName(view.map(({ name, entries: count, ...figures }) => ({ name, count, ...pick(figures) }))),
    byName(
      names.map((name) => {
        const theirs = entries.filter((entry) => nameOf(entry) === name)
        return { name, count: theirs.length, ...spoken(figuresOf(theirs), currency) }
      }),
    ),
    `payees in ${currency}`,
  )
}

/** Which of two equal ones comes first is not said anywhere. */
function compareLargest(view: readonly TransactionView[], book: Book, entries: readonly Entry[]): void {
  const expenses = entries.filter(({ kind }) => kind === 'expense')
  const amounts = expenses.map(({ amount }) => amount).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0))
  const largest = amounts.slice(0, 5).map((amount) => money(amount, expenses[0] ? currencyOf(book, expenses[0]) : ''))
  assert.equal(
    view.map(({ amount }) => amount),
    largest,
    'largest',
  )
  for (const one of view)
    assert.ok(
      expenses.some(({ id }) => id === one.id),
      'largest is an expense of the period',
    )
}

async function compareRange(read: Read, book: Book, { start, end }: Stretch): Promise<void> {
  const view = await read<InsightsView>(`/insights?from=${start}&to=${end}`)
  assert.equal(view.period, { start, end })
  for (const block of view.currencies) {
    const entries = entriesIn(book, block.currency, { start, end })
    assert.equal(pick(block), spoken(figuresOf(entries), block.currency), `${block.currency} from ${start} to ${end}`)
    assert.is(
      block.byCategory.reduce((sum, { entries: lines }) => sum + lines, 0),
      linesOf(entries).length,
    )
  }
}

function compareLimits({ items }: { items: readonly BudgetView[] }, book: Book, on: string): void {
  const seen = items.map(({ id, period, amount, spent, left, pace, notCounted }) => ({
    id,
    pace,
    period,
    amount,
    spent,
    left,
    notCounted: [...notCounted].sort(),
  }))
  const expected = book.limits.map((limit) => {
    const { period, amount, spent, left, pace, notCounted } = limitFigures(book, limit, on)
    const say = (value: bigint) => money(value, limit.currency)
    return {
      id: limit.id,
      pace: say(pace),
      period,
      amount: say(amount),
      spent: say(spent),
      left: say(left),
      notCounted,
    }
  })
  assert.equal(byId(seen), byId(expected), `limits on ${on}`)
}

/** Page after page, each entry once and in order. */
async function compareList(read: Read, book: Book, wanted: Wanted): Promise<void> {
  const { min, max, ...texts } = wanted
  const bounds = { ...(min !== undefined && { min: String(min) }), ...(max !== undefined && { max: String(max) }) }
  const query = new URLSearchParams({ ...texts, ...bounds, limit: '7' })
  const seen: TransactionView[] = []
  for (let next: string | undefined = ''; next !== undefined; ) {
    if (next) query.set('cursor', next)
    const page: { items: TransactionView[]; next?: string } = await read(`/transactions?${query}`)
    seen.push(...page.items)
    next = page.next
  }
  assert.equal(
    seen.map(written),
    filtered(book, wanted).map((entry) => onPaper(book, entry)),
    `list ${query}`,
  )
}

async function compareTrash(read: Read, book: Book): Promise<void> {
  const { items } = await read<{ items: { transaction: TransactionView }[] }>('/transactions/trash?limit=200')
  assert.equal(items.map((item) => item.transaction.id).sort(), book.trash.map(({ id }) => id).sort(), 'trash')
}

/** What the book knows of an entry as the API shows it. */
function written(view: TransactionView) {
  const { id, kind, day, amount, currency, accountId, toAccountId, toAmount, categoryId, payee, note } = view
  const splits = (view.splits ?? []).map((split) => ({ categoryId: split.categoryId, amount: split.amount }))
  return {
    id,
    kind,
    day,
    amount,
    currency,
    accountId,
    toAccountId,
    toAmount,
    categoryId,
    payee,
    note,
    splits,
    tags: view.tags ?? [],
  }
}

function onPaper(book: Book, entry: Entry): ReturnType<typeof written> {
  const { id, kind, day, accountId, to, categoryId, payee, note, tags } = entry
  const currency = currencyOf(book, entry)
  return {
    id,
    kind,
    day,
    amount: money(entry.amount, currency),
    currency,
    accountId,
    toAccountId: to?.accountId,
    toAmount: to && money(to.amount, currencyOf(book, to)),
    categoryId,
    payee: payee && payeeAs(book, payee),
    note,
    splits: entry.splits.map((split) => ({ categoryId: split.categoryId, amount: money(split.amount, currency) })),
    tags: [...tags],
  }
}

/** What is kept of the income, in per cent with one decimal; a half goes away from zero. */
function savingsRate({ income, expense }: Figures): number | undefined {
  if (income <= 0n) return undefined
  const [net, sign] = income > expense ? [income - expense, 1n] : [expense - income, -1n]
  return Number(sign * ((net * 2000n + income) / (income * 2n))) / 10
}

const spoken = ({ income, expense }: Figures, currency: string) => ({
  income: money(income, currency),
  expense: money(expense, currency),
  net: money(income - expense, currency),
})

const pick = ({ income, expense, net }: { income: string; expense: string; net: string }) => ({ income, expense, net })

const median = (values: readonly bigint[], currency: string) => {
  const twice = twiceMedian(values)
  const away = twice < 0n ? -1n : 1n
  return money((twice + (twice % 2n === 0n ? 0n : away)) / 2n, currency)
}

const byId = <Row extends { id: string }>(rows: Row[]) => rows.sort((a, b) => (a.id < b.id ? -1 : 1))

const byName = <Row extends { name: string | undefined }>(rows: Row[]) =>
  rows.sort((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1))
