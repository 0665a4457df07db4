import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ids } from '../tests/browser/desk.ts'
import { block } from '../tests/browser/figures.ts'
import { figuresOf, pairsOf } from './compare.ts'
import { settle } from './locale.ts'

const compare = suite('two periods')
compare.before.each(() => settle('en-IE'))

const [home, food, salary] = block.byCategory
const before = {
  ...block,
  income: '2940.00',
  expense: '2561.10',
  net: '378.90',
  byCategory: [
    { ...(food ?? block.byCategory[0]), amount: '200.00' } as NonNullable<typeof food>,
    { ...(home as NonNullable<typeof home>), categoryId: ids.pets, name: 'Pets', amount: '15.00' },
    { ...(salary as NonNullable<typeof salary>), amount: '2940.00' },
  ],
}

compare('are told apart category by category, what changed most first, and expenses before income', () => {
  const pairs = pairsOf(block, before)

  assert.equal(
    pairs.map(({ name, first, second, change }) => [name, first, second, change]),
    [
      ['Home', '1921.34', '0.00', '1921.34'],
      ['Food', '166.30', '200.00', '-33.70'],
      ['Pets', '0.00', '15.00', '-15.00'],
      ['Salary', '3360.00', '2940.00', '420.00'],
    ],
  )
})

compare('leave out what neither of them has', () => {
  const nothing = { ...before, byCategory: before.byCategory.map((one) => ({ ...one, amount: '0.00' })) }

  assert.equal(
    pairsOf({ ...block, byCategory: [] }, nothing).map(({ name }) => name),
    [],
  )
})

compare('end in expense, income and net with what they have changed by', () => {
  assert.equal(figuresOf(block, before), [
    ['Expense', '2087.64', '2561.10', '-473.46'],
    ['Income', '3360.00', '2940.00', '420.00'],
    ['Net', '1272.36', '378.90', '893.46'],
  ])
})

compare.run()
