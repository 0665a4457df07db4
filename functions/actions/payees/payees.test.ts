import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { deskApi } from '../../../tests/support/desk-api.ts'
import { ledgerDesk } from '../../../tests/support/ledger-desk.ts'
import { type ListedPayee, type PayeeView, payees } from '../../api/payees.ts'
import { addPayee } from './add-payee.ts'
import { changePayee } from './change-payee.ts'
import { getPayee } from './get-payee.ts'
import { listPayees } from './list-payees.ts'
import { mergePayee } from './merge-payee.ts'
import { putPayee } from './put-payee.ts'
import { removePayee } from './remove-payee.ts'

const knowing = suite('keeping payees')
const id = '00000000-0000-7000-8000-0000000000aa'
const other = '00000000-0000-7000-8000-0000000000bb'

knowing('makes one, once', async () => {
  const { ask } = await sit()
  const put = (name: string) => ask(`PUT /payees/${id}`, { body: { name } })

  const made = await put(' Mill ')
  assert.equal([made.status, made.headers.etag, made.body], [201, '"1"', { id, version: 1, name: 'Mill' }])
  assert.equal([(await put('Mill')).status, (await put('Quay')).status], [200, 428])
  assert.is((await ask('POST /payees', { body: { name: 'MILL' } })).status, 409)
  assert.equal((await ask(`GET /payees/${id}`)).body, made.body)
})

knowing('renames it, the version that is named', async () => {
  const { ask } = await sit()
  await ask(`PUT /payees/${id}`, { body: { name: 'Mill' } })
  const match = (tag: string) => ({ headers: { 'if-match': tag } })

  assert.is((await ask(`PATCH /payees/${id}`, { body: { name: 'Quay' }, ...match('"1"') })).status, 200)
  assert.is((await ask(`PUT /payees/${id}`, { body: { name: 'Quays' }, ...match('"1"') })).status, 412)
  const replaced = await ask(`PUT /payees/${id}`, { body: { name: 'Quays' }, ...match('"2"') })
  assert.equal(replaced.body, { id, version: 3, name: 'Quays' })

  assert.equal((await ask(`PATCH /payees/${id}`, { body: {} })).body, replaced.body)
  assert.is((await ask(`PATCH /payees/${id}`, { body: {}, ...match('"1"') })).status, 412)
  assert.is((await ask(`PATCH /payees/${other}`, { body: {} })).status, 404)
})

knowing('pages through them by name', async () => {
  const { ask } = await sit()
  for (const name of ['Zoo', 'Mill 3', 'mill 1', 'Mill 2', 'Quay']) await ask('POST /payees', { body: { name } })
  const seen: string[] = []
  for (let next: string | undefined = ''; next !== undefined; ) {
    const page = await ask(`GET /payees?text=MILL&limit=2${next && `&cursor=${next}`}`)
    const body = page.body as { items: PayeeView[]; next?: string }
    seen.push(...body.items.map(({ name }) => name))
    next = body.next
  }
  assert.equal(seen, ['mill 1', 'Mill 2', 'Mill 3'])
})

knowing('tells how the latest entry of each was filed, in lists', async () => {
  const { desk, ask } = await sit()
  await desk.record({ kind: 'expense', day: '2026-11-20', amount: '3.00', payee: 'Mill', categoryId: desk.at.bread })
  const [mill] = ((await ask('GET /payees')).body as { items: ListedPayee[] }).items

  assert.equal(mill?.last, { kind: 'expense', accountId: desk.at.wallet, categoryId: desk.at.bread })
  assert.not.ok('last' in ((await ask(`GET /payees/${mill?.id}`)).body as object))
})

knowing('takes no cursor but its own', async () => {
  const { ask } = await sit()
  for (const name of ['Mill 1', 'Mill 2', 'x'.repeat(120), 'ﷺ'.repeat(120)])
    await ask('POST /payees', { body: { name } })
  const { next } = (await ask('GET /payees?text=mill&limit=1')).body as { next: string }

  assert.is((await ask(`GET /payees?text=zoo&cursor=${next}`)).status, 400)
  for (const cursor of ['!', 'AA', '_w', Buffer.from('a\0b').toString('base64url'), 'TWlsbA=='])
    assert.is((await ask(`GET /payees?cursor=${cursor}`)).status, 400, cursor)
  const longest = (await ask('GET /payees?limit=3')).body as { next: string }
  assert.is((await ask(`GET /payees?cursor=${longest.next}`)).status, 200)
})

knowing('merges and undoes', async () => {
  const { ask } = await sit()
  await ask(`PUT /payees/${id}`, { body: { name: 'Mill' } })
  await ask(`PUT /payees/${other}`, { body: { name: 'Quay' } })
  const merge = (into: string | null) => ask(`POST /payees/${id}/merge`, { body: { into } })

  assert.equal((await merge(other)).body, { id, version: 2, name: 'Mill', mergedInto: other })
  assert.equal((await merge(null)).body, { id, version: 3, name: 'Mill' })
  assert.is((await merge(null)).status, 409)
  assert.is((await merge('00000000-0000-7000-8000-0000000000cc')).status, 422)
})

knowing('drops those that nothing names', async () => {
  const { desk, ask } = await sit()
  await ask(`PUT /payees/${id}`, { body: { name: 'Mill' } })
  await ask(`PUT /payees/${other}`, { body: { name: 'Quay' } })
  await desk.record({ kind: 'expense', day: '2026-11-20', amount: '3.00', payee: 'mill' })

  const kept = await ask(`DELETE /payees/${id}`)
  assert.is(kept.status, 409)
  // there is no archiving payees
  assert.match((kept.body as { title: string }).title, /merge a payee/)
  assert.equal(
    [(await ask(`DELETE /payees/${other}`)).status, (await ask(`DELETE /payees/${other}`)).status],
    [204, 204],
  )
})

async function sit() {
  const desk = await ledgerDesk()
  const handlers = { listPayees, addPayee, getPayee, putPayee, changePayee, mergePayee, removePayee }
  return { desk, ask: deskApi(desk, payees, handlers) }
}

knowing.run()
