import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Answering, deskWith, entry, ids } from '../../tests/browser/desk.ts'
import { listOf } from '../../tests/browser/lists.ts'
import { isCountable, readList, seenDays } from './list.ts'

const list = suite('the list of entries')

const older = { ...entry, id: ids.home, day: '2026-11-18' }
const asking = (answering: Answering) => deskWith(answering)

list('knows all its days before their rows, in as many answers as it takes', async () => {
  const { desk, asked } = asking(({ line }) => {
    if (line.includes('/days?to=')) return [200, { items: [{ day: '2026-11-18', entries: 2 }] }]
    if (line.includes('/days')) return [200, { items: [{ day: '2026-11-20', entries: 1 }], next: '2026-11-19' }]
    return [200, { items: [entry, older], next: 'more' }]
  })
  const read = await readList(desk.client.api, {}, undefined, 0)

  assert.ok(read.ok)
  assert.equal(read.value.days, [
    { day: '2026-11-20', entries: 1 },
    { day: '2026-11-18', entries: 2 },
  ])
  // of the last day only one of two came: it is asked for again when it is looked at
  assert.equal([...read.value.rows.keys()], ['2026-11-20'])
  assert.is(asked.length, 3)
})

list('grows where a filter cannot be counted by day', async () => {
  const { desk, asked } = asking(({ line }) =>
    line.includes('cursor') ? [200, { items: [older] }] : [200, { items: [entry], next: 'more' }],
  )
  const read = await readList(desk.client.api, { text: 'mill' }, undefined, 2)

  assert.ok(read.ok)
  assert.equal(read.value.days.length, 2)
  assert.is(read.value.next, undefined)
  assert.is(asked.length, 2)
})

list('tells filters that can be counted from others', () => {
  assert.ok(isCountable({ from: '2026-01-01', account: ids.everyday }))
  assert.not.ok(isCountable({ category: ids.food }))
  assert.not.ok(isCountable({ currency: 'EUR' }))
})

list('tells which days are in sight, once it is not at its beginning', () => {
  const entries = { kind: 'ready', value: listOf([entry, older]) } as const
  const view = { from: 0, to: 400, row: 44, head: 56 }

  assert.is(seenDays({ entries, view }), undefined)
  assert.equal(seenDays({ entries, view: { ...view, from: 120 } }), { from: '2026-11-18', to: '2026-11-18' })
})

list.run()
