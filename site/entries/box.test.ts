import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { filterOfBox } from './box.ts'

const box = suite('the box for searching')
const read = (typed: string, before = '', filter = {}) => filterOfBox(typed, before, filter, 'EUR')

box('reads words, tags and amounts', () => {
  assert.equal(read('green tea #team'), { text: 'green tea', tag: 'team' })
  assert.equal(read('12,50'), { min: '12.50', max: '12.50' })
  assert.equal(read('>100 <=200'), { min: '100.00', max: '200.00' })
  assert.equal(read(`#${'🍵'.repeat(41)}`), { tag: '🍵'.repeat(40) })
  assert.equal(read('tea > 5'), { text: 'tea >', min: '5.00', max: '5.00' })
})

box('takes back only what it has set itself', () => {
  const filter = { text: 'tea', tag: 'team', category: 'food' }

  assert.equal(read('te', 'tea', filter), { text: 'te', tag: 'team', category: 'food' })
  assert.equal(read('', 'tea #team', filter), { category: 'food' })
  assert.equal(read('', 'tea #other', filter), { tag: 'team', category: 'food' })
})

box.run()
