import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { book, deskWith, entry, ids, user } from '../../tests/browser/desk.ts'
import { listOf } from '../../tests/browser/lists.ts'
import { binAll, refile, tagAll } from './bulk.ts'
import { chosenIn } from './chosen.ts'
import { takeBack } from './screen.ts'
import type { Desk } from './state.ts'

const bulk = suite('many entries at once')

const wage = { ...entry, id: ids.salary, version: 1, kind: 'income' as const }
const split = { ...entry, id: ids.pets, splits: [{ amount: '12.50' }] }
const inside = { session: { kind: 'in', user }, chosen: new Map([[entry.id, entry]]) } as const
/** Whose server does as it is told, and counts a version up. */
const desk = () =>
  deskWith(({ line, body }) => {
    if (!line.startsWith('POST')) return [200, { items: [] }]
    const { changes } = body as { changes: { id: string; version?: number; op: string }[] }
    const results = changes.map(({ id, version = 0, op }) => ({
      id,
      op,
      transaction: { ...entry, id, version: version + 1 },
    }))
    return [200, { revision: 8, results }]
  }, inside)
const changesOf = (asked: readonly { readonly line: string; readonly body: unknown }[]) =>
  asked.filter(({ line }) => line.startsWith('POST')).map(({ body }) => (body as { changes: unknown }).changes)

bulk('files those anew that can be, and puts each back where it was', async () => {
  const { desk: at, asked } = desk()
  await refile(at, book, [entry, wage, split], ids.pets)

  assert.equal(changesOf(asked), [[{ op: 'patch', id: entry.id, version: 3, patch: { categoryId: ids.pets } }]])
  assert.is(at.state.get().said?.words, 'Moved to Pets: 1 entry')
  assert.is(at.state.get().chosen.size, 0)

  await takeBack(at)
  assert.equal(changesOf(asked)[1], [{ op: 'patch', id: entry.id, version: 4, patch: { categoryId: ids.bakery } }])
})

bulk('says so, and asks nobody, where none of them can be filed so', async () => {
  const { desk: at, asked } = desk()
  const moved = { ...entry, kind: 'transfer' as const, toAccountId: ids.tokyo }
  const outcome = await refile(at, book, [moved, split, wage], ids.pets)

  assert.is(outcome?.kind, 'faults')
  assert.equal(changesOf(asked), [])
  assert.is(at.state.get().said, undefined)
})

bulk('adds tags to those that are there, and takes only its own away again', async () => {
  const { desk: at, asked } = desk()
  await tagAll(at, [entry, wage], ['team', 'trip'])
  await takeBack(at)

  assert.equal(changesOf(asked), [
    [
      { op: 'patch', id: entry.id, version: 3, patch: { tags: ['team', 'trip'] } },
      { op: 'patch', id: wage.id, version: 1, patch: { tags: ['team', 'trip'] } },
    ],
    [
      { op: 'patch', id: entry.id, version: 4, patch: { tags: ['team'] } },
      { op: 'patch', id: wage.id, version: 2, patch: { tags: ['team'] } },
    ],
  ])
})

bulk('deletes, and restores them all', async () => {
  const { desk: at, asked } = desk()
  await binAll(at, [entry, wage])
  await takeBack(at)

  assert.equal(changesOf(asked), [
    [
      { op: 'delete', id: entry.id, version: 3 },
      { op: 'delete', id: wage.id, version: 1 },
    ],
    [
      { op: 'restore', id: entry.id },
      { op: 'restore', id: wage.id },
    ],
  ])
})

bulk('keeps the selection when it is refused', async () => {
  const { desk: at } = deskWith(() => [412, { code: 'version-mismatch', requestId: 'r' }], inside)
  const problem = await tagAll(at, [entry], ['team'])

  assert.is(problem?.kind, 'refused')
  assert.is(at.state.get().chosen.size, 1)
  assert.is(at.state.get().said, undefined)
})

bulk('lets go of what was chosen, not of what has been chosen since', async () => {
  for (const act of [
    (at: Desk) => binAll(at, [entry]),
    (at: Desk) => refile(at, book, [entry], ids.pets),
    (at: Desk) => tagAll(at, [entry], ['team']),
  ]) {
    const { desk: at } = desk()
    const done = act(at)
    at.state.set({ chosen: new Map([[wage.id, wage]]) })
    await done

    assert.equal([...at.state.get().chosen.keys()], [wage.id])
  }
})

bulk('are taken as they are by now', () => {
  const newer = { ...entry, version: 4, amount: '15.00' }
  const chosen = new Map([entry, wage].map((one) => [one.id, one]))
  assert.equal(chosenIn({ chosen, entries: { kind: 'ready', value: listOf([newer]) } }), [newer, wage])
})

bulk('are put back once, however often that is pressed', async () => {
  const { desk: at, asked } = desk()
  await refile(at, book, [entry], ids.pets)
  await Promise.all([takeBack(at), takeBack(at)])

  assert.is(changesOf(asked).length, 2)
  assert.is(at.state.get().said?.words, 'Undone.')
})

bulk.run()
