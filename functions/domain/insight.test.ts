import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { firstOf, sumsOf } from '../../scripts/samples/sums.ts'
import { addDays, type Day } from './day.ts'
import type { AccountId, CategoryId, PayeeId, TransactionId } from './ids.ts'
import { type Block, insightBlocks } from './insight.ts'
import { type Frame, frameOf, frameOfRange } from './insight-frame.ts'
import type { NamedCategory } from './insight-sums.ts'
import type { Minor } from './money.ts'
import { always, periodAt } from './period.ts'
import type { Transaction } from './transaction.ts'

const figuring = suite('insights')
const laws = suite('insights, by law')

const today = '2026-11-22' as Day
const monthly = frameOf(always({ kind: 'month', date: 1 }), { start: '2026-11-01' as Day, end: '2026-11-30' as Day })

const category = (id: string, more: Partial<NamedCategory> = {}) =>
  ({ id, name: id, kind: 'expense', ...more }) as NamedCategory
const below = (id: string, parentId: string) => category(id, { parentId: parentId as CategoryId })
const food = category('food')
const bread = below('bread', 'food')
const rent = category('rent')
const pay = category('pay', { kind: 'income' })
const all = [food, bread, rent, pay]

figuring('gives the ledger’s currency a block even when nothing has happened', () => {
  const [block, ...more] = insightBlocks(monthly, sumsOf([], monthly), all, 'EUR')

  assert.is(more.length, 0)
  assert.equal(block?.usual, { income: 0n, expense: 0n, net: 0n })
  assert.equal(block?.byCategory, [])
  assert.is(block?.savingsRate, undefined)
  assert.is(block?.trend.length, 12)
})

figuring('has a block per currency that is used or kept, in order', () => {
  const sums = sumsOf([entry({ currency: 'USD' })], monthly)
  const blocks = insightBlocks(monthly, { ...sums, open: ['EUR', 'CHF'] }, all, 'EUR')
  assert.equal(
    blocks.map(({ currency }) => currency.code),
    ['EUR', 'CHF', 'USD'],
  )
})

figuring('tells income, expense, what remains and how much of the income that is', () => {
  const block = only([
    entry({ kind: 'income', amount: 300000n, categoryId: 'pay' }),
    entry({ amount: 200100n, categoryId: 'rent' }),
    entry({ kind: 'refund', amount: 100n, categoryId: 'rent' }),
  ])

  assert.equal([block.income, block.expense, block.net], [300000n, 200000n, 100000n])
  assert.is(block.savingsRate, 33.3)
  assert.is(block.entries, 3)
})

figuring('rounds the savings rate away from zero', () => {
  const rate = (income: bigint, expense: bigint) =>
    only([entry({ kind: 'income', amount: income }), entry({ amount: expense })]).savingsRate

  assert.is(rate(2000n, 1999n), 0.1)
  assert.is(rate(2000n, 2001n), -0.1)
  assert.is(rate(1000n, 3000n), -200)
})

figuring('takes for usual the median of the six periods before', () => {
  const months = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10']
  const amounts = [900n, 100n, 301n, 200n, 300n, 5000n]
  const entries = months.map((month, n) => entry({ day: `${month}-15`, amount: amounts[n] ?? 0n, categoryId: 'bread' }))
  const block = only(entries)

  assert.equal(block.usual, { income: 0n, expense: 301n, net: -301n })
  assert.is(block.previous.expense, 5000n)
  assert.is(block.byCategory[0]?.usual, 301n)
  assert.is(block.byCategory[0]?.children[0]?.usual, 301n)
})

figuring('leaves out periods before the first entry, and counts empty ones after it', () => {
  const block = only([entry({ day: '2026-08-03', amount: 500n }), entry({ day: '2026-10-03', amount: 900n })])
  assert.is(block.usual.expense, 500n)

  const onTheLastDay = only([entry({ day: '2026-08-31', amount: 300n }), entry({ day: '2026-10-03', amount: 900n })])
  assert.is(onTheLastDay.usual.expense, 300n)

  const longAgo = only([entry({ day: '2020-01-01' }), entry({ day: '2026-10-03', amount: 900n })])
  assert.is(longAgo.usual.expense, 0n)
})

