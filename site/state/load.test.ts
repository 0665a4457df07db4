import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import '../pages/lists.ts'
import { type Answering, book, deskWith, entry, ids, user } from '../../tests/browser/desk.ts'
import { listOf } from '../../tests/browser/lists.ts'
import { arrive, loadFor, loadOne } from './load.ts'
import { both, failed, waiting, whatIs } from './loaded.ts'
import type { State } from './state.ts'

const inside = { kind: 'in', user } as const
const placed = (path: string, query = '') => ({ place: { path, query: new URLSearchParams(query) } })
const deskIn = (answering: Answering, change: Partial<State> = {}) =>
  deskWith(answering, { session: inside, ...change })

const loading = suite('loading')

loading('asks for the entries that the address asks for, and for their days where these can be counted', async () => {
  const linesFor = async (query: string) => {
    const { desk, asked } = deskIn(() => [200, { items: [] }], placed('/entries', query))
    await loadOne(desk, 'entries')
    return asked.map(({ line }) => line)
  }

  assert.equal(await linesFor('text=tea&on=2026-01-01'), ['GET ledgers/default/transactions?text=tea&limit=200'])
  assert.equal(await linesFor(`account=${ids.everyday}`), [
    `GET ledgers/default/transactions/days?account=${ids.everyday}`,
    `GET ledgers/default/transactions?account=${ids.everyday}&limit=200`,
  ])
})

loading('drops the answer to an earlier question that comes late', async () => {
  const answers: ((body: unknown) => void)[] = []
  const { desk } = deskIn(() => new Promise((resolve) => answers.push((body) => resolve([200, body]))))
  const first = loadOne(desk, 'latest')
  const second = loadOne(desk, 'latest')
  answers[1]?.({ items: [entry] })
  await second
  answers[0]?.({ items: [] })
  await first

  assert.equal(whatIs(desk.state.get().latest)?.items, [entry])
})

loading('shows nothing to somebody who has logged out in the meantime', async () => {
  const { desk } = deskIn(() => {
    desk.state.set({ session: { kind: 'out', ended: false } })
    return [200, { items: [entry] }]
  })
  await loadOne(desk, 'latest')

  assert.equal(desk.state.get().latest, waiting)
})

loading('keeps the figures beside what went wrong', async () => {
  const { desk } = deskIn(() => [500, { code: 'broken', requestId: 'r' }], {
    latest: { kind: 'ready', value: { items: [entry] } },
  })
  await loadOne(desk, 'latest')

  assert.equal(desk.state.get().latest, {
    kind: 'failed',
    problem: { kind: 'broken', requestId: 'r' },
    value: { items: [entry] },
  })
})

loading(
  'says that something broke where an asking fails for a reason of its own, and keeps what is shown',
  async () => {
    const before = { kind: 'ready', value: { items: [entry] } } as const
    const { desk } = deskIn(() => [200, { items: [] }], { latest: before })
    desk.client.answerBy({
      ...desk.client.server,
      transactions: { ...desk.client.server.transactions, listTransactions: () => Promise.reject(new Error('lost')) },
    })
    await loadOne(desk, 'latest')

    assert.equal(desk.state.get().latest, {
      kind: 'failed',
      problem: { kind: 'broken', requestId: '' },
      value: { items: [entry] },
    })
  },
)

loading('asks anew for what a dialog needs, and shows what was there until it comes', async () => {
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  const { desk, asked } = deskIn(() => [200, { items: [entry] }], {
    book: { kind: 'ready', value: book },
    latest: { kind: 'ready', value: { items: [] } },
    limits: { kind: 'ready', value: [] },
  })
  loadFor(desk, 'say')
  assert.equal(whatIs(desk.state.get().latest)?.items, [])
  await settled()

  assert.equal(whatIs(desk.state.get().latest)?.items, [entry])
  assert.equal(asked.map(({ line }) => line.replace(/.*default\//, '')).toSorted(), [
    'budgets',
    'transactions?limit=20',
  ])
})

loading('shows on another page nothing of another question', () => {
  const { desk } = deskIn(() => new Promise(() => {}), {
    ...placed('/entries'),
    entries: { kind: 'ready', value: listOf([entry]) },
  })
  arrive(desk, false)
  assert.is(desk.state.get().entries.kind, 'ready')
  arrive(desk, true)
  assert.is(desk.state.get().entries.kind, 'waiting')
})

const joining = suite('two that are shown together')

joining('wait for each other, and show what there is when one fails', () => {
  const one = { kind: 'ready', value: 1 } as const
  const lost = failed({ kind: 'offline' }, one)

  assert.equal(both(one, waiting), waiting)
  assert.equal(both(one, one), { kind: 'ready', value: [1, 1] })
  assert.equal(both(one, lost), { kind: 'failed', problem: { kind: 'offline' }, value: [1, 1] })
  assert.equal(both(one, failed({ kind: 'offline' }, waiting)), { kind: 'failed', problem: { kind: 'offline' } })
})

loading.run()
joining.run()
