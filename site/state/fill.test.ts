import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import '../pages/lists.ts'
import { deskWith, entry, user } from '../../tests/browser/desk.ts'
import { fill } from './fill.ts'
import { whatIs } from './loaded.ts'
import type { State } from './state.ts'

const filling = suite('filling a list')

const days = Array.from({ length: 40 }, (_, n) => ({
  day: new Date(Date.parse('2026-11-20') - n * 86_400_000).toISOString().slice(0, 10),
  entries: 10,
}))
const rowsOf = (line: string) => {
  const [from = '', to = ''] = ['from', 'to'].map(
    (name) => new URL(`https://example.org/${line}`).searchParams.get(name) ?? '',
  )
  const items = days
    .filter(({ day }) => from <= day && day <= to)
    .flatMap(({ day }) => Array.from({ length: 10 }, (_, n) => ({ ...entry, id: `${day} ${n}`, day })))
  return [200, { items }] as const
}
const longList = (change: Partial<State> = {}): Partial<State> => ({
  session: { kind: 'in', user },
  place: { path: '/entries', query: new URLSearchParams() },
  entries: { kind: 'ready', value: { days, rows: new Map() } },
  view: { from: 0, to: 1200, row: 44, head: 56 },
  ...change,
})

filling('asks only for the days in sight, and once', async () => {
  const { desk, asked } = deskWith(({ line }) => rowsOf(line), longList())
  await fill(desk)
  await fill(desk)

  assert.equal(
    asked.map(({ line }) => line),
    ['GET ledgers/default/transactions?from=2026-11-18&to=2026-11-20&limit=200'],
  )
  assert.equal([...(whatIs(desk.state.get().entries)?.rows.keys() ?? [])], ['2026-11-20', '2026-11-19', '2026-11-18'])
})

filling('asks for as many days at once as one answer holds', async () => {
  const { desk, asked } = deskWith(
    ({ line }) => rowsOf(line),
    longList({ view: { from: 0, to: 30_000, row: 44, head: 56 } }),
  )
  await fill(desk)

  assert.is(asked.length, 2)
  assert.is(whatIs(desk.state.get().entries)?.rows.size, 40)
})

filling('counts the days anew where somebody else has written in between', async () => {
  const { desk, asked } = deskWith(
    ({ line }) =>
      line.includes('/days') ? [200, { items: [{ day: '2026-11-20', entries: 1 }] }] : [200, { items: [entry] }],
    longList(),
  )
  await fill(desk)

  assert.ok(asked.some(({ line }) => line.startsWith('GET ledgers/default/transactions/days')))
  assert.equal(whatIs(desk.state.get().entries)?.days, [{ day: '2026-11-20', entries: 1 }])
})

filling('keeps what is here when an answer fails, and asks no more by itself', async () => {
  const { desk, asked } = deskWith(() => [500, { code: 'broken', requestId: 'r' }], longList())
  await fill(desk)
  await fill(desk)

  assert.is(asked.length, 1)
  assert.is(desk.state.get().entries.kind, 'failed')
  assert.is(whatIs(desk.state.get().entries)?.days.length, 40)
})

filling('lets rows go that are far from those in sight, so that a long list stays small', async () => {
  const long = Array.from({ length: 1200 }, (_, n) => ({
    day: new Date(Date.parse('2026-11-20') - n * 86_400_000).toISOString().slice(0, 10),
    entries: 10,
  }))
  const rows = new Map(long.slice(0, 320).map(({ day }) => [day, Array.from({ length: 10 }, () => entry)]))
  const { desk } = deskWith(
    ({ line }) => {
      const to = new URL(`https://example.org/${line}`).searchParams.get('to') ?? ''
      const from = new URL(`https://example.org/${line}`).searchParams.get('from') ?? ''
      const items = long
        .filter(({ day }) => from <= day && day <= to)
        .flatMap(({ day }) => Array.from({ length: 10 }, () => ({ ...entry, day })))
      return [200, { items }]
    },
    longList({
      entries: { kind: 'ready', value: { days: long, rows } },
      view: { from: 500 * 496, to: 501 * 496, row: 44, head: 56 },
    }),
  )
  await fill(desk)

  const kept = whatIs(desk.state.get().entries)?.rows
  assert.ok(kept?.has(long[500]?.day ?? ''))
  assert.not.ok(kept?.has('2026-11-20'))
})

filling.run()
