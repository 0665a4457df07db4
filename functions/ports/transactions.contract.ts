import * as assert from 'uvu/assert'
import type { Says } from '../../tests/support/desk-suite.ts'
import {
  account,
  apply,
  create,
  digest,
  doneIn,
  lunch,
  nextId,
  outcomes,
  patch,
  revisionOf,
} from '../../tests/support/entries.ts'
import type { Draft } from '../domain/draft.ts'
import { fromStore } from '../domain/money.ts'
import { refuse } from '../domain/result.ts'
import type { Change } from './transactions.ts'

export function transactionsContract(says: Says): void {
  creating(says)
  changing(says)
}

/** What a retry of a create means: the id is the key. */
function creating(says: Says): void {
  says('creates an entry once, and answers a repeat with the row as it is now', async (desk) => {
    const id = nextId(desk)
    const create: Change = { do: 'create', id, draft: lunch, bodyHash: digest('lunch') }

    assert.equal(outcomes(await apply(desk, create)), ['created'])
    const revision = await revisionOf(desk)
    assert.equal(outcomes(await apply(desk, create)), ['same'])
    assert.is(await revisionOf(desk), revision)

    await patch(desk, id, { note: 'three buns' })
    const [again] = doneIn(await apply(desk, create))

    assert.is(again?.outcome, 'same')
    assert.equal([again?.entry?.version, again?.entry?.note], [2, 'three buns'])
    assert.equal(again?.entry, await desk.transactions.find(desk.scope, id))
  })

  says('keeps every field of an entry', async (desk) => {
    const { at } = desk
    const whole: Draft = {
      ...lunch,
      categoryId: at.bread,
      tags: ['home', 'Trip to 京都', 'a "quoted" \\ one'],
      note: 'naïve 🥖\n\tsecond line',
      original: { amount: '1.375', currency: 'BHD' },
    }
    const entry = await create(desk, whole)

    assert.equal(await desk.transactions.find(desk.scope, entry.id), entry)
    assert.equal([entry.note, entry.tags.length, entry.payee?.name], [whole.note, 3, 'Mill Lane Bakery'])
    assert.equal(entry.original, { amount: fromStore(1375), currency: { code: 'BHD', digits: 3 } })
  })

  says('keeps splits in their order, and both ends of a transfer', async (desk) => {
    const { at } = desk
    const tokyo = await account(desk, 'Tokyo', { code: 'JPY', digits: 0 })
    const split = await create(desk, {
      ...lunch,
      splits: [
        { amount: '2.50', categoryId: at.rent, note: 'z' },
        { amount: '9.75', categoryId: at.bread },
        { amount: '0.25' },
      ],
    })
    const transfer = await create(desk, {
      kind: 'transfer',
      day: '2026-11-20',
      amount: '50',
      toAccountId: tokyo,
      toAmount: '8000',
    })

    assert.equal(await desk.transactions.find(desk.scope, split.id), split)
    assert.equal(await desk.transactions.find(desk.scope, transfer.id), transfer)
    assert.equal(
      split.splits.map(({ categoryId }) => categoryId),
      [at.rent, at.bread, undefined],
    )
    assert.equal(transfer.to, { accountId: tokyo, amount: fromStore(8000), currency: { code: 'JPY', digits: 0 } })
  })

  says('keeps the largest amount to the last unit', async (desk) => {
    const { id } = await create(desk, { ...lunch, amount: '9999999999999.99' })
    const found = await desk.transactions.find(desk.scope, id)

    assert.is(found !== 'trashed' && found?.amount, 999_999_999_999_999n)
  })

  says('does not create something else under an id that is taken', async (desk) => {
    const { id } = await create(desk, lunch)

    const other = await apply(desk, { do: 'create', id, draft: lunch, bodyHash: digest('dinner') })

    assert.equal(other, refuse({ kind: 'precondition-required', change: 0 }))
  })

  says('does not create again what lies in the trash', async (desk) => {
    const { id } = await create(desk, lunch)
    await apply(desk, { do: 'delete', id })

    const again = await apply(desk, { do: 'create', id, draft: lunch, bodyHash: digest('lunch') })

    assert.equal(again, refuse({ kind: 'gone', change: 0 }))
  })

  says('knows nothing of the ids of another ledger', async (desk) => {
    const { id } = await create(desk, lunch)
    const theirs: Change = { do: 'create', id, draft: lunch, bodyHash: digest('theirs') }

    const created = await desk.transactions.apply(desk.stranger, [theirs], desk.clock.now())

    assert.equal(outcomes(created), ['created'])
    assert.is(await desk.transactions.find(desk.stranger, nextId(desk)), undefined)
    assert.equal(outcomes(await desk.transactions.apply(desk.stranger, [{ do: 'delete', id }], desk.clock.now())), [
      'deleted',
    ])
    assert.is((await desk.transactions.list(desk.scope, {}, undefined, 10)).entries.length, 1)
  })

  says('takes nothing of another ledger’s for its own, and writes nothing', async (desk) => {
    const { strangers } = desk
    const before = await revisionOf(desk)
    const refused = async (draft: Draft) => {
      const result = await apply(desk, { do: 'create', id: nextId(desk), draft, bodyHash: digest('x') })
      return result.ok ? 'written' : [result.error.kind, result.error.pointer].join(' ')
    }

    assert.is(await refused({ ...lunch, accountId: strangers.wallet }), 'unknown-account /accountId')
    assert.is(await refused({ ...lunch, categoryId: strangers.food }), 'unknown-category /categoryId')
    assert.is(
      await refused({ kind: 'transfer', day: lunch.day, amount: '1', toAccountId: strangers.wallet }),
      'unknown-account /toAccountId',
    )
    assert.is(await revisionOf(desk), before)
    assert.equal(await desk.payees.list(desk.scope, { prefix: '', limit: 9 }), [])
  })
}

