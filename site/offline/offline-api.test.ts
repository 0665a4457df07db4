import { setImmediate as nextTurn } from 'node:timers/promises'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Asked, book, deskWith, entry, ids, user } from '../../tests/browser/desk.ts'
import { shelfInMemory } from '../../tests/browser/shelf.ts'
import { here } from '../state/book.ts'
import { asking } from './asked.ts'
import { keyOf, lostMs, patienceMs } from './call.ts'
import { offlineApi } from './offline-api.ts'
import { openQueue, send } from './queue.ts'

const id = '01990000-0000-7000-8000-0000000000d7'
const draft = { kind: 'expense', amount: '12.50', day: '2026-11-20', accountId: ids.everyday } as const
const params = here

/** The API of somebody who has seen the book and one entry, and a server that answers when it is told to. */
async function somebody() {
  const shelf = shelfInMemory()
  let now = 0
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
  const queue = await openQueue(
    shelf,
    user.id,
    () => now,
    () => {},
  )
  const settled: boolean[] = []
  const page = { load: () => {} }
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
    asked: asking({ shelf, now: () => now, later: desk.later, refresh: () => page.load() }),
    heard: () => {},
  }
  return {
    parts,
    page,
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

saving('goes on counting once it has arrived, until an answer comes that knows of it', async () => {
  const { api, call, outwait, settled } = await somebody()
  const list = async () => {
    const answer = await api.transactions.listTransactions({ params, query: { limit: '20' } })
    return answer.ok && answer.value.body.items.map((one) => one.id)
  }
  const before = list()
  const first = await call(0)
  first.answer(200, { items: [entry] })
  assert.equal(await before, [entry.id])
  const saved = api.transactions.putTransaction({ params: { ...params, id }, body: draft })
  const put = await call(1)
  outwait(patienceMs)
  await saved
  put.answer(201, entry)
  while (settled.length === 0) await nextTurn()
  const slow = list()
  const second = await call(2)
  outwait(patienceMs)
  assert.equal(await slow, [id, entry.id])
  second.answer(200, { items: [entry] })
  const quick = list()

  assert.equal(await quick, [entry.id])
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

const reading = suite('what is read on a slow network')

/** A page that shows two lists and their accounts, one after the other, and how often it was drawn. */
function pageOf({ api, page }: Awaited<ReturnType<typeof somebody>>) {
  const shown: string[] = []
  const show = async (n: number) => {
    const list = await api.transactions.listTransactions({ params, query: { limit: `${n}` } })
    if (!list.ok) return
    const accounts = await api.accounts.listAccounts({ params })
    if (accounts.ok) shown.push(`${n}: ${list.value.body.items[0]?.note}, ${accounts.value.body.items.length}`)
  }
  page.load = () => [20, 21].forEach((n) => void show(n))
  return { shown, load: page.load }
}

reading('is asked for once while it is under way', async () => {
  const { api, call, lines } = await somebody()
  const [one, other] = [api.accounts.listAccounts({ params }), api.accounts.listAccounts({ params })]
  const first = await call(0)
  first.answer(200, { items: [] })

  assert.equal(await one, await other)
  assert.is(lines().length, 1)
  void api.accounts.listAccounts({ params })
  assert.is(lines().length, 2)
})

reading('is asked for anew once something was written, and once it counts as lost', async () => {
  const { api, call, lines, outwait } = await somebody()
  void api.accounts.listAccounts({ params })
  const saved = api.transactions.putTransaction({ params: { ...params, id }, body: draft })
  const put = await call(1)
  put.answer(201, entry)
  await saved
  void api.accounts.listAccounts({ params })
  assert.is(lines().length, 3)
  outwait(lostMs)
  void api.accounts.listAccounts({ params })

  assert.is(lines().length, 4)
})

reading('shows what comes late when it comes, and asks for none of it again', async () => {
  const here = await somebody()
  const { call, lines, outwait, parts } = here
  const { shown, load } = pageOf(here)
  await parts.shelf.write(keyOf('transactions.listTransactions', { params, query: { limit: '21' } }), {
    status: 200,
    body: { items: [{ ...entry, note: 'old' }] },
  })
  load()
  const [first, second] = [await call(0), await call(1)]
  outwait(patienceMs)
  const accounts = await call(2)
  outwait(patienceMs)
  while (shown.length < 2) await nextTurn()
  for (const one of [accounts, first, second]) {
    const before = shown.length
    one.answer(200, { items: [{ ...entry, note: 'new' }] })
    while (shown.length < before + 2) {
      await nextTurn()
      outwait(60)
    }
  }

  assert.equal(shown.slice(0, 2), ['20: undefined, 2', '21: old, 2'])
  assert.equal(shown.slice(-2).sort(), ['20: new, 1', '21: new, 1'])
  assert.is(lines().length, 3)
  assert.not.ok(parts.asked.isRefreshing())
})

reading('that was never seen holds up nothing that is asked for next', async () => {
  const { api, call, lines, outwait, page, parts } = await somebody()
  const list = { params, query: { limit: '20' } }
  page.load = () => void api.payees.listPayees({ params })
  page.load()
  const seen = api.transactions.listTransactions(list)
  const late = await call(1)
  outwait(patienceMs)
  await seen
  late.answer(200, { items: [] })
  while (!parts.asked.isRefreshing()) {
    await nextTurn()
    outwait(60)
  }
  while (parts.asked.isRefreshing()) {
    await nextTurn()
    outwait(60)
  }
  void api.transactions.listTransactions(list)

  assert.equal(lines().length, 3)
})

reading('of before a write that comes after it takes no newer one’s place', async () => {
  const { api, call, outwait, parts } = await somebody()
  const key = keyOf('accounts.listAccounts', { params })
  const before = api.accounts.listAccounts({ params })
  parts.asked.outdate()
  const after = api.accounts.listAccounts({ params })
  const [first, second] = [await call(0), await call(1)]
  second.answer(200, { items: ['new'] })
  await after
  first.answer(200, { items: ['old'] })
  await before
  outwait(0)

  assert.equal(await parts.shelf.read(key), { status: 200, body: { items: ['new'] }, asked: 0 })
})

reading('that comes when nothing is kept any more is not', async () => {
  const { api, call, parts } = await somebody()
  const key = keyOf('categories.listCategories', { params })
  const before = await parts.shelf.read(key)
  const listed = api.categories.listCategories({ params })
  const one = await call(0)
  parts.asked.stop()
  one.answer(200, { items: [] })
  await listed

  assert.equal(await parts.shelf.read(key), before)
})

reading('is kept for a time without a network, as much of it as has room, and who was here always', async () => {
  const { api, call, parts } = await somebody()
  await parts.shelf.write('user', user)
  for (let n = 0; n < 90; n += 1) {
    const list = api.transactions.listTransactions({ params, query: { text: `${n}` } })
    const one = await call(n)
    one.answer(200, { items: [] })
    await list
  }
  const keys = await parts.shelf.keys('')

  assert.equal(await parts.shelf.read('user'), user)
  assert.is(keys.length, 81)
  assert.ok(keys.at(-1)?.includes('"text":"89"'))
})

const full = suite('a browser that can keep nothing more')

full('shows what the server says all the same', async () => {
  const { api, call, parts, queue } = await somebody()
  Object.assign(parts.shelf, failing)
  const listed = api.accounts.listAccounts({ params })
  const one = await call(0)
  one.answer(200, { items: ['new'] })
  const answer = await listed

  assert.equal(answer.ok && answer.value.body.items, ['new'])
  assert.equal(queue.all(), [])
})

full('waits for what is slow, and says when the server is not there', async () => {
  const { api, call, outwait, parts } = await somebody()
  Object.assign(parts.shelf, failing)
  const slow = api.accounts.listAccounts({ params })
  const one = await call(0)
  outwait(patienceMs)
  one.answer(200, { items: ['new'] })
  assert.equal(await slow.then((answer) => answer.ok && answer.value.body.items), ['new'])
  const saved = api.transactions.putTransaction({ params: { ...params, id }, body: draft })
  const put = await call(1)
  put.lose()

  assert.equal(await saved, { ok: false, error: { kind: 'offline' } })
})

async function fails(): Promise<never> {
  throw new DOMException('The disk is full.', 'QuotaExceededError')
}

const failing = { read: fails, keys: fails, write: fails, remove: fails, queue: fails, enqueue: fails, change: fails }

saving.run()
reading.run()
full.run()
