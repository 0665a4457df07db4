import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Incoming } from '../functions/host/controller.ts'
import { eventsBy } from './events.ts'

process.env.LOG = 'off'

const told = (headers: object = {}, body = '{"event":"tick"}'): Incoming => ({
  method: 'POST',
  path: '/report-tick',
  query: '',
  headers: Object.entries({ 'ce-specversion': '1.0', 'ce-id': 'e', 'ce-type': 't', 'ce-source': 's', ...headers }),
  body: Buffer.from(body),
})

/** A function that ends when it is told to, with what it is told. */
function slow() {
  const ends: ((done: object) => void)[] = []
  const given: object[] = []
  const action = (params: object) => {
    given.push(params)
    return new Promise<object>((resolve) => ends.push(resolve))
  }
  return { action, given, end: (done: object) => ends.shift()?.(done) }
}

const calling = suite('calling functions by events')

calling('gives them what an event carries, and settings that no event can replace', async () => {
  const { action, given, end } = slow()
  const { answer } = eventsBy({ actionAt: () => action, env: { A: '1' }, most: 1 })
  const answered = answer(told({}, '{"event":"tick","env":{"A":"2"}}'))
  end({ batches: 2 })

  assert.equal(given, [{ event: 'tick', env: { A: '1' } }])
  const { status, body } = await answered
  assert.equal([status, body], [200, '{"batches":2}'])
})

calling('begins an answer at once where that is preferred, and ends it with the work', async () => {
  const { action, end } = slow()
  const { answer, idle } = eventsBy({ actionAt: () => action, env: {}, most: 1 })
  const { status, until } = await answer(told({ Prefer: 'wait=10, respond-async' }))
  let ended = false
  void until?.then(() => {
    ended = true
  })
  await new Promise((resolve) => setImmediate(resolve))

  assert.is(status, 202)
  assert.is(ended, false)
  end({})
  await idle()
  assert.is(ended, true)
})

calling('takes no more at once than it may, and again when there is room', async () => {
  const { action, end } = slow()
  const { answer, idle } = eventsBy({ actionAt: () => action, env: {}, most: 1 })
  const first = answer(told())
  const second = await answer(told())
  end({})
  await first
  const third = answer(told())
  end({})

  assert.is(second.status, 503)
  assert.ok(second.headers.some(([name]) => name === 'retry-after'))
  assert.is((await third).status, 200)
  await idle()
})

calling('says that one has failed, and not how', async () => {
  const action = async () => ({ error: { error: 'RangeError', code: 'ER_SECRET' } })
  const { status, body } = await eventsBy({ actionAt: () => action, env: {}, most: 1 }).answer(told())

  assert.is(status, 500)
  assert.not.match(String(body), /ER_SECRET/)
})

calling.run()
