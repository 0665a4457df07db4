import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { crossed, thresholds } from './alert.ts'
import { fromStore } from './money.ts'

const runs = { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) }
const hundred = fromStore(100_00)

const crossing = suite('crossing a limit')

crossing('is told at 80 and at 100 per cent, once the sum is there', () => {
  assert.equal(crossed(hundred, 0n, 79_99n), [])
  assert.equal(crossed(hundred, 79_99n, 80_00n), [80])
  assert.equal(crossed(hundred, 80_00n, 99_99n), [])
  assert.equal(crossed(hundred, 99_99n, 100_00n), [100])
})

crossing('may reach both at once', () => {
  assert.equal(crossed(hundred, 0n, 500_00n), [80, 100])
})

crossing('is nothing that happens on the way down', () => {
  assert.equal(crossed(hundred, 100_00n, 85_00n), [])
  assert.equal(crossed(hundred, 85_00n, 0n), [])
  assert.equal(crossed(hundred, -20_00n, 0n), [])
})

crossing('of a limit of nothing takes the first unit spent', () => {
  assert.equal(crossed(fromStore(0), 0n, 0n), [])
  assert.equal(crossed(fromStore(0), 0n, 1n), [80, 100])
  assert.equal(crossed(fromStore(0), 1n, 2n), [])
})

crossing('rounds nothing: a unit short of the part is short', () => {
  assert.equal(crossed(fromStore(1), 0n, 1n), [80, 100])
  assert.equal(crossed(fromStore(3), 0n, 2n), [])
  assert.equal(crossed(fromStore(3), 2n, 3n), [80, 100])
})

const law9 = suite('law 9: an alert comes when the running total first crosses')

law9('whatever the order of the moves', () => {
  // small figures, so that the total often meets the part of the limit exactly
  const moves = fc.array(fc.bigInt({ min: -5n, max: 6n }), { maxLength: 30 })

  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 15n }), moves, (limit, amounts) => {
      const totals = amounts.map((_, n) => amounts.slice(0, n + 1).reduce((a, b) => a + b, 0n))
      const told = new Map<number, number>()
      for (const [n, after] of totals.entries()) {
        for (const threshold of crossed(fromStore(limit), totals[n - 1] ?? 0n, after)) {
          if (!told.has(threshold)) told.set(threshold, n)
        }
      }

      for (const threshold of thresholds) {
        const first = totals.findIndex((total) => total > 0n && total * 100n >= limit * BigInt(threshold))
        assert.is(told.get(threshold) ?? -1, first)
      }
    }),
    runs,
  )
})

crossing.run()
law9.run()
