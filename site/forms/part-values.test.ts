import * as fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ids } from '../../tests/browser/desk.ts'
import { settle } from '../locale.ts'
import { leftOf, partsIn, partValues, readParts, withoutPart, withPart } from './part-values.ts'

const parts = suite('the parts of a split entry')
parts.before.each(() => settle('en-IE'))

const whole = { amount: '30.00', categoryId: ids.food }

parts('begin as two, the first of which takes all', () => {
  const split = withPart(whole, 'EUR')

  assert.equal(partsIn(split), ['0', '1'])
  assert.is(split['part-0-amount'], '30.00')
  assert.is(split['part-0-categoryId'], ids.food)
  assert.is(leftOf(split, 'EUR'), '0.00')
})

parts('get what is left when there is one more', () => {
  const split = withPart({ ...withPart(whole, 'EUR'), 'part-0-amount': '12,50', 'part-1-amount': '7.25' }, 'EUR')

  assert.equal(partsIn(split), ['0', '1', '2'])
  assert.is(split['part-2-amount'], '10.25')
})

parts('end with the second last, whose category the entry has', () => {
  const split = { ...withPart(whole, 'EUR'), 'part-1-categoryId': ids.pets }

  assert.equal(partsIn(withoutPart(split, '0')), [])
  assert.is(withoutPart(split, '0').categoryId, ids.pets)
})

parts('that are dropped leave nothing to one that is made later', () => {
  const three = withPart({ ...withPart(whole, 'EUR'), 'part-0-note': 'bread' }, 'EUR')
  const typed = { ...three, 'part-2-categoryId': ids.pets, 'part-2-note': 'for the cat' }
  const again = withPart(withoutPart(typed, '2'), 'EUR')
  const none = withPart(withoutPart(withoutPart(typed, '2'), '1'), 'EUR')

  assert.equal(
    [again['part-2-categoryId'], again['part-2-note'], again['part-0-note']],
    [undefined, undefined, 'bread'],
  )
  assert.equal([none['part-0-note'], none['part-1-categoryId']], [undefined, undefined])
})

parts('are refused where they do not add up, and where one is no amount', () => {
  const split = withPart(whole, 'EUR')

  assert.ok(readParts({ ...split, 'part-1-amount': '1' }, 'EUR').faults.parts)
  assert.ok(readParts({ ...split, 'part-1-amount': 'x' }, 'EUR').faults['part-1-amount'])
  assert.is(leftOf({ ...split, 'part-1-amount': 'x' }, 'EUR'), undefined)
})

parts('come out of the form as they went in', () => {
  const amount = fc.integer({ min: 1, max: 9_999_999 }).map((minor) => (minor / 100).toFixed(2))
  const one = fc.record(
    { amount, categoryId: fc.constantFrom(ids.food, ids.pets), note: fc.constantFrom('a', 'b c') },
    { noNullPrototype: true },
  )
  fc.assert(
    fc.property(fc.array(one, { minLength: 2, maxLength: 6 }), (splits) => {
      const total = splits.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0)
      const read = readParts({ amount: (total / 100).toFixed(2), ...partValues(splits) }, 'EUR')
      assert.equal(read, { splits, faults: {} })
    }),
  )
})

parts.run()
