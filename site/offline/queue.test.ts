import { setImmediate as nextTurn } from 'node:timers/promises'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Asked, deskWith, ids, user } from '../../tests/browser/desk.ts'
import { shelfInMemory } from '../../tests/browser/shelf.ts'
import { lostMs } from './call.ts'
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
  let now = 0
  const queue = await openQueue(
    shelf,
    user.id,
    () => now,
    () => {},
  )
  const other = await openQueue(
    shelf,
    user.id,
    () => now,
    () => {},
  )
  const calls: { asked: Asked; answer: (status: number, body?: unknown) => void }[] = []
  let called = () => {}
  const { desk, waiting } = deskWith(
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
  const lines = () =>
    calls.map(({ asked }) => `${asked.line.split(' ')[0]} ${Reflect.get(Object(asked.body), 'amount')}`)
  const settled: boolean[] = []
  const line = {
    server: desk.client.server,
    queue,
    now: () => now,
    later: desk.later,
    settled: (isSettled: boolean) => settled.push(isSettled),
  }
  /** Time goes on until nobody waits for an answer any more. */
  const outwait = () => {
    now += lostMs
    for (const task of waiting.splice(0)) task()
  }
  return { queue, other, line, call, lines, settled, outwait }
}

const sending = suite('sending what waits')

sending('leaves out what was discarded while it went on, here or in another tab', async () => {
  const { queue, other, line, call, lines } = await queues()
  for (const [id, amount] of [
    ['a', '1.00'],
    ['b', '2.00'],
    ['c', '3.00'],
    ['d', '4.00'],
  ] as const)
    await queue.add(added(id, amount))
  const [, second, third] = queue.all()
  const sent = send(line)
  const first = await call(0)
  if (second) await queue.drop(second)
  if (third) await other.drop(third)
  first.answer(201)
  const last = await call(1)
  last.answer(201)

  assert.equal(await sent, { settled: 2, isStopped: false })
  assert.equal(lines(), ['PUT 1.00', 'PUT 4.00'])
  assert.equal(queue.all(), [])
})

sending('sends what was changed while it went on as it is by then', async () => {
  const { queue, line, call, lines } = await queues()
  await queue.add(added('a', '1.00'))
  await queue.add(added('b', '2.00'))
  const sent = send(line)
  const first = await call(0)
  await queue.add({ ...added('b', ''), change: { do: 'patch', version: 1, patch: { amount: '20.00' } } })
  first.answer(201)
  const second = await call(1)
  second.answer(201)
  await sent

  assert.equal(lines(), ['PUT 1.00', 'PUT 20.00'])
  assert.equal(queue.all(), [])
})

sending('sends a change of what is on its way after it', async () => {
  const { queue, other, line, call, lines } = await queues()
  await queue.add(added('a', '1.00'))
  await other.reload()
  const sent = send(line)
  const first = await call(0)
  // the other tab has not heard that it has left
  await other.add({ ...added('a', ''), change: { do: 'patch', version: 1, patch: { amount: '10.00' } } })
  first.answer(201)
  const second = await call(1)
  second.answer(200)
  await sent

  assert.equal(lines(), ['PUT 1.00', 'PATCH 10.00'])
})

sending('does not bring back what was discarded and is refused', async () => {
  const { queue, line, call } = await queues()
  await queue.add(added('a', '1.00'))
  const sent = send(line)
  const first = await call(0)
  const [item] = queue.all()
  if (item) await queue.drop(item)
  first.answer(409, { code: 'version-mismatch' })

  assert.equal(await sent, { settled: 1, isStopped: false })
  assert.equal(queue.all(), [])
})

sending('keeps what is refused, and behind it what follows it, and sends the rest', async () => {
  const { queue, line, call, lines } = await queues()
  await queue.add(added('a', '1.00'))
  const sent = send(line)
  const first = await call(0)
  await queue.add({ ...added('a', ''), change: { do: 'patch', version: 1, patch: { amount: '10.00' } } })
  await queue.add(added('b', '2.00'))
  first.answer(422, { code: 'unknown-account' })
  const second = await call(1)
  second.answer(503)

  assert.equal(await sent, { settled: 1, isStopped: true })
  assert.equal(lines(), ['PUT 1.00', 'PUT 2.00'])
  assert.equal(
    queue.all().map(({ id, trouble }) => [id, trouble?.code]),
    [
      ['a', 'unknown-account'],
      ['a', undefined],
      ['b', undefined],
    ],
  )
})

sending('stops where no answer comes, and is set right by the one that comes late', async () => {
  const { queue, line, call, lines, settled, outwait } = await queues()
  await queue.add(added('a', '1.00'))
  await queue.add(added('b', '2.00'))
  const sent = send(line)
  const first = await call(0)
  outwait()
  assert.equal(await sent, { settled: 0, isStopped: true })
  assert.equal(
    queue.all().map(({ isTried }) => isTried),
    [true, false],
  )
  first.answer(201)
  while (settled.length === 0) await nextTurn()

  assert.equal(settled, [true])
  assert.equal(
    queue.all().map(({ id }) => id),
    ['b'],
  )
  assert.equal(lines(), ['PUT 1.00'])
})

sending('leaves alone what is under way until that counts as lost, and what follows it', async () => {
  const { queue, line, call, lines, outwait } = await queues()
  await queue.add({ ...added('a', '1.00'), isTried: true, until: lostMs })
  await queue.add({ ...added('a', ''), change: { do: 'patch', version: 1, patch: { amount: '10.00' } } })
  await queue.add(added('b', '2.00'))
  const sent = send(line)
  const first = await call(0)
  first.answer(201)
  assert.equal(await sent, { settled: 1, isStopped: false })
  outwait()
  const rest = send(line)
  const second = await call(1)
  second.answer(201)
  const third = await call(2)
  third.answer(200)

  assert.equal(await rest, { settled: 2, isStopped: false })
  assert.equal(lines(), ['PUT 2.00', 'PUT 1.00', 'PATCH 10.00'])
})

sending.run()
