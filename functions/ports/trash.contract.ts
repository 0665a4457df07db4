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
  revisionOf,
} from '../../tests/support/entries.ts'
import type { Draft } from '../domain/draft.ts'
import type { PayeeId, TransactionId } from '../domain/ids.ts'
import { refuse } from '../domain/result.ts'

export function trashContract(says: Says): void {
  says('deletes once, and says so again', async (desk) => {
    const { id } = await create(desk, lunch)

    assert.equal(outcomes(await apply(desk, { do: 'delete', id })), ['deleted'])
    const revision = await revisionOf(desk)

    assert.equal(outcomes(await apply(desk, { do: 'delete', id, ifVersion: 1 })), ['already-deleted'])
    assert.equal(outcomes(await apply(desk, { do: 'delete', id: nextId(desk) })), ['already-deleted'])
    assert.is(await revisionOf(desk), revision)
    assert.is(await desk.transactions.find(desk.scope, id), 'trashed')
    assert.equal(await desk.transactions.list(desk.scope, {}, undefined, 9), { entries: [] })
  })

  says('deletes only the version it is told', async (desk) => {
    const { id } = await create(desk, lunch)

    const stale = await apply(desk, { do: 'delete', id, ifVersion: 2 })

    assert.equal(stale, refuse({ kind: 'version-mismatch', change: 0 }))
    assert.not.equal(await desk.transactions.find(desk.scope, id), 'trashed')
  })

  says('brings back what was deleted as it was, one version on', async (desk) => {
    const { at } = desk
    const draft: Draft = {
      ...lunch,
      tags: ['home'],
      splits: [{ amount: '12', categoryId: at.food, note: 'x' }, { amount: '0.50' }],
    }
    const entry = await create(desk, draft)
    await apply(desk, { do: 'delete', id: entry.id })

    const [back] = doneIn(await apply(desk, { do: 'restore', id: entry.id }))

    assert.is(back?.outcome, 'restored')
    assert.equal(back?.entry, { ...entry, version: 2 })
    assert.equal(await desk.transactions.find(desk.scope, entry.id), back?.entry)
    const { entries } = await desk.transactions.list(desk.scope, { text: 'bakery', tag: 'HOME' }, undefined, 9)
    assert.equal(entries, [back?.entry])
    assert.equal(await desk.transactions.trash(desk.scope, undefined, 9), [])
    assert.equal(outcomes(await apply(desk, { do: 'create', id: entry.id, draft, bodyHash: digest('lunch') })), [
      'same',
    ])
  })

  says('restores twice as once, and nothing that never was', async (desk) => {
    const { id } = await create(desk, lunch)
    await apply(desk, { do: 'delete', id })
    await apply(desk, { do: 'restore', id })
    const revision = await revisionOf(desk)

    assert.equal(outcomes(await apply(desk, { do: 'restore', id })), ['same'])
    assert.equal(await apply(desk, { do: 'restore', id: nextId(desk) }), refuse({ kind: 'not-found', change: 0 }))
    assert.is(await revisionOf(desk), revision)
  })

  says('keeps what the trash names from being removed', async (desk) => {
    const wallet = await account(desk, 'Old')
    const { id, payee } = await create(desk, { ...lunch, accountId: wallet, categoryId: desk.at.rent })
    await apply(desk, { do: 'delete', id })

    const inUse = refuse({ kind: 'in-use' })
    assert.equal(await desk.accounts.remove(desk.scope, wallet, undefined), inUse)
    assert.equal(await desk.categories.remove(desk.scope, desk.at.rent, undefined), inUse)
    assert.equal(await desk.payees.remove(desk.scope, payee?.id as PayeeId, undefined), inUse)
    assert.equal(outcomes(await apply(desk, { do: 'restore', id })), ['restored'])
  })

  says('lists the trash, the latest first, page by page, and forgets what is old', async (desk) => {
    const entries = [await create(desk, lunch), await create(desk, lunch), await create(desk, lunch)]
    const [a, b, c] = entries.map(({ id }) => id) as [TransactionId, TransactionId, TransactionId]
    const now = desk.clock.now()
    for (const [n, id] of [b, a, c].entries()) {
      desk.clock.set(now + (n < 2 ? 0 : 1000))
      await apply(desk, { do: 'delete', id })
    }

    const [first, ...rest] = await desk.transactions.trash(desk.scope, undefined, 1)
    const later = await desk.transactions.trash(desk.scope, { deletedMs: now + 1000, id: c }, 9)

    assert.equal([first?.entry, first?.deletedMs, first?.deletedBy], [entries[2], now + 1000, desk.scope.userId])
    assert.is(rest.length, 0)
    assert.equal(
      later.map(({ entry }) => entry.id),
      [b, a],
    )
    assert.equal(
      (await desk.transactions.trash(desk.scope, { deletedMs: now, id: b }, 9)).map(({ entry }) => entry.id),
      [a],
    )

    assert.is(await desk.transactions.purge(now + 1000, 1), 1)
    assert.is(await desk.transactions.purge(now + 1000, 9), 1)
    assert.is(await desk.transactions.purge(now + 1000, 9), 0)
    assert.equal(
      (await desk.transactions.trash(desk.scope, undefined, 9)).map(({ entry }) => entry.id),
      [c],
    )
    assert.equal(await apply(desk, { do: 'restore', id: a }), refuse({ kind: 'not-found', change: 0 }))
  })
}
