import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { book, entry, ids } from '../../tests/browser/desk.ts'
import { reasonsFor, sumOf } from './why.ts'

const why = suite('why a figure is what it is')

const refund = { ...entry, id: ids.home, kind: 'refund' as const, amount: '2.50' }
const wage = { ...entry, id: ids.salary, kind: 'income' as const, amount: '100.00' }
const yen = { ...entry, id: ids.tokyo, currency: 'JPY', amount: '900' }
const split = {
  ...entry,
  id: ids.pets,
  amount: '30.00',
  splits: [{ amount: '20.00', categoryId: ids.cakes }, { amount: '4.00', categoryId: ids.pets }, { amount: '6.00' }],
}
const all = [entry, refund, wage, yen, split]
const spent = {
  kind: 'why' as const,
  name: 'Spent',
  amount: '0.00',
  currency: 'EUR',
  kinds: ['expense', 'refund'] as const,
}

why('names entries of its kinds and its currency, and refunds as less', () => {
  const reasons = reasonsFor({ ...spent, filter: {} }, all, book)

  assert.equal(
    reasons.map(({ amount }) => amount),
    ['12.50', '-2.50', '30.00'],
  )
  assert.is(sumOf(reasons, '40.00'), '40.00')
})

why('of what is net has expenses as less', () => {
  const { kinds, ...net } = spent
  const reasons = reasonsFor({ ...net, filter: {} }, all, book)

  assert.equal(
    reasons.map(({ amount }) => amount),
    ['-12.50', '2.50', '100.00', '-30.00'],
  )
})

why('counts of a split entry the parts of the category, its children and what is read as one of these', () => {
  const parts = (category: string) =>
    reasonsFor({ ...spent, filter: { category } }, [split], book).map(({ amount }) => amount)

  assert.equal(parts(ids.food), ['20.00'])
  assert.equal(parts(ids.pets), ['4.00'])
  assert.equal(parts('none'), ['6.00'])
})

why.run()
