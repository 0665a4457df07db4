import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { Busy } from './errors.ts'
import { retrying } from './transaction.ts'

const again = suite('running a transaction again')

function chances() {
  const pauses: number[] = []
  return { pauses, random: () => 0.5, pause: async (ms: number) => pauses.push(ms) }
}

again('happens when the engine gave it up, and later each time', async () => {
  const chance = chances()
  let runs = 0

  const answer = await retrying(chance, async () => {
    runs += 1
    if (runs < 4) throw new Busy('deadlock')
    return 'done'
  })

  assert.is(answer, 'done')
  assert.equal(chance.pauses, [10, 20, 40])
})

again('ends with the fifth', async () => {
  let runs = 0

  const trouble = await retrying(chances(), async () => {
    runs += 1
    throw new Busy('deadlock')
  }).catch((error: unknown) => error)

  assert.ok(trouble instanceof Busy)
  assert.is(runs, 5)
})

again('is not begun when ten seconds have gone', async () => {
  const times = [0, 9_999, 10_001]
  let runs = 0

  const trouble = await retrying({ ...chances(), now: () => times.shift() ?? 0 }, async () => {
    runs += 1
    throw new Busy('lock wait')
  }).catch((error: unknown) => error)

  assert.ok(trouble instanceof Busy)
  assert.is(runs, 2)
})

again('does not happen for any other trouble', async () => {
  let runs = 0

  await retrying(chances(), async () => {
    runs += 1
    throw new Error('wrong')
  }).catch(() => {})

  assert.is(runs, 1)
})

again.run()
