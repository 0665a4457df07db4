import { setImmediate as nextTurn } from 'node:timers/promises'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Asked, book, deskWith, entry, ids, user } from '../../tests/browser/desk.ts'
import { shelfInMemory } from '../../tests/browser/shelf.ts'
import { here } from '../state/book.ts'
import { keyOf, lostMs, patienceMs } from './call.ts'
import { offlineApi } from './offline-api.ts'
import { openQueue, send } from './queue.ts'

const id = '01990000-0000-7000-8000-0000000000d7'
const draft = { kind: 'expense', amount: '12.50', day: '2026-11-20', accountId: ids.everyday } as const
const params = here

/** The API of somebody who has seen the book and one entry, and a server that answers when it is told to. */
async function somebody() {
  const shelf = shelfInMemory()
  const keep = (name: string, query: object | undefined, items: readonly unknown[]) =>
    shelf.write(keyOf(name, { params, ...(query && { query }) }), { status: 200, body: { items } })
  await keep('accounts.listAccounts', undefined, book.accounts)
  await keep('categories.listCategories', undefined, book.categories)
  await keep('payees.listPayees', { limit: '1000' }, book.payees)
  await keep('transactions.listTransactions', { limit: '20' }, [entry])

  const calls: { asked: Asked; answer: (status: number, body?: unknown) => void; lose: () => void }[] = []
  const { desk, waiting } = deskWith(
    (asked) =>
      new Promise((resolve, reject) => {
        calls.push({
          asked,
          answer: (status, body = {}) => resolve([status, body]),
          lose: () => reject(new TypeError('The connection was reset.')),
        })
      }),
  )
  const queue = await openQueue(shelf, user.id, () => {})
  let now = 0
  const settled: boolean[] = []
  const turns = new Map<string, Promise<unknown>>()
  const parts = {
    routes: desk.client.routes,
    server: desk.client.server,
    shelf,
    queue,
    userId: user.id,
    now: () => now,
    later: desk.later,
    isOnline: () => true,
    settled: (isSettled: boolean) => settled.push(isSettled),
    inTurn: <T>(name: string, task: () => Promise<T>): Promise<T> => {
      const own = (turns.get(name) ?? Promise.resolve()).then(task)
      turns.set(name, own)
      return own
    },
    late: () => {},
    heard: () => {},
  }
  return {
    parts,
    queue,
    api: offlineApi(parts),
    settled,
    /** The call that is the nth, once it is there. */
    call: async (n: number) => {
      for (;;) {
        const one = calls[n]
        if (one) return one
        await nextTurn()
      }
    },
    /** Whatever waits for its time has waited long enough. */
    outwait: (ms: number) => {
      now += ms
      for (const task of waiting.splice(0)) task()
    },
    lines: () =>
      calls.map(({ asked: { line, body } }) => `${line.split(' ')[0]} ${Reflect.get(Object(body), 'amount')}`),
    waits: () => queue.all().map(({ change, isTried, trouble }) => [change.do, isTried, trouble?.code]),
  }
}

const saving = suite('a save on a network that hangs')

saving('waits once nobody would wait for it any more, and is gone when its answer comes', async () => {
  const { api, call, outwait, settled, waits } = await somebody()
  const saved = api.transactions.putTransaction({ params: { ...params, id }, body: draft })
  const put = await call(0)
  outwait(patienceMs)
  const answer = await saved

  assert.is(answer.ok && answer.value.body.amount, '12.50')
  assert.equal(waits(), [['create', true, undefined]])
  put.answer(201, entry)
  while (settled.length === 0) await nextTurn()
  assert.equal(settled, [true])
  assert.equal(waits(), [])
})

saving('waits for its person where its answer says no', async () => {
  const { api, call, outwait, settled, waits } = await somebody()
  const saved = api.transactions.putTransaction({ params: { ...params, id }, body: draft })
  const put = await call(0)
  outwait(patienceMs)
  await saved
  put.answer(422, { code: 'unknown-account' })
  while (settled.length === 0) await nextTurn()

  assert.equal(waits(), [['create', true, 'unknown-account']])
})

saving('is not sent again while its call is under way, and is when that has failed', async () => {
  const { parts, api, call, outwait, settled, lines } = await somebody()
  const saved = api.transactions.putTransaction({ params: { ...params, id }, body: draft })
  const put = await call(0)
  outwait(patienceMs)
  await saved
  await send(parts)
  assert.equal(lines(), ['PUT 12.50'])
  put.lose()
  while (settled.length === 0) await nextTurn()
  const sent = send(parts)
  const again = await call(1)
  again.answer(201, entry)

  assert.equal(await sent, { settled: 1, isStopped: false })
  assert.equal(lines(), ['PUT 12.50', 'PUT 12.50'])
})

saving('is sent again when its call counts as lost', async () => {
  const { parts, api, call, outwait, waits } = await somebody()
  const saved = api.transactions.putTransaction({ params: { ...params, id }, body: draft })
  await call(0)
  outwait(patienceMs)
  await saved
  outwait(lostMs)
  const sent = send(parts)
  const again = await call(1)
  again.answer(201, entry)
  await sent

  assert.equal(waits(), [])
})

saving('goes before what is done to the same entry next', async () => {
  const { parts, api, call, outwait, settled, lines, waits } = await somebody()
  const saved = api.transactions.putTransaction({ params: { ...params, id }, body: draft })
  const put = await call(0)
  const changed = api.transactions.changeTransaction({ params: { ...params, id }, body: { amount: '13.00' } })
  outwait(patienceMs)
  await Promise.all([saved, changed])
  assert.equal(lines(), ['PUT 12.50'])
  assert.equal(waits(), [
    ['create', true, undefined],
    ['patch', false, undefined],
  ])
  put.answer(201, entry)
  while (settled.length === 0) await nextTurn()
  const sent = send(parts)
  const patch = await call(1)
  patch.answer(200, entry)
  await sent

  assert.equal(lines(), ['PUT 12.50', 'PATCH 13.00'])
})

saving('that cannot wait here is told its answer whenever it comes', async () => {
  const { api, call, outwait, waits } = await somebody()
  const unseen = { params: { ...params, id: ids.home }, body: { amount: '13.00' } }
  const changed = api.transactions.changeTransaction(unseen)
  const patch = await call(0)
  outwait(patienceMs)
  patch.answer(200, { ...entry, amount: '13.00' })
  const answer = await changed

  assert.is(answer.ok && answer.value.body.amount, '13.00')
  assert.equal(waits(), [])
})

saving('that is answered in time waits nowhere', async () => {
  const { api, call, waits } = await somebody()
  const saved = api.transactions.putTransaction({ params: { ...params, id }, body: draft })
  const put = await call(0)
  put.answer(422, { code: 'unknown-account' })
  const answer = await saved

  assert.is(!answer.ok && answer.error.kind, 'refused')
  assert.equal(waits(), [])
})

saving.run()
