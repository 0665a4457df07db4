import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isUuid } from '../../domain/ids.ts'
import { uuidV7 } from './ids.ts'

const instant = Date.UTC(2026, 10, 20)

const making = suite('making ids')

making('are UUIDs of version 7 that begin with the instant', () => {
  const id = uuidV7({ now: () => instant }).next()

  assert.ok(isUuid(id))
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-/)
  assert.is(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16), instant)
})

making('sort in the order they were made, within a millisecond too and when the clock goes back', () => {
  const clock = { at: instant, now: () => clock.at }
  const ids = uuidV7(clock)

  const made: string[] = []
  for (let i = 0; i < 10_000; i++) {
    if (i === 6000) clock.at -= 5000
    made.push(ids.next())
  }

  assert.equal(made, [...made].sort())
  assert.is(new Set(made).size, made.length)
})

making('do not repeat between two that begin at the same instant', () => {
  const [one, other] = [uuidV7({ now: () => instant }), uuidV7({ now: () => instant })]
  assert.is.not(one.next(), other.next())
})

making.run()
