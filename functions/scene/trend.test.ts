import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fromStore } from '../domain/money.ts'
import type { Shape } from './scene.ts'
import { trend } from './trend.ts'

const words = { sentence: 'How it went.', axis: String, amount: (value: bigint) => `exactly ${value}` }
const period = (label: string, income: number, expense: number) => ({
  label,
  income: fromStore(income),
  expense: fromStore(expense),
  net: fromStore(income - expense),
})
const textsOf = (shapes: readonly Shape[]) => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))

const drawing = suite('drawing the trend')

drawing('stands every bar on zero, with a height that is its amount', () => {
  const { shapes } = trend([period('Oct', 40_000, 20_000), period('Nov', 20_000, 10_000)], 2, words)
  const bars = shapes.flatMap((shape) => (shape.kind === 'rect' ? [shape] : []))
  const zero = shapes.find((shape) => shape.role === 'zero')?.y ?? Number.NaN

  assert.equal(
    bars.map(({ role }) => role),
    ['income', 'expense', 'income', 'expense'],
  )
  for (const bar of bars) assert.is(bar.y + bar.height, zero)
  assert.equal(
    bars.map(({ height }) => height * 4),
    [1, 0.5, 0.5, 0.25].map((part) => part * 4 * (bars[0]?.height ?? 0)),
  )
})

drawing('joins what remained from period to period', () => {
  const { shapes } = trend([period('a', 3, 1), period('b', 3, 2), period('c', 3, 3)], 0, words)
  const dots = shapes.filter((shape) => shape.kind === 'dot')
  const lines = shapes.flatMap((shape) => (shape.kind === 'line' && shape.role === 'net' ? [shape] : []))

  assert.is(dots.length, 3)
  assert.equal(
    lines.map(({ x, y }) => ({ x, y })),
    dots.slice(0, 2).map(({ x, y }) => ({ x, y })),
  )
  assert.equal(
    lines.map(({ x2, y2 }) => ({ x: x2, y: y2 })),
    dots.slice(1).map(({ x, y }) => ({ x, y })),
  )
})

drawing('says of a single period below zero by how much, and of several nothing', () => {
  const one = trend([period('a', 5, 9), period('b', 9, 5)], 0, words)
  const two = trend([period('a', 5, 9), period('b', 5, 9)], 0, words)

  assert.ok(textsOf(one.shapes).includes('exactly -4'))
  assert.not.ok(textsOf(two.shapes).some((text) => text.startsWith('exactly')))
})

drawing('lets every second label go where there is little room, never the last', () => {
  const { shapes } = trend([period('a', 1, 1), period('b', 1, 1), period('c', 1, 1)], 0, words)
  const roles = shapes.flatMap((shape) => (shape.kind === 'text' ? [[shape.text, shape.role]] : []))

  assert.equal(roles, [
    ['a', 'label'],
    ['b', 'spare'],
    ['c', 'strong'],
  ])
})

drawing('has an axis even where nothing was entered', () => {
  const { axis, shapes } = trend([period('a', 0, 0)], 2, words)

  assert.ok(axis.length >= 2)
  assert.ok(shapes.every((shape) => Number.isFinite(shape.y) && Number.isFinite(shape.x)))
})

drawing('about the last period has the others lighter, and a line at what is usual instead of what remained', () => {
  const periods = [period('a', 3, 2), period('b', 3, 4)]
  const { shapes } = trend(periods, 0, words, { usual: fromStore(2), isAboutLast: true })
  const usual = shapes.find((shape) => shape.role === 'usual')
  const before = shapes.find((shape) => shape.role === 'before')

  assert.is(shapes.filter(({ role }) => role === 'expense').length, 1)
  assert.not.ok(shapes.some(({ role }) => role === 'net'))
  assert.is(usual?.y, before?.y)
})

drawing('makes room for a usual spending above all bars, and none for labels that are not there', () => {
  const { shapes, height } = trend([period('', 3, 2)], 0, words, { usual: fromStore(900), isAboutLast: true })

  assert.ok((shapes.find(({ role }) => role === 'usual')?.y ?? -1) >= 0)
  assert.equal(textsOf(shapes), [])
  assert.is(trend([period('a', 3, 2)], 0, words).height - height, 26)
})

drawing.run()
