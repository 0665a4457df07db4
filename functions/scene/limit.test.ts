import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fromStore } from '../domain/money.ts'
import { limitBar, limitRuler, standing } from './limit.ts'
import type { Shape } from './scene.ts'

const figures = (amount: number, spent: number, pace: number) => ({
  amount: fromStore(amount),
  spent: fromStore(spent),
  pace: fromStore(pace),
})
const rects = (shapes: readonly Shape[]) =>
  shapes.flatMap((shape) => (shape.kind === 'rect' ? [[shape.role, shape.x, shape.width]] : []))

const limits = suite('a limit')

limits('is near past 80 % and ahead of pace, and over beyond its amount', () => {
  assert.is(standing(figures(100, 80, 10)), 'fine')
  assert.is(standing(figures(100, 81, 80)), 'near')
  assert.is(standing(figures(100, 81, 81)), 'fine')
  assert.is(standing(figures(100, 100, 99)), 'near')
  assert.is(standing(figures(100, 101, 100)), 'over')
})

limits('is a track with what is spent in it and a tick for the pace', () => {
  const { shapes } = limitBar(figures(200, 50, 100))

  assert.equal(rects(shapes), [
    ['track', 0, 100],
    ['expense', 0, 25],
  ])
  assert.equal(
    shapes.filter((shape) => shape.role === 'pace').map(({ x }) => x),
    [50],
  )
})

limits('shrinks past its end, where a hard line marks it', () => {
  const { shapes } = limitBar(figures(300, 400, 200))

  assert.equal(rects(shapes), [
    ['track', 0, 75],
    ['expense', 0, 75],
    ['over', 75, 25],
  ])
  assert.is(shapes.find((shape) => shape.role === 'zero')?.x, 75)
})

limits('of nothing, with nothing spent, is an empty track', () => {
  assert.ok(limitBar(figures(0, 0, 0)).shapes.every(({ x }) => x === 0))
})

limits('shows refunds beyond the spending as nothing spent', () => {
  assert.equal(rects(limitBar(figures(100, -50, 40)).shapes)[1], ['expense', 0, 0])
})

limits('is a ruler with round figures, none of which touches its own', () => {
  const words = { sentence: 's', pace: 'Pace', axis: String, limit: 'the limit' }
  const texts = (amount: number) =>
    limitRuler(figures(amount, 0, 0), 2, words).shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))

  assert.equal(texts(260_000), ['0', '500', '1000', '1500', '2000', 'the limit', 'Pace'])
  assert.equal(texts(200_000), ['0', '500', '1000', '1500', 'the limit', 'Pace'])
})

limits.run()
