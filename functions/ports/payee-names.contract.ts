import * as assert from 'uvu/assert'
import type { Says } from '../../tests/support/desk-suite.ts'
import { apply, create, digest, doneIn, lunch, nextId, patch } from '../../tests/support/entries.ts'
import type { PayeeId } from '../domain/ids.ts'
import type { Change } from './transactions.ts'

/** Payees are found by name, made when new, and followed where they were merged. */
export function payeeNamesContract(says: Says): void {
  says('knows a payee by its name, however it is written', async (desk) => {
    const first = await create(desk, { ...lunch, payee: ' Café  Ümlaut ' })
    const again = await create(desk, { ...lunch, payee: 'CAFE umlaut' })
    const other = await create(desk, { ...lunch, payee: 'Cafe' })

    assert.equal(again.payee, first.payee)
    assert.not.equal(other.payee?.id, first.payee?.id)
    assert.is((await desk.payees.list(desk.scope, { prefix: '', limit: 9 })).length, 2)
  })

  says('makes a payee once for a batch that names it often', async (desk) => {
    const named = (payee: string): Change => ({
      do: 'create',
      id: nextId(desk),
      draft: { ...lunch, payee },
      bodyHash: digest(payee),
    })

    const done = doneIn(await apply(desk, named('Ana'), named('ana'), named('ANA')))

    assert.is(new Set(done.map(({ entry }) => entry?.payee?.id)).size, 1)
    assert.equal(
      done.map(({ entry }) => entry?.payee?.name),
      ['Ana', 'Ana', 'Ana'],
    )
  })

  says('puts new entries where a merged payee leads, and leaves old ones to come back', async (desk) => {
    const [ana, bea] = [await create(desk, { ...lunch, payee: 'Ana' }), await create(desk, { ...lunch, payee: 'Bea' })]
    const [anas, beas] = [ana.payee?.id as PayeeId, bea.payee?.id as PayeeId]
    await desk.payees.merge(desk.scope, anas, beas, 0)

    const newer = await create(desk, { ...lunch, payee: 'ana' })
    const edited = await patch(desk, ana.id, { amount: '1' })

    assert.is(newer.payee?.id, beas)
    assert.equal(edited.payee, { id: anas, name: 'Bea' })
    const { entries: found } = await desk.transactions.list(desk.scope, { payeeId: beas }, undefined, 9)
    assert.equal(
      found.map(({ id }) => id),
      [newer.id, bea.id, ana.id],
    )
    assert.equal((await desk.transactions.list(desk.scope, { text: 'bea' }, undefined, 9)).entries.length, 3)

    await desk.payees.merge(desk.scope, anas, undefined, 0)
    const apart = await desk.transactions.find(desk.scope, ana.id)
    assert.equal(apart !== 'trashed' && apart?.payee, { id: anas, name: 'Ana' })
    assert.equal((await desk.transactions.list(desk.scope, { text: 'bea' }, undefined, 9)).entries.length, 2)
  })

  says('finds a restored entry by the name that its payee has by now', async (desk) => {
    const { id, payee } = await create(desk, { ...lunch, payee: 'Ana' })
    await apply(desk, { do: 'delete', id })
    await desk.payees.rename(desk.scope, payee?.id as PayeeId, undefined, 'Bea', 0)

    const [back] = doneIn(await apply(desk, { do: 'restore', id }))

    assert.is(back?.entry?.payee?.name, 'Bea')
    assert.is((await desk.transactions.list(desk.scope, { text: 'bea' }, undefined, 9)).entries.length, 1)
    assert.is((await desk.transactions.list(desk.scope, { text: 'ana' }, undefined, 9)).entries.length, 0)
  })
}
