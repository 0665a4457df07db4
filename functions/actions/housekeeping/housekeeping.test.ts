import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ashasWish, caller, identityDesk } from '../../../tests/support/identity-desk.ts'
import { ledgerDesk } from '../../../tests/support/ledger-desk.ts'
import type { UserId } from '../../domain/ids.ts'
import { register } from '../register/register.ts'
import { housekeeping } from './housekeeping.ts'

const day = 86_400_000
const keeping = suite('housekeeping')

keeping('ends the leaving of somebody who was cut off', async () => {
  const desk = await identityDesk()
  const books = await ledgerDesk()
  const asked = { params: {}, query: undefined, headers: {}, body: ashasWish, caller }
  const registered = await register(desk, undefined, asked)
  assert.ok(registered.ok)
  const id = (registered.ok ? registered.value.body.user.id : '') as UserId
  await desk.users.beginLeaving(id, desk.clock.now())

  const done = await housekeeping({ ...desk, transactions: books.transactions })

  assert.is(done.left, 1)
  assert.is(await desk.users.byId(id), undefined)
  await books.close()
})

keeping('forgets what has lain in the trash for thirty days, and nothing younger', async () => {
  const desk = await identityDesk()
  const books = await ledgerDesk()
  const old = await books.record({ kind: 'expense', day: '2026-11-20', amount: '1.00' })
  const young = await books.record({ kind: 'expense', day: '2026-11-20', amount: '2.00' })
  const today = books.clock.now()
  await books.transactions.apply(books.scope, [{ do: 'delete', id: old }], today - 31 * day)
  await books.transactions.apply(books.scope, [{ do: 'delete', id: young }], today - 29 * day)
  desk.time.now = today

  const done = await housekeeping({ ...desk, transactions: books.transactions })

  assert.is(done.purged, 1)
  const left = await books.transactions.trash(books.scope, undefined, 10)
  assert.equal(
    left.map(({ entry }) => entry.id),
    [young],
  )
  await books.close()
})

keeping.run()
