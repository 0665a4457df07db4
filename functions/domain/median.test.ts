import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { median } from './median.ts'
import type { Minor } from './money.ts'
import { halfAway } from './rounding.ts'

const middle = suite('the median')
const of = (...values: bigint[]) => median(values as Minor[])

middle('is the one in the middle, whatever the order', () => {
  assert.is(of(900n, -5n, 30n), 30n)
  assert.is(of(7n), 7n)
})

middle('of an even count is the mean of the two, a half away from zero', () => {
  assert.is(of(10n, 1n, 4n, 900n), 7n)
  assert.is(of(1n, 2n), 2n)
  assert.is(of(-1n, -2n), -2n)
  assert.is(of(-1n, 2n), 1n)
})

middle('of nothing is zero', () => {
  assert.is(of(), 0n)
})

middle('compares as numbers, past what a float holds', () => {
  assert.is(of(9_007_199_254_740_993n, 9_007_199_254_740_992n, 9_007_199_254_740_994n), 9_007_199_254_740_993n)
})

middle('rounds the nearest way otherwise', () => {
  assert.is(halfAway(10n, 3n), 3n)
  assert.is(halfAway(11n, 3n), 4n)
  assert.is(halfAway(-11n, 3n), -4n)
  assert.is(halfAway(0n, 7n), 0n)
})

middle.run()
