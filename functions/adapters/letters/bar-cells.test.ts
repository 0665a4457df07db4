import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fromStore } from '../../domain/money.ts'
import { limitBar } from '../../scene/limit.ts'
import { barCells } from './bar-cells.ts'

const cells = (amount: number, spent: number, pace: number) =>
  barCells(limitBar({ amount: fromStore(amount), spent: fromStore(spent), pace: fromStore(pace) }))
const roles = (...figures: Parameters<typeof cells>) => cells(...figures).map(({ role }) => role)

const bar = suite('a bar of cells')

bar('is what is spent, what is left, and the pace between or within', () => {
  assert.equal(roles(100, 40, 70), ['expense', 'track', 'pace', 'track'])
  assert.equal(roles(100, 70, 40), ['expense', 'pace', 'expense', 'track'])
  assert.equal(roles(100, 90, 50), ['warn', 'pace', 'warn', 'track'])
  assert.equal(roles(100, 0, 100), ['track', 'pace'])
})

bar('ends its limit with a hard line where more was spent', () => {
  assert.equal(roles(100, 200, 50), ['expense', 'pace', 'expense', 'zero', 'over'])
})

bar('is whole, whatever the figures', () => {
  const amount = fc.integer({ min: 0, max: 10_000 })
  const holds = (limit: number, spent: number, pace: number) => {
    const total = cells(limit, spent, Math.min(pace, limit)).reduce((sum, { width }) => sum + width, 0)
    assert.ok(limit + spent === 0 || Math.abs(total - 100) < 0.5, `${total}`)
  }
  fc.assert(fc.property(amount, amount, amount, holds), { seed: Number(process.env.SEED ?? Date.now()) })
})

bar.run()
