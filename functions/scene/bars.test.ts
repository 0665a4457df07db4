import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fromStore } from '../domain/money.ts'
import { bars } from './bars.ts'
import type { Shape } from './scene.ts'

const words = { sentence: 'Day by day.', axis: String }
const day = (label: string, amount: number) => ({ label, amount: fromStore(amount) })
const rects = (shapes: readonly Shape[]) => shapes.flatMap((shape) => (shape.kind === 'rect' ? [shape] : []))

const drawing = suite('drawing bars')

drawing('stands every bar on zero, with a height that is its amount', () => {
  const { shapes } = bars([day('Mon', 200), day('Tue', 0), day('Wed', 400)], 2, words)
  const zero = shapes.find(({ role }) => role === 'zero')?.y
  const [mon, tue, wed] = rects(shapes)

  for (const bar of rects(shapes)) assert.is(bar.y + bar.height, zero)
  assert.is((mon?.height ?? 0) * 2, wed?.height)
  assert.is(tue?.height, 0)
})

drawing('hangs a day of refunds below zero', () => {
  const { shapes } = bars([day('Mon', 200), day('Tue', -100)], 2, words)
  const zero = shapes.find(({ role }) => role === 'zero')?.y
  assert.is(rects(shapes)[1]?.y, zero)
})

drawing('has no row of labels where there are none', () => {
  assert.is(bars([day('Mon', 1)], 0, words).height - bars([day('', 1)], 0, words).height, 26)
})

drawing.run()
