import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { dayAt, layOut, slotsIn, topOf } from './layout.ts'

const sizes = { row: 44, head: 52 }
const day = (entries: number) => ({ day: '2026-11-20', entries })

const laying = suite('the layout of a long list')

laying('gives each day its heading and its entries', () => {
  const layout = layOut([day(2), day(1)], sizes)

  assert.equal(layout.tops, [0, 140, 236])
  assert.is(topOf(layout, sizes, 1, 0), 192)
  assert.equal(
    [0, 139, 140, 999].map((y) => dayAt(layout.tops, y)),
    [0, 0, 1, 1],
  )
  const { slots, above, below } = slotsIn(layout, { ...sizes, from: 60, to: 150 })
  assert.equal(
    slots.map(({ day, place, index }) => [day, place, index]),
    [
      [0, 0, 2],
      [0, 1, 3],
      [1, -1, 4],
    ],
  )
  assert.equal([above, below], [52, 44])
})

laying('stands empty', () => {
  assert.equal(slotsIn(layOut([], sizes), { ...sizes, from: 0, to: 900 }), { slots: [], above: 0, below: 0 })
})

laying('draws all that is in sight and nothing far from it, and keeps the whole as high as it is', () => {
  const runs = { numRuns: 200, seed: Number(process.env.SEED ?? Date.now()) }
  const lists = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 300 })
  fc.assert(
    fc.property(lists, fc.double({ min: 0, max: 1, noNaN: true }), (counts, part) => {
      const days = counts.map(day)
      const layout = layOut(days, sizes)
      const height = layout.tops.at(-1) ?? 0
      const from = Math.floor(part * height)
      const view = { ...sizes, from, to: from + 900 }
      const { slots, above, below } = slotsIn(layout, view)
      const drawn = slots.map(({ place }) => (place < 0 ? sizes.head : sizes.row)).reduce((sum, one) => sum + one, 0)

      assert.is(above + drawn + below, height)
      if (from < height) assert.ok(above <= from && above + drawn >= Math.min(view.to, height))
      assert.ok(slots.length <= 900 / sizes.row + 3)
      for (const [n, slot] of slots.entries()) assert.is(slot.index, (slots[0]?.index ?? 0) + n)
    }),
    runs,
  )
})

laying.run()