figuring('sorts categories in on two levels, and what lies on the upper one itself among its children', () => {
  const block = only([
    entry({ amount: 300n, categoryId: 'food' }),
    entry({ amount: 100n, categoryId: 'bread' }),
    entry({ amount: 600n, categoryId: 'rent' }),
  ])

  assert.equal(
    block.byCategory.map(({ categoryId, amount, share, children }) => ({
      categoryId,
      amount,
      share,
      children: children.map((child) => [child.categoryId, child.amount, child.share]),
    })),
    [
      { categoryId: 'rent', amount: 600n, share: 60, children: [] },
      {
        categoryId: 'food',
        amount: 400n,
        share: 40,
        children: [
          [undefined, 300n, 30],
          ['bread', 100n, 10],
        ],
      },
    ],
  )
})

figuring('keeps uncategorised income and expenses apart', () => {
  const block = only([entry({ amount: 5n }), entry({ kind: 'income', amount: 7n }), entry({ kind: 'income' })])
  assert.equal(
    block.byCategory.map(({ categoryId, kind, entries }) => ({ categoryId, kind, entries })),
    [
      { categoryId: undefined, kind: 'expense', entries: 1 },
      { categoryId: undefined, kind: 'income', entries: 2 },
    ],
  )
})

figuring('tells no share where a kind has no total', () => {
  const block = only([
    entry({ kind: 'refund', amount: 500n, categoryId: 'food' }),
    entry({ amount: 400n, categoryId: 'rent' }),
  ])
  assert.equal(
    block.byCategory.map(({ share }) => share),
    [undefined, undefined],
  )
})

figuring('looks at a free range against ranges of its length', () => {
  const frame = frameOfRange({ start: '2026-11-10' as Day, end: '2026-11-19' as Day })

  assert.equal(frame.previous, { start: '2026-10-31', end: '2026-11-09' })
  assert.is(frame.trend.length, 12)
  assert.is(frame.compared.length, 7)
})

figuring('at the beginning of time has nothing to compare with', () => {
  const period = { start: '1900-01-01' as Day, end: '1900-01-31' as Day }
  const frame = frameOf(always({ kind: 'month', date: 1 }), period)

  assert.equal(frame, { period, previous: period, trend: [period], compared: [period] })
  assert.is(insightBlocks(frame, sumsOf([], frame), all, 'EUR')[0]?.previous.net, 0n)
})

const anEntry = fc
  .record({
    kind: fc.constantFrom('expense' as const, 'income' as const, 'refund' as const, 'transfer' as const),
    currency: fc.constantFrom('EUR', 'EUR', 'USD', 'JPY'),
    amount: fc.bigInt({ min: 1n, max: 99_999n }),
    place: fc.constantFrom('none', 'food', 'bread', 'rent'),
    payee: fc.constantFrom('Asha', 'Mill Lane', ''),
    ago: fc.integer({ min: -20, max: 400 }),
  })
  .map(({ ago, place, ...more }) => {
    const categoryId = more.kind === 'income' ? 'pay' : place
    const filed = categoryId !== 'none' && more.kind !== 'transfer'
    return entry({ ...more, day: addDays(today, -ago), ...(filed && { categoryId }) })
  })
const entries = fc.array(anEntry, { maxLength: 40 })
const frames = fc.constantFrom<Frame>(
  monthly,
  frameOf(always({ kind: 'week', weekday: 1 }), periodAt(always({ kind: 'week', weekday: 1 }), today)),
  frameOfRange({ start: '2026-10-20' as Day, end: today }),
)

function law(name: string, holds: (some: readonly Transaction[], frame: Frame) => void) {
  laws(name, () => {
    fc.assert(fc.property(entries, frames, holds), { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) })
  })
}

