import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { mergeFault, placeFault } from './category-place.ts'
import type { CategoryPlace } from './category-tree.ts'
import type { CategoryId } from './ids.ts'

const placing = suite('placing a category')
const merging = suite('merging a category')

const place = (name: string, more: { parentId?: string; mergedInto?: string; kind?: 'income' } = {}) =>
  ({ id: name as CategoryId, kind: 'expense', ...more }) as CategoryPlace

const food = place('food')
const bread = place('bread', { parentId: 'food' })
const home = place('home')
const wages = place('wages', { kind: 'income' })

placing('has two levels', () => {
  const below = place('rolls', { parentId: 'bread' })
  assert.equal(placeFault(below, undefined, [food, bread]), { kind: 'category-depth', pointer: '/parentId' })
  assert.is(placeFault(place('rolls', { parentId: 'food' }), undefined, [food, bread]), undefined)
})

placing('keeps a parent on the upper level, for the sake of children that are aliases now too', () => {
  const moved = place('food', { parentId: 'home' })
  const depth = { kind: 'category-depth', pointer: '/parentId' }

  assert.equal(placeFault(moved, food, [bread, home]), depth)
  assert.equal(placeFault(moved, food, [place('bread', { parentId: 'food', mergedInto: 'home' }), home]), depth)
  assert.equal(
    placeFault(moved, food, [place('eating', { mergedInto: 'food' }), place('lunch', { parentId: 'eating' }), home]),
    depth,
  )
  assert.is(placeFault(moved, food, [home]), undefined)
})

placing('needs a parent of its own kind that is no alias and not itself', () => {
  const under = (parentId: string) => place('bread', { parentId })
  const alias = place('eating', { mergedInto: 'food' })

  assert.is(placeFault(under('nowhere'), undefined, [food])?.kind, 'unknown-parent')
  assert.is(placeFault(under('bread'), undefined, [food])?.kind, 'category-depth')
  assert.is(placeFault(under('wages'), undefined, [wages])?.kind, 'category-kind')
  assert.is(placeFault(under('eating'), undefined, [alias, food])?.kind, 'category-merged')
})

placing('leaves a category whose parent became an alias where it is', () => {
  const lunch = place('lunch', { parentId: 'eating' })
  assert.is(placeFault(lunch, lunch, [place('eating', { mergedInto: 'food' }), food]), undefined)
})

placing('does not move or turn an alias', () => {
  const alias = place('eating', { mergedInto: 'food' })

  assert.is(placeFault({ ...alias, parentId: home.id }, alias, [food, home])?.kind, 'category-merged')
  assert.is(placeFault({ ...alias, kind: 'income' }, alias, [food])?.kind, 'category-merged')
  assert.is(placeFault(alias, alias, [food]), undefined)
})

placing('turns neither a parent nor what others are read as', () => {
  const turned = place('food', { kind: 'income' })

  assert.is(placeFault(turned, food, [bread])?.kind, 'kind-fixed')
  assert.is(placeFault(turned, food, [place('eating', { mergedInto: 'food' })])?.kind, 'kind-fixed')
  assert.is(placeFault(turned, food, [home]), undefined)
  assert.is(placeFault({ ...bread, kind: 'income' }, bread, [food])?.kind, 'category-kind')
})

merging('stays within a kind', () => {
  assert.equal(mergeFault(home, wages, [wages, food]), { kind: 'category-kind', pointer: '/into' })
})

merging('does not push children to a third level', () => {
  assert.equal(mergeFault(food, bread, [bread, home]), { kind: 'category-depth', pointer: '/into' })
  assert.is(mergeFault(food, home, [bread, home]), undefined)
  assert.is(mergeFault(bread, food, [food]), undefined)
  assert.is(mergeFault(home, bread, [food, bread]), undefined)
})

placing.run()
merging.run()
