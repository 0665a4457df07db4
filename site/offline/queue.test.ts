import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Asked, deskWith, ids, user } from '../../tests/browser/desk.ts'
import { shelfInMemory } from '../../tests/browser/shelf.ts'
import { openQueue, send } from './queue.ts'
import type { Waiting } from './waiting.ts'

const draft = (amount: string) => ({ kind: 'expense' as const, amount, day: '2026-11-20', accountId: ids.everyday })
const added = (id: string, amount: string): Omit<Waiting, 'seq'> => ({
  userId: user.id,
  id,
  madeAt: 0,
  change: { do: 'create', draft: draft(amount) },
  isTried: false,
})

/** A queue, one of another tab on the same shelf, and a server that answers when it is told to. */
async function queues() {
  const shelf = shelfInMemory()
  const queue = await openQueue(shelf, user.id, () => {})
  const other = await openQueue(shelf, user.id, () => {})
  const calls: { asked: Asked; answer: (status: number, body?: unknown) => void }[] = []
  let called = () => {}
  const { desk } = deskWith(
    (asked) =>
      new Promise((resolve) => {
        calls.push({ asked, answer: (status, body = {}) => resolve([status, body]) })
        called()
      }),
  )
  /** The call that is the nth, once it is there. */
  const call = async (n: number) => {
    for (;;) {
      const one = calls[n]
      if (one) return one
      await new Promise<void>((resolve) => {
        called = resolve
      })
    }
  }
  const sent = () =>
    calls.map(({ asked }) => `${asked.line.split(' ')[0]} ${Reflect.get(Object(asked.body), 'amount')}`)
  return { queue, other, server: desk.client.server, call, sent }
}

const sending = suite('sending what waits')

sending('leaves out what was discarded while it went on, here or in another tab', async () => {
  const { queue, other, server, call, sent } = await queues()
  for (const [id, amount] of [
    ['a', '1.00'],
    ['b', '2.00'],
    ['c', '3.00'],
    ['d', '4.00'],
  ] as const)
    await queue.add(added(id, amount))
  const [, second, third] = queue.all()
  const sending = send(server, queue)
  const first = await call(0)
  if (second) await queue.drop(second)
  if (third) await other.drop(third)
  first.answer(201)
  const last = await call(1)
  last.answer(201)

  assert.equal(await sending, { settled: 2, isStopped: false })
  assert.equal(sent(), ['PUT 1.00', 'PUT 4.00'])
  assert.equal(queue.all(), [])
})

sending('sends what was changed while it went on as it is by then', async () => {
  const { queue, server, call, sent } = await queues()
  await queue.add(added('a', '1.00'))
  await queue.add(added('b', '2.00'))
  const sending = send(server, queue)
  const first = await call(0)
  await queue.add({ ...added('b', ''), change: { do: 'patch', version: 1, patch: { amount: '20.00' } } })
  first.answer(201)
  const second = await call(1)
  second.answer(201)
  await sending

  assert.equal(sent(), ['PUT 1.00', 'PUT 20.00'])
  assert.equal(queue.all(), [])
})

sending('sends a change of what is on its way after it', async () => {
  const { queue, other, server, call, sent } = await queues()
  await queue.add(added('a', '1.00'))
  await other.reload()
  const sending = send(server, queue)
  const first = await call(0)
  // the other tab has not heard that it has left
  await other.add({ ...added('a', ''), change: { do: 'patch', version: 1, patch: { amount: '10.00' } } })
  first.answer(201)
  const second = await call(1)
  second.answer(200)
  await sending

  assert.equal(sent(), ['PUT 1.00', 'PATCH 10.00'])
})

sending('does not bring back what was discarded and is refused', async () => {
  const { queue, server, call } = await queues()
  await queue.add(added('a', '1.00'))
  const sending = send(server, queue)
  const first = await call(0)
  const [item] = queue.all()
  if (item) await queue.drop(item)
  first.answer(409, { code: 'version-mismatch' })

  assert.equal(await sending, { settled: 1, isStopped: false })
  assert.equal(queue.all(), [])
})

sending('keeps what is refused, and behind it what follows it, and sends the rest', async () => {
  const { queue, server, call, sent } = await queues()
  await queue.add(added('a', '1.00'))
  const sending = send(server, queue)
  const first = await call(0)
  await queue.add({ ...added('a', ''), change: { do: 'patch', version: 1, patch: { amount: '10.00' } } })
  await queue.add(added('b', '2.00'))
  first.answer(422, { code: 'unknown-account' })
  const second = await call(1)
  second.answer(503)

  assert.equal(await sending, { settled: 1, isStopped: true })
  assert.equal(sent(), ['PUT 1.00', 'PUT 2.00'])
  assert.equal(
    queue.all().map(({ id, trouble }) => [id, trouble?.code]),
    [
      ['a', 'unknown-account'],
      ['a', undefined],
      ['b', undefined],
    ],
  )
})

sending.run()