law('categories and days each sum to the figures, and the trend ends with them', (some, frame) => {
  for (const block of insightBlocks(frame, sumsOf(some, frame), all, 'EUR')) {
    const { income, expense, net } = block
    const ofKind = (kind: string) => block.byCategory.filter((one) => one.kind === kind)

    assert.is(add(ofKind('expense').map(({ amount }) => amount)), expense)
    assert.is(add(ofKind('income').map(({ amount }) => amount)), income)
    assert.equal(
      [add(block.byDay.map((day) => day.income)), add(block.byDay.map((day) => day.expense))],
      [income, expense],
    )
    assert.equal(block.trend.at(-1), { ...frame.period, income, expense, net })
    for (const { amount, entries: lines, children } of block.byCategory.filter((one) => one.children.length > 0)) {
      assert.is(add(children.map((child) => child.amount)), amount)
      assert.is(
        children.reduce((sum, child) => sum + child.entries, 0),
        lines,
      )
    }
  }
})

law('shares of a kind sum to 100, and those of children to their parent’s', (some, frame) => {
  for (const { byCategory } of insightBlocks(frame, sumsOf(some, frame), all, 'EUR')) {
    for (const kind of ['expense', 'income']) {
      const shares = byCategory.filter((one) => one.kind === kind).flatMap(({ share }) => share ?? [])
      assert.ok(shares.length === 0 || shares.reduce((a, b) => a + b, 0) === 100)
    }
    for (const { share, children } of byCategory) {
      const parts = children.flatMap((child) => child.share ?? [])
      if (children.some(({ amount }) => amount > 0n))
        assert.is(
          parts.reduce((a, b) => a + b, 0),
          share ?? 0,
        )
    }
  }
})

law('no currency changes another’s block', (some, frame) => {
  const alone = some.filter(({ currency }) => currency.code === 'EUR')
  const [euros] = insightBlocks(frame, { ...sumsOf(alone, frame), ...firstOf(some) }, all, 'EUR')
  const [amongOthers] = insightBlocks(frame, sumsOf(some, frame), all, 'EUR')
  assert.equal(amongOthers, euros)
})

law('a transfer changes nothing', (some, frame) => {
  const others = some.filter(({ kind }) => kind !== 'transfer')
  assert.equal(blocks(some, frame), blocks(others, frame))
})

law('merging and moving categories change no total, and undoing brings all back', (some, frame) => {
  const figures = (categories: readonly NamedCategory[]) =>
    insightBlocks(frame, sumsOf(some, frame), categories, 'EUR').map(({ byCategory: _, ...block }) => block)
  const sums = (categories: readonly NamedCategory[]) =>
    insightBlocks(frame, sumsOf(some, frame), categories, 'EUR').map(({ byCategory }) =>
      add(byCategory.map(({ amount }) => amount)),
    )
  const merged = [food, category('bread', { mergedInto: rent.id }), rent, pay]
  const moved = [food, bread, below('rent', 'food'), pay]

  for (const after of [merged, moved]) {
    assert.equal(figures(after), figures(all))
    assert.equal(sums(after), sums(all))
  }
})

function blocks(some: readonly Transaction[], frame: Frame): readonly Block[] {
  return insightBlocks(frame, sumsOf(some, frame), all, 'EUR')
}

function only(some: readonly Transaction[]): Block {
  const [block] = blocks(some, monthly)
  if (!block) throw new Error('no block')
  return block
}

const add = (values: readonly bigint[]) => values.reduce((a, b) => a + b, 0n)

function entry(more: {
  kind?: Transaction['kind']
  day?: string
  amount?: bigint
  currency?: string
  categoryId?: string
  payee?: string
}): Transaction {
  const { kind = 'expense', day = today, amount = 1000n, currency: code = 'EUR', categoryId, payee } = more
  const currency = { code, digits: code === 'JPY' ? 0 : 2 }
  return {
    id: 'entry' as TransactionId,
    version: 1,
    kind,
    day: day as Day,
    amount: amount as Minor,
    currency,
    accountId: 'wallet' as AccountId,
    ...(kind === 'transfer' && { to: { accountId: 'bank' as AccountId, amount: amount as Minor, currency } }),
    ...(categoryId && { categoryId: categoryId as CategoryId }),
    ...(payee && { payee: { id: payee as PayeeId, name: payee } }),
    tags: [],
    splits: [],
  }
}

figuring.run()
laws.run()
