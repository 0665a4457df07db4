import fc from 'fast-check'
import * as assert from 'uvu/assert'
import { onDesks, type Says } from '../../../tests/support/desk-suite.ts'
import { anyDraft } from '../../../tests/support/drafts.ts'
import { account, apply, create, digest, doneIn, lunch, nextId } from '../../../tests/support/entries.ts'
import type { TransactionId } from '../../domain/ids.ts'
import type { Change } from '../../ports/transactions.ts'

const seed = Number(process.env.SEED ?? Date.now())

onDesks('law 11: totals are what the entries come to', (says: Says) => {
  says('after any writes', async (desk) => {
    const { at, scope, transactions } = desk
    const [bank, tokyo] = [await account(desk, 'Bank'), await account(desk, 'Tokyo', { code: 'JPY', digits: 0 })]
    const spending = [at.food, at.bread, at.rent]
    const draft = anyDraft({ euros: [at.wallet, bank], yen: tokyo, spending, earning: [at.pay] })
    const places = fc.integer({ min: 0, max: 9 })
    const step = fc.oneof(
      fc.record({ do: fc.constant('put' as const), place: places, draft }),
      fc.record({ do: fc.constantFrom('delete' as const, 'restore' as const), place: places }),
    )
    const batch = fc.uniqueArray(step, { selector: ({ place }) => place, minLength: 1, maxLength: 6 })
    const ids = Array.from({ length: 10 }, () => nextId(desk))

    await fc.assert(
      fc.asyncProperty(batch, async (steps) => {
        const now = new Map(await Promise.all(ids.map(async (id) => [id, await transactions.find(scope, id)] as const)))
        const changes = steps.map((one): Change => {
          const id = ids[one.place] as TransactionId
          if (one.do !== 'put') return { do: one.do, id }
          if (now.get(id) === undefined) return { do: 'create', id, draft: one.draft, bodyHash: digest('') }
          return { do: 'replace', id, draft: one.draft }
        })
        // what lies in the trash is not replaced, and what never was is not restored
        const can = ({ do: what, id }: Change) =>
          what === 'replace' ? now.get(id) !== 'trashed' : what !== 'restore' || now.get(id) !== undefined
        doneIn(await apply(desk, ...changes.filter(can)))

        assert.equal(await desk.check(), [])
      }),
      { numRuns: 300, seed },
    )
  })

  says('and whatever is not so is found', async (desk) => {
    const { db, at } = desk
    const split = { ...lunch, splits: [{ amount: '10', categoryId: at.food }, { amount: '2.50' }] }
    const { id } = await create(desk, split)
    await create(desk, { ...lunch, day: '2026-10-01', categoryId: at.rent })
    const wrongs = [
      async () =>
        db.updateTable('totals').set({ minus: 1 }).where('face', '=', 'kind').where('grain', '=', 'm').execute(),
      async () => db.deleteFrom('totals').where('face', '=', 'payee').execute(),
      async () => db.updateTable('accounts').set({ balance: 7 }).execute(),
      async () => db.updateTable('lines').set({ amount: 1 }).where('tx_id', '=', id).execute(),
      async () => db.deleteFrom('lines').where('tx_id', '=', id).where('n', '=', 1).execute(),
      async () => db.deleteFrom('lines').where('tx_id', '=', id).execute(),
      async () => db.updateTable('transactions').set({ day: '2026-10-02' }).where('id', '=', id).execute(),
      async () => db.deleteFrom('transactions').where('id', '=', id).execute(),
    ]
    assert.equal(await desk.check(), [])

    for (const wrong of wrongs) {
      const before = (await desk.check()).join('\n')
      await wrong()
      assert.not.equal((await desk.check()).join('\n'), before)
    }
  })
})