function changing(says: Says): void {
  says('patches and replaces only the version it is told', async (desk) => {
    const { id } = await create(desk, lunch)

    const patched = doneIn(await apply(desk, { do: 'patch', id, ifVersion: 1, patch: { amount: '13' } }))
    const stale = await apply(desk, { do: 'patch', id, ifVersion: 1, patch: { amount: '14' } })
    const replaced = doneIn(await apply(desk, { do: 'replace', id, ifVersion: 2, draft: { ...lunch, amount: '15' } }))
    const late = await apply(desk, { do: 'replace', id, ifVersion: 2, draft: lunch })

    assert.equal([patched[0]?.entry?.version, patched[0]?.entry?.amount], [2, fromStore(1300)])
    assert.equal(stale, refuse({ kind: 'version-mismatch', change: 0 }))
    assert.equal([replaced[0]?.entry?.version, replaced[0]?.entry?.amount], [3, fromStore(1500)])
    assert.equal(late, refuse({ kind: 'version-mismatch', change: 0 }))
    assert.equal((await desk.transactions.list(desk.scope, {}, undefined, 9)).entries[0], replaced[0]?.entry)
  })

  says('changes whatever version there is when it is told none', async (desk) => {
    const { id } = await create(desk, lunch)
    await patch(desk, id, { amount: '13' })

    assert.equal(outcomes(await apply(desk, { do: 'replace', id, draft: lunch })), ['replaced'])
  })

  says('changes nothing that is not there, and nothing that lies in the trash', async (desk) => {
    const { id } = await create(desk, lunch)
    await apply(desk, { do: 'delete', id })
    const unknown = nextId(desk)

    assert.equal(await apply(desk, { do: 'patch', id: unknown, patch: {} }), refuse({ kind: 'not-found', change: 0 }))
    assert.equal(
      await apply(desk, { do: 'replace', id: unknown, draft: lunch }),
      refuse({ kind: 'not-found', change: 0 }),
    )
    assert.equal(await apply(desk, { do: 'patch', id, patch: {} }), refuse({ kind: 'gone', change: 0 }))
    assert.equal(await apply(desk, { do: 'replace', id, draft: lunch }), refuse({ kind: 'gone', change: 0 }))
  })

  says('lays a patch over the entry, also over one whose account was archived since', async (desk) => {
    const old = await account(desk, 'Old')
    const { id } = await create(desk, { ...lunch, accountId: old, tags: ['a'] })
    await desk.accounts.change(
      desk.scope,
      old,
      undefined,
      (row) => ({ ok: true, value: { ...row, archived: true } }),
      0,
    )

    const after = await patch(desk, id, { note: null, tags: ['b'] })
    const elsewhere = await apply(desk, {
      do: 'create',
      id: nextId(desk),
      draft: { ...lunch, accountId: old },
      bodyHash: '',
    })

    assert.equal([after.accountId, after.note, after.tags, after.amount], [old, undefined, ['b'], fromStore(1250)])
    assert.equal(elsewhere, refuse({ kind: 'account-archived', pointer: '/accountId', change: 0 }))
  })
}
