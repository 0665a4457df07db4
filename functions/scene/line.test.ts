import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fromStore } from '../domain/money.ts'
import { lineChart } from './line.ts'

const words = { sentence: 'Over time.', axis: String }
const points = (...amounts: number[]) => amounts.map((amount, n) => ({ label: `p${n}`, amount: fromStore(amount) }))

const drawing = suite('drawing an amount over time')

drawing('joins its points from one end to the other', () => {
  const { shapes } = lineChart(points(10, 30, 20), 0, words)
  const lines = shapes.flatMap((shape) => (shape.kind === 'line' && shape.role === 'net' ? [shape] : []))

  assert.equal(
    lines.map(({ x, x2 }) => [x, x2]),
    [
      [0, 50],
      [50, 100],
    ],
  )
  assert.ok((lines[0]?.y ?? 0) > (lines[0]?.y2 ?? 0), 'more is higher')
})

drawing('begins its axis above zero only where all amounts are far from it', () => {
  assert.is(lineChart(points(14_210, 20_709), 0, words).floor, 14_000)
  assert.is(lineChart(points(100, 900), 0, words).floor, 0)
  assert.ok(lineChart(points(-100, 900), 0, words).floor <= -100)
})

drawing('stands with one point, with equal ones and with nothing', () => {
  for (const some of [points(5), points(7, 7, 7), points(0, 0)]) {
    const { shapes, axis } = lineChart(some, 2, words)
    assert.ok(shapes.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)))
    assert.ok(axis.length >= 2)
  }
})

drawing('names every third point, the last one strongly', () => {
  const { shapes } = lineChart(points(1, 2, 3, 4, 5, 6, 7), 0, words)
  const labels = shapes.flatMap((shape) => (shape.kind === 'text' ? [[shape.text, shape.role]] : []))

  assert.equal(labels, [
    ['p0', 'label'],
    ['p3', 'spare'],
    ['p6', 'strong'],
  ])
})

drawing.run()
