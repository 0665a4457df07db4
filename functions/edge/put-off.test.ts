import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { longestPutOffMs, mostTries, waitAfter } from './put-off.ts'

const putting = suite('putting a mail off')

putting('waits longer each time, up to an hour, and comes to a week', () => {
  const waits = Array.from({ length: mostTries - 1 }, (_, n) => waitAfter(n + 1))
  assert.equal(
    waits.slice(0, 6),
    [2, 4, 8, 16, 32, 60].map((minutes) => minutes * 60_000),
  )
  const whole = waits.reduce((sum, wait) => sum + wait, 0)
  assert.ok(whole >= longestPutOffMs && whole - longestPutOffMs < waitAfter(mostTries), `${whole}`)
})

putting.run()
