import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Answering, book, deskWith, user } from '../../tests/browser/desk.ts'
import { ready } from '../../tests/browser/drawn.ts'
import { figures } from '../../tests/browser/figures.ts'
import { monthly, planned, schedules, stale } from '../../tests/browser/reported.ts'
import { settle } from '../locale.ts'
import { waiting, whatIs } from './loaded.ts'
import { download, follow, make, makeEdition } from './reports.ts'
import { piles } from './shelf.ts'
import type { State } from './state.ts'
import { readStretches } from './stretches.ts'

const making = suite('making reports')
making.before.each(() => settle('en-IE'))

const inside = { session: { kind: 'in', user }, book: { kind: 'ready', value: book } } as const
const deskIn = (answering: Answering, change: Partial<State> = {}) =>
  deskWith((one) => (one.line.includes('/payees') ? [200, { items: [] }] : answering(one)), { ...inside, ...change })
const settled = () => new Promise((resolve) => setImmediate(resolve))
const wish = { kind: 'monthly', start: '2026-10-01' } as const

making('asks once more under the same key where the answer was lost', async () => {
  let isLost = true
  const { desk, asked } = deskIn(() => (isLost ? [504, {}] : [202, planned]))
  const first = await make(desk, wish)
  isLost = false
  const second = await make(desk, wish)

  assert.is('kind' in first && first.kind, 'offline')
  assert.is('id' in second && second.id, planned.id)
  const keys = asked.map(({ headers }) => headers['idempotency-key'])
  assert.match(keys[0] ?? '', /^[\da-f-]{36}$/)
  assert.is(keys[0], keys[1])
})

making('says of one that is there already that nothing has changed, but not of one that is mailed now', async () => {
  const { desk } = deskIn(() => [200, monthly])
  await make(desk, wish)
  assert.is(desk.state.get().said?.words, 'It is here already, and nothing has changed since.')

  const mailed = deskIn(() => [202, { ...monthly, state: 'sending' }])
  await make(mailed.desk, { ...wish, mail: true })
  assert.is(mailed.desk.state.get().said, undefined)
  assert.is(mailed.waiting.length, 1)
})

making('follows a report until it is at rest, and shows it as it is by then wherever it stands', async () => {
  let now: unknown = { ...planned, state: 'figured' }
  const shelf = ready({ items: [planned], years: [2026] })
  const { desk, asked, waiting: later } = deskIn(() => [200, now], { shelf })
  follow(desk, planned)
  follow(desk, planned)
  assert.is(later.length, 1)

  later.shift()?.()
  await settled()
  assert.is(whatIs(desk.state.get().shelf)?.items[0]?.state, 'figured')
  now = { ...planned, state: 'stored' }
  later.shift()?.()
  await settled()

  assert.is(desk.state.get().followed.get(planned.id)?.state, 'stored')
  assert.is(desk.state.get().said?.words, 'On the shelf: 1–20 Nov 2026')
  assert.is(asked.filter(({ line }) => line === `GET ledgers/default/reports/${planned.id}`).length, 2)
})

making('leaves a report alone whose person has logged out', async () => {
  const { desk, asked, waiting: later } = deskIn(() => [200, planned])
  follow(desk, planned)
  desk.state.set({ followed: new Map(), shelf: waiting })
  later.shift()?.()
  await settled()

  assert.equal(asked, [])
})

making(
  'begins an edition of the same kind while its rule cuts the same days, and of just these days else',
  async () => {
    const bodyFor = async (rule: string) => {
      const { desk, asked } = deskIn(({ line }) => {
        if (line.includes('/schedules')) return [200, { items: schedules.map((one) => ({ ...one, rule })) }]
        return line.startsWith('POST') ? [202, planned] : [200, figures]
      })
      await makeEdition(desk, stale)
      return asked.at(-1)?.body
    }

    assert.equal(await bodyFor('month'), { kind: 'monthly', start: '2026-10-01' })
    assert.equal(await bodyFor('month:25'), { kind: 'custom', start: '2026-10-01', end: '2026-10-31' })
    // by the ledger's own rules, which the server knows: that period is another one
    assert.equal(await bodyFor('own'), { kind: 'custom', start: '2026-10-01', end: '2026-10-31' })
  },
)

making('offers the stretches that schedules cut, the running one first', async () => {
  const { desk } = deskIn(({ line }) => [200, line.includes('/schedules') ? { items: schedules } : figures])
  const stretches = await readStretches(desk.client.api)

  assert.ok(stretches.ok)
  assert.is(stretches.value.weekly.length, 12)
  assert.equal(stretches.value.weekly[0], { start: '2026-11-16', end: '2026-11-22' })
  assert.equal(stretches.value.monthly[0], figures.period)
})

making('asks for the address of a file when it is wanted', async () => {
  const opened: string[] = []
  const { desk } = deskIn(() => [200, monthly])
  await download(desk, monthly, (url) => opened.push(url))
  assert.equal(opened, ['https://example.org/file'])

  const none = deskIn(() => [200, planned])
  await download(none.desk, planned, (url) => opened.push(url))
  assert.is(opened.length, 1)
  assert.is(none.desk.state.get().said?.words, 'The PDF is not there yet.')
})

making('piles the editions of a period, the latest on top', () => {
  const second = { ...monthly, id: '2', edition: 2 }
  const [pile, other] = piles([monthly, second, planned])

  assert.is(pile?.latest.edition, 2)
  assert.equal(pile?.older, [monthly])
  assert.is(other?.latest.id, planned.id)
})

making.run()
