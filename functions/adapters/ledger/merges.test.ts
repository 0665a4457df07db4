import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type LedgerDesk, ledgerDesk } from '../../../tests/support/ledger-desk.ts'
import type { CategoryId, PayeeId } from '../../domain/ids.ts'
import { type Merges, rootOf, withMerge, withoutMerge } from '../../domain/merges.ts'

const merging = suite('merges as they are stored')

/** One merge, or with undefined the undoing of one; by places among five. */
const step = fc.tuple(fc.nat(4), fc.option(fc.nat(4), { nil: undefined }))
const steps = fc.array(step, { maxLength: 8 })
const five = ['One', 'Two', 'Three', 'Four', 'Five']

merging('of categories lead to where all steps taken together lead', async () => {
  const desk = await ledgerDesk()
  const { categories, scope, ids, clock } = desk
  const all: CategoryId[] = []
  for (const name of five) {
    const id = ids.next() as CategoryId
    await categories.add(scope, id, { name, kind: 'expense', archived: false }, clock.now())
    all.push(id)
  }
  await agree(
    desk,
    'categories',
    all,
    (id, into) => categories.merge(scope, id, into, clock.now()),
    async () => {
      return new Map((await categories.list(scope)).map(({ id, mergedInto }) => [id, mergedInto]))
    },
  )
})

merging('of payees lead to where all steps taken together lead', async () => {
  const desk = await ledgerDesk()
  const { payees, scope, ids, clock } = desk
  const all: PayeeId[] = []
  for (const name of five) {
    const id = ids.next() as PayeeId
    await payees.add(scope, id, name, clock.now())
    all.push(id)
  }
  await agree(
    desk,
    'payees',
    all,
    (id, into) => payees.merge(scope, id, into, clock.now()),
    async () => {
      return new Map((await payees.list(scope, { prefix: '', limit: 9 })).map(({ id, mergedInto }) => [id, mergedInto]))
    },
  )
})

async function agree<Id extends string>(
  { db }: LedgerDesk,
  table: 'categories' | 'payees',
  ids: readonly Id[],
  merge: (id: Id, into: Id | undefined) => Promise<{ readonly ok: boolean }>,
  read: () => Promise<ReadonlyMap<Id, Id | undefined>>,
): Promise<void> {
  const property = fc.asyncProperty(steps, async (taken) => {
    await db.updateTable(table).set({ merged_into: null, merge_target: null }).execute()
    let expected: Merges<Id> = new Map()
    for (const [from, to] of taken) {
      const id = ids[from] as Id
      const into = to === undefined ? undefined : ids[to]
      const after = into === undefined ? undone(expected, id) : withMerge(expected, id, into)

      const done = await merge(id, into)

      assert.is(done.ok, after.ok)
      if (after.ok) expected = after.value
      const stored = await read()
      for (const one of ids) assert.is(stored.get(one), expected.has(one) ? rootOf(expected, one) : undefined)
    }
  })
  await fc.assert(property, { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) })
}

function undone<Id extends string>(merges: Merges<Id>, id: Id) {
  return merges.has(id) ? { ok: true as const, value: withoutMerge(merges, id) } : { ok: false as const }
}

merging.run()
