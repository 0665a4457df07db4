import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fromStore } from '../domain/money.ts'
import { ring } from './ring.ts'
import { type PartRole, type Shape, wedgePath } from './scene.ts'

const part = (role: PartRole, amount: number, ...parts: number[]) => ({
  role,
  amount: fromStore(amount),
  parts: parts.map(fromStore),
})
const wedges = (shapes: readonly Shape[]) => shapes.flatMap((shape) => (shape.kind === 'wedge' ? [shape] : []))
const turns = ({ from, to }: { from: number; to: number }) => Math.round((to - from) * 20) / 20

const rings = suite('a ring')

rings('gives each part its share of a turn, and its own parts theirs of that', () => {
  const { shapes } = ring([part('c1', 60, 45, 15), part('c2', 40)], { sentence: 's' })
  const [first, one, two, second, whole] = wedges(shapes)

  assert.equal(
    [first, one, two, second, whole].map((piece) => piece && turns(piece)),
    [0.6, 0.45, 0.15, 0.4, 0.4],
  )
  assert.ok((first?.to ?? 0) < (second?.from ?? 0))
  assert.ok((one?.inner ?? 0) > (first?.outer ?? 0))
})

rings('draws no piece of what is not more than nothing', () => {
  const { shapes } = ring([part('c1', 100, 120, -20), part('c2', 0), part('c3', -5)], { sentence: 's' })
  assert.equal(
    wedges(shapes).map(({ role, from, to }) => [role, turns({ from, to })]),
    [
      ['c1', 1],
      ['c1', 1],
    ],
  )
  assert.equal(ring([part('c1', -5)], { sentence: '' }).shapes, [])
})

rings('closes a whole turn', () => {
  const path = wedgePath({ inner: 5, outer: 10, from: 0, to: 1 })
  assert.is(path, 'M0 -10A10 10 0 0 1 0 10A10 10 0 0 1 0 -10L0 -5A5 5 0 0 0 0 5A5 5 0 0 0 0 -5Z')
})

rings('goes clockwise from noon', () => {
  assert.is(wedgePath({ inner: 0, outer: 10, from: 0, to: 0.25 }), 'M0 -10A10 10 0 0 1 10 0L0 0A0 0 0 0 0 0 0Z')
})

rings.run()
