import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Answering, deskWith, entry, ids } from '../../tests/browser/desk.ts'
import { change, draftOf, patchTo, restore } from './entries.ts'
import { create } from './new-entry.ts'

const refused = (code: string) => ({ code, status: 428, requestId: 'r' })
const apiWith = (answering: Answering) => {
  const { desk, asked } = deskWith(answering)
  return { api: desk.client.api, asked }
}

const saving = suite('saving an entry')

saving('puts a new one under the id that was made for it', async () => {
  const { api, asked } = apiWith(() => [201, entry])
  await create(api, entry.id, draftOf(entry))

  assert.is(asked[0]?.line, `PUT ledgers/default/transactions/${entry.id}`)
  assert.is(asked[0]?.headers['if-match'], undefined)
})

saving('replaces what a lost first try has left, where the form was changed since', async () => {
  const { api, asked } = apiWith(({ line, headers }) => {
    if (line.startsWith('GET')) return [200, entry]
    return headers['if-match']
      ? [200, { ...entry, version: 4, amount: '13.00' }]
      : [428, refused('precondition-required')]
  })
  const saved = await create(api, entry.id, { ...draftOf(entry), amount: '13.00' })

  assert.ok(saved.ok && saved.value.body.version === 4)
  assert.equal(
    asked.map(({ line, headers }) => [line.split(' ')[0], headers['if-match']]),
    [
      ['PUT', undefined],
      ['GET', undefined],
      ['PUT', '"3"'],
    ],
  )
})

saving('changes only what differs, if nobody else has changed it since', async () => {
  const { api, asked } = apiWith(() => [200, entry])
  const { payee: _, ...draft } = { ...draftOf(entry), amount: '13.00' }
  await change(api, entry, draft)

  assert.is(asked[0]?.headers['if-match'], '"3"')
  assert.equal(asked[0]?.body, { amount: '13.00', payee: null })
})

saving('changes tags and splits as a whole, and only where they differ', () => {
  const parts = [{ amount: '10.00', categoryId: ids.bakery }, { amount: '2.50' }]
  const draft = draftOf(entry)

  assert.equal(patchTo(entry, { ...draft, tags: ['team'] }), {})
  assert.equal(patchTo(entry, { ...draft, tags: undefined }), { tags: null })
  assert.equal(patchTo(entry, { ...draft, categoryId: undefined, splits: parts }), { categoryId: null, splits: parts })
})

saving('takes back what belongs to another kind', () => {
  const { kind: _, categoryId: __, payee: ___, ...rest } = draftOf(entry)

  assert.equal(patchTo(entry, { ...rest, kind: 'transfer', toAccountId: ids.tokyo, toAmount: '2100' }), {
    kind: 'transfer',
    toAccountId: ids.tokyo,
    toAmount: '2100',
    categoryId: null,
    payee: null,
  })
})

saving('says the amount anew with another account, whose currency it is in from then on', () => {
  const { kind: _, ...draft } = draftOf(entry)

  assert.equal(patchTo(entry, { ...draft, kind: 'expense', accountId: ids.tokyo }), {
    amount: '12.50',
    accountId: ids.tokyo,
  })
})

saving('says the amount that arrives only where it is another currency’s', () => {
  const transfer = { ...entry, kind: 'transfer' as const, toAccountId: ids.tokyo, toAmount: '12.50', toCurrency: 'EUR' }

  assert.is(draftOf(transfer).toAmount, undefined)
  assert.is(draftOf({ ...transfer, toCurrency: 'JPY', toAmount: '2100' }).toAmount, '2100')
})

saving('restores by the route for it, and shows what comes back', async () => {
  const { api, asked } = apiWith(() => [200, entry])
  const restored = await restore(api, entry)

  assert.equal(
    asked.map(({ line }) => line),
    [`POST ledgers/default/transactions/${entry.id}/restore`],
  )
  assert.ok(restored.ok && restored.value.body.id === entry.id)
})

saving.run()
