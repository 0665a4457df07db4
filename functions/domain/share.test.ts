import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fromStore, sum } from './money.ts'
import { percentages, ratio, share } from './share.ts'

const runs = { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) }
const minor = (value: bigint) => fromStore(value)
const weights = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 15n }), { minLength: 1, maxLength: 50 })
  .filter((list) => list.some((weight) => weight > 0n))

const sharing = suite('sharing an amount')

sharing('gives what is left to the largest remainders, first come first', () => {
  assert.equal(share(minor(100n), [1n, 1n, 1n]), [34n, 33n, 33n])
  assert.equal(share(minor(101n), [3n, 3n, 4n]), [30n, 30n, 41n])
  assert.equal(share(minor(-100n), [1n, 1n, 1n]), [-34n, -33n, -33n])
  assert.equal(share(minor(5n), [0n, 1n]), [0n, 5n])
})

sharing('always sums to the whole, and none is a unit or more from its exact part', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), weights, (total, weights) => {
      const parts = share(minor(total), weights)

      assert.is(sum(parts), total)
      const whole = weights.reduce((a, b) => a + b)
      parts.forEach((part, place) => {
        const off = part * whole - total * (weights[place] ?? 0n)
        assert.ok(-whole < off && off < whole)
      })
    }),
    runs,
  )
})

sharing('throws without a weight, or with one below zero', () => {
  for (const weights of [[], [0n], [2n, -1n]]) assert.throws(() => share(minor(1n), weights), /Weights/)
})

const picturing = suite('picturing amounts')

picturing('as per cents that sum to 100', () => {
  assert.equal(percentages([minor(1n), minor(1n), minor(1n)]), [34, 33, 33])
  assert.equal(percentages([minor(995n), minor(5n)]), [100, 0])
  assert.equal(percentages([minor(-50n), minor(50n)]), [0, 100])
  assert.equal(percentages([minor(0n), minor(-1n)]), [0, 0])
  fc.assert(
    fc.property(weights, (parts) => {
      assert.is(
        percentages(parts.map(minor)).reduce((a, b) => a + b),
        100,
      )
    }),
    runs,
  )
})

picturing('as a ratio, which of nothing is nothing', () => {
  assert.is(ratio(minor(1n), minor(4n)), 0.25)
  assert.is(ratio(minor(7n), minor(0n)), 0)
})

sharing.run()
picturing.run()
