import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fromStore } from '../domain/money.ts'
import { daysChart, sumsOf } from './days.ts'
import type { Shape } from './scene.ts'

const words = { sentence: 'So far.', axis: String, limit: 'Limit' }
const day = (spent: number | undefined, label = '', isToday = false) => ({
  label,
  spent: spent === undefined ? undefined : fromStore(spent),
  isToday,
})
const rects = (shapes: readonly Shape[], role: string) =>
  shapes.flatMap((shape) => (shape.kind === 'rect' && shape.role === role ? [shape] : []))

const drawing = suite('drawing day by day')

drawing('puts what was spent on a day on top of what was spent before it', () => {
  const { shapes } = daysChart([day(40), day(10), day(0), day(undefined)], undefined, 0, words)
  const [own, before] = [rects(shapes, 'expense'), rects(shapes, 'before')]

  assert.is(own.length, 3)
  for (const [place, bar] of own.entries()) assert.is(Math.round(bar.y + bar.height), Math.round(before[place]?.y ?? 0))
  assert.is(before[1]?.height, own[0]?.height)
  assert.is(own[2]?.height, 0)
})

drawing('lets a day of refunds take away from the top', () => {
  const { shapes } = daysChart([day(40), day(-10)], undefined, 0, words)
  const [back] = rects(shapes, 'income')

  assert.is(back?.y, rects(shapes, 'expense')[0]?.y)
  assert.equal(sumsOf([day(40), day(-10)]), [
    { before: 0n, after: 40n },
    { before: 40n, after: 30n },
  ])
})

drawing('goes below nothing where more has come back than went out, and up again', () => {
  const { shapes, axis } = daysChart([day(10), day(-40), day(-5), day(20), day(30)], undefined, 0, words)
  const zero = axis.find(({ text }) => text === '0')?.y ?? 0
  const before = rects(shapes, 'before')
  const bars = [...before, ...rects(shapes, 'income'), ...rects(shapes, 'expense')]

  assert.ok(bars.every(({ height }) => height >= 0))
  // below nothing it hangs from there; a day that crosses it has nothing of before
  assert.equal(
    before.map(({ y, height }) => [y === zero, height > 0]),
    [
      [true, false],
      [true, false],
      [true, true],
      [true, true],
      [true, false],
    ],
  )
})

drawing('leads the even pace from nothing to the limit, and writes nothing over its figure', () => {
  const { shapes, axis } = daysChart([day(10), day(undefined)], fromStore(100), 0, words)
  const pace = shapes.find((shape) => shape.kind === 'line' && shape.role === 'pace')
  const zero = axis.find(({ text }) => text === '0')?.y

  assert.ok(pace?.kind === 'line' && pace.y === zero && pace.y2 < pace.y)
  assert.not.ok(axis.some(({ text }) => text === '100'))
  assert.ok(shapes.some((shape) => shape.kind === 'text' && shape.text === 'Limit'))
})

drawing('stands where nothing was spent, and where all lies in the future', () => {
  for (const days of [[day(0)], [day(undefined), day(undefined)]]) {
    const { shapes } = daysChart(days, undefined, 2, words)
    assert.ok(shapes.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)))
  }
})

drawing.run()
