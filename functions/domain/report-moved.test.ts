import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { reportOf, type Told } from '../../scripts/samples/told-reports.ts'
import { fromStore } from './money.ts'
import { changeOf, hasUsual, isAsUsual } from './report-change.ts'
import { moved } from './report-moved.ts'
import { blocksToShow, budgetsIn, isEmpty, leading } from './report-parts.ts'

const march = { kind: 'monthly', on: '2026-03-15' } as const
const change = (now: number, then: number) => changeOf(fromStore(now), fromStore(then))
const each = (category: string, amount: bigint): Told[] =>
  ['2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02'].map((month) => ({
    day: `${month}-10`,
    amount,
    categories: [category],
  }))
const blockOf = (told: readonly Told[]) => {
  const [block] = reportOf(told, march).blocks
  if (!block) throw new Error('no block')
  return block
}

const comparing = suite('a change')

comparing('is told in per cent where that says something', () => {
  assert.equal(change(1_100, 1_000), { by: 100n, percent: 10 })
  assert.equal(change(995, 1_000), { by: -5n, percent: -1 })
  assert.equal(change(0, 1_000), { by: -1_000n, percent: -100 })
  assert.equal(change(1_000, 0), { by: 1_000n })
  assert.equal(change(-500, 1_000), { by: -1_500n })
  assert.equal(change(100, -1), { by: 101n })
  assert.equal(change(10_949, 1_000), { by: 9_949n, percent: 995 })
  assert.equal(change(11_000, 1_000), { by: 10_000n })
})

comparing('is none within two per cent of the usual', () => {
  const usual = each('food.groceries', 10_000n)
  const spending = (amount: bigint) =>
    blockOf([...usual, { day: '2026-03-02', amount, categories: ['food.groceries'] }])

  assert.ok(isAsUsual(spending(10_200n)) && isAsUsual(spending(9_800n)))
  assert.not(isAsUsual(spending(10_201n)) || isAsUsual(spending(9_799n)))
  assert.ok(hasUsual(spending(1n)))
  assert.not(hasUsual(blockOf([{ day: '2026-03-02', amount: 5n }])))
})

const moving = suite('what moved most')

moving('is by how far it is from its own usual, on the lower level where there is one', () => {
  const block = blockOf([
    ...each('food.groceries', 10_000n),
    ...each('food.snacks', 3_000n),
    ...each('home.rent', 80_000n),
    { day: '2026-03-02', amount: 12_000n, categories: ['food.groceries'] },
    { day: '2026-03-02', amount: 80_100n, categories: ['home.rent'] },
    { day: '2026-03-18', amount: 14_000n, categories: ['health.doctor'] },
  ])
  assert.equal(
    moved(block).map(({ part, within, by }) => [part.categoryId, within?.categoryId, by]),
    [
      ['health.doctor', 'health', 14_000n],
      ['food.snacks', 'food', -3_000n],
      ['food.groceries', 'food', 2_000n],
    ],
  )
})

moving('is nothing where nothing is usual yet', () => {
  assert.equal(moved(blockOf([{ day: '2026-03-02', amount: 12_000n, categories: ['food.groceries'] }])), [])
})

const parts = suite('the parts of a report')

parts('name the eight largest categories, and sum the others up', () => {
  const names = ['home', 'food', 'transport', 'shopping', 'health', 'family', 'leisure', 'money', 'giving', 'travel']
  const told = names.map((name, n) => ({ day: '2026-03-01', amount: BigInt(1_000 - n), categories: [name] }))
  const block = blockOf(told)
  const { named, others } = leading(block)
  const shares = [...named.map(({ share }) => share ?? 0), others?.share ?? 0]

  assert.is(named.length, 8)
  assert.is(others?.count, block.byCategory.length - 8)
  assert.is(
    named.reduce((sum, { amount }) => sum + amount, others?.amount ?? 0n),
    block.expense,
  )
  assert.is(
    shares.reduce((a, b) => a + b, 0),
    100,
  )
})

parts('leave out a currency in which nothing happened for long, never the ledger’s', () => {
  const { blocks } = reportOf([{ day: '2025-05-01', amount: 5n, currency: 'CHF' }], march)
  assert.equal(
    blocks.map(({ currency }) => currency.code),
    ['EUR', 'CHF'],
  )
  assert.equal(
    blocksToShow(blocks).map(({ currency }) => currency.code),
    ['EUR'],
  )
  assert.ok(isEmpty({ blocks }))
})

parts('put the limit first that is used up most', () => {
  const limits = [
    { category: 'food', amount: 1_000n },
    { category: 'home', amount: 0n },
    { category: 'health', amount: 50n },
    { amount: 10n, currency: 'CHF' },
  ]
  const told = [
    { day: '2026-03-01', amount: 600n, categories: ['food.groceries'] },
    { day: '2026-03-01', amount: 40n, categories: ['health.doctor'] },
    { day: '2026-03-01', amount: 1n, categories: ['home.rent'] },
  ]
  const { budgets } = reportOf(told, { ...march, limits })
  assert.equal(
    budgetsIn(budgets, 'EUR').map(({ category }) => category),
    ['Home', 'Health and care', 'Food'],
  )
})

for (const one of [comparing, moving, parts]) one.run()
