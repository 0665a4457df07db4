import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type CategoryPlace, categoryTree } from './category-tree.ts'
import type { CategoryId } from './ids.ts'

const reading = suite('reading categories')
const id = (text: string) => text as CategoryId
const place = (name: string, more: { parentId?: string; mergedInto?: string } = {}) =>
  ({ id: id(name), kind: 'expense', ...more }) as CategoryPlace

const tree = categoryTree([
  place('food'),
  place('bread', { parentId: 'food' }),
  place('bakery', { parentId: 'food', mergedInto: 'bread' }),
  place('eating', { mergedInto: 'food' }),
  place('lunch', { parentId: 'eating' }),
  place('home'),
])

reading('takes an alias for what it was merged into', () => {
  assert.is(tree.read('bakery')?.id, 'bread')
  assert.is(tree.read('food')?.id, 'food')
  assert.is(tree.read('somebody-elses'), undefined)
})

reading('finds the upper level, through aliases too', () => {
  const lunch = tree.read('lunch')
  assert.is(lunch && tree.parent(lunch)?.id, 'food')
  const home = tree.read('home')
  assert.is(home && tree.parent(home), undefined)
})

reading('counts children and all aliases as family', () => {
  assert.equal(tree.family('food').toSorted(), ['bakery', 'bread', 'eating', 'food', 'lunch'])
  assert.equal(tree.family('bread'), ['bread', 'bakery'])
  assert.equal(tree.family('home'), ['home'])
  assert.equal(tree.family('somebody-elses'), [])
})

reading('gives an alias the family of what it is read as', () => {
  assert.equal(tree.family('eating'), tree.family('food'))
})

reading.run()
