import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Attempts } from './attempts.ts'
import type { Desk } from './users.contract.ts'

export function attemptsContract(engine: string, desk: Desk<Attempts>): void {
  const counting = suite(`attempts on ${engine}`)

  counting('are counted by key, and answered in the order of the keys', async () => {
    const attempts = await desk.fresh()

    assert.equal(await attempts.count(['b', 'a'], 1000), [1, 1])
    assert.equal(await attempts.count(['a', 'c'], 1000), [2, 1])
    assert.equal(await attempts.count(['c', 'b', 'a'], 1000), [2, 2, 3])
    assert.equal(await attempts.count([], 1000), [])
  })

  counting('begin anew in each window', async () => {
    const attempts = await desk.fresh()
    await attempts.count(['a'], 1000)

    assert.equal(await attempts.count(['a'], 2000), [1])
    assert.equal(await attempts.count(['a'], 1000), [2])
  })

  counting('are each counted once, however many come at once', async () => {
    const attempts = await desk.fresh()
    const counts = await Promise.all(Array.from({ length: 30 }, () => attempts.count(['a', 'b'], 1000)))

    const whole = Array.from({ length: 30 }, (_, i) => i + 1)
    for (const place of [0, 1])
      assert.equal(
        counts.map((both) => both[place] ?? 0).sort((a, b) => a - b),
        whole,
      )
  })

  counting('are forgotten by key, in every window', async () => {
    const attempts = await desk.fresh()
    await attempts.count(['a', 'b'], 1000)
    await attempts.count(['a'], 2000)

    await attempts.forget(['a', 'unheard of'])
    await attempts.forget([])

    assert.equal(await attempts.count(['a', 'b'], 1000), [1, 2])
    assert.equal(await attempts.count(['a'], 2000), [1])
  })

  counting('of windows long past are swept away', async () => {
    const attempts = await desk.fresh()
    await attempts.count(['a'], 1000)
    await attempts.count(['a'], 2000)

    await attempts.sweep(2000)

    assert.equal(await attempts.count(['a'], 1000), [1])
    assert.equal(await attempts.count(['a'], 2000), [2])
  })

  counting.after(desk.close)
  counting.run()
}
