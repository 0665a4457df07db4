import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { stepsOver } from './scale.ts'

const scaling = suite('the steps of an axis')

scaling('are round and reach beyond both ends', () => {
  assert.equal(stepsOver(0, 3598), [0, 1000, 2000, 3000, 4000])
  assert.equal(stepsOver(-481, 3580), [-1000, 0, 1000, 2000, 3000, 4000])
  assert.equal(stepsOver(0, 1), [0, 0.2, 0.4, 0.6000000000000001, 0.8, 1])
})

scaling('always hold zero and the range, and are few', () => {
  const runs = { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) }
  const amounts = fc.integer({ min: 0, max: 10 ** 12 })
  fc.assert(
    fc.property(amounts, amounts, (below, above) => {
      const steps = stepsOver(-below, above)

      assert.ok(steps.includes(0) || steps.includes(-0))
      assert.ok((steps[0] ?? 1) <= -below && (steps.at(-1) ?? -1) >= above)
      assert.ok(steps.length >= 2 && steps.length <= 8)
    }),
    runs,
  )
})

scaling.run()
