import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { categoryColours } from './category-colour.ts'
import type { CategoryKind } from './transaction.ts'

const preset = (n: number) => `${n}0000000-0000-5000-8000-000000000000`
const own = (n: number) => `0190000${n}-0000-7000-8000-000000000000`
const upper = (id: string, kind: CategoryKind = 'expense') => ({ id, kind })

const colouring = suite('colouring categories')

colouring('gives presets the first colours, then goes by the order of making', () => {
  const some = [upper(own(2)), upper(preset(2)), upper(own(1)), upper(preset(1))]
  assert.equal(categoryColours(some), { [preset(1)]: 1, [preset(2)]: 2, [own(1)]: 3, [own(2)]: 4 })
})

colouring('moves no colour when a category is added, and begins anew after the tenth', () => {
  const ten = Array.from({ length: 10 }, (_, n) => upper(own(n)))
  const before = categoryColours(ten.slice(0, 9))
  const after = categoryColours([upper('01910000-0000-7000-8000-000000000000'), ...ten])

  for (const [id, colour] of Object.entries(before)) assert.is(after[id], colour)
  assert.is(after['01910000-0000-7000-8000-000000000000'], 1)
})

colouring('counts income apart, and leaves children to their parents', () => {
  const child = { ...upper(own(3)), parentId: own(1) }
  assert.equal(categoryColours([upper(own(1)), upper(own(2), 'income'), child]), { [own(1)]: 1, [own(2)]: 1 })
})

colouring.run()
