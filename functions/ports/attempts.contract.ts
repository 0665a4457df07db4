import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Attempts, Window } from './attempts.ts'
import type { Desk } from './users.contract.ts'

export function attemptsContract(engine: string, desk: Desk<Attempts>): void {
  const counting = suite(`attempts on ${engine}`)
  const window = (key: string, most = 3, startMs = 1000): Window => ({ key, startMs, most })

  counting('are let through as often as there is room in their window', async () => {
    const attempts = await desk.fresh()

    const named = []
    for (let n = 0; n < 5; n++) named.push((await attempts.count([window('a')]))?.key)

    assert.equal(named, [undefined, undefined, undefined, 'a', 'a'])
    assert.is(await attempts.count([window('b')]), undefined)
    assert.is(await attempts.count([]), undefined)
  })

  counting('begin anew in each window', async () => {
    const attempts = await desk.fresh()
    await attempts.count([window('a', 1, 1000)])

    assert.is(await attempts.count([window('a', 1, 2000)]), undefined)
    assert.equal(await attempts.count([window('a', 1, 1000)]), window('a', 1, 1000))
  })

  counting('count in none of their windows when one of them has no room, and the first such is named', async () => {
    const attempts = await desk.fresh()
    await attempts.count([window('full', 1)])

    for (let n = 0; n < 5; n++) {
      assert.equal(await attempts.count([window('a'), window('full', 1), window('b')]), window('full', 1))
    }

    assert.is(await attempts.count([window('a', 1), window('b', 1)]), undefined)
    assert.equal(await attempts.count([window('b', 1), window('a', 1)]), window('b', 1))
  })

  counting('are each counted once, however many come at once', async () => {
    const attempts = await desk.fresh()
    const both = [window('a', 20), window('b', 100)]

    const named = await Promise.all(Array.from({ length: 30 }, () => attempts.count(both)))

    assert.is(named.filter((one) => one === undefined).length, 20)
    assert.is(named.filter((one) => one?.key === 'a').length, 10)
    for (let n = 0; n < 80; n++) assert.is(await attempts.count([window('b', 100)]), undefined)
    assert.is((await attempts.count([window('b', 100)]))?.key, 'b')
  })

  counting('are forgotten by key, in every window', async () => {
    const attempts = await desk.fresh()
    for (const startMs of [1000, 2000]) await attempts.count([window('a', 1, startMs), window('b', 1, startMs)])

    await attempts.forget(['a', 'unheard of'])
    await attempts.forget([])

    for (const startMs of [1000, 2000]) {
      assert.is(await attempts.count([window('a', 1, startMs)]), undefined)
      assert.is((await attempts.count([window('b', 1, startMs)]))?.key, 'b')
    }
  })

  counting('of windows long past are swept away', async () => {
    const attempts = await desk.fresh()
    for (const startMs of [1000, 2000]) await attempts.count([window('a', 1, startMs)])

    await attempts.sweep(2000)

    assert.is(await attempts.count([window('a', 1, 1000)]), undefined)
    assert.is((await attempts.count([window('a', 1, 2000)]))?.key, 'a')
  })

  counting.after(desk.close)
  counting.run()
}
