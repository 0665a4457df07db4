import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ashasWish, caller, identityDesk } from '../../../tests/support/identity-desk.ts'
import { ledgerDesk } from '../../../tests/support/ledger-desk.ts'
import { allRows } from '../../../tests/support/rows-of-people.ts'
import type { UserId } from '../../domain/ids.ts'
import { logIn } from '../login/log-in.ts'
import { register } from '../register/register.ts'
import { housekeeping } from './housekeeping.ts'

const hour = 3_600_000
const day = 24 * hour
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

keeping('lets nobody wait for one who cannot leave yet, and does the rest', async () => {
  const desk = await identityDesk()
  const books = await ledgerDesk()
  const [stuck, free] = await Promise.all(
    ['asha@example.org', 'ben@example.org'].map(async (email) => {
      const asked = { params: {}, query: undefined, headers: {}, body: { ...ashasWish, email }, caller }
      const done = await register(desk, undefined, asked)
      const id = (done.ok ? done.value.body.user.id : '') as UserId
      await desk.users.beginLeaving(id, desk.clock.now())
      return id
    }),
  )
  const remove: typeof desk.users.remove = async (id) => {
    if (id === stuck) throw new Error('not now')
    await desk.users.remove(id)
  }
  desk.time.now += 2 * hour

  const done = await housekeeping({ ...desk, users: { ...desk.users, remove }, transactions: books.transactions })

  assert.is(done.left, 1)
  const there = await Promise.all([stuck, free].map((id) => id && desk.users.byId(id)))
  assert.equal(
    there.map((user) => user?.id),
    [stuck, undefined],
  )
  assert.equal((await allRows(desk.identityDb)).login_limits ?? [], [])
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

keeping('drops counts of windows that are over, and sessions that have run out', async () => {
  const desk = await identityDesk()
  const books = await ledgerDesk()
  const asked = { params: {}, query: undefined, headers: {}, caller }
  await register(desk, undefined, { ...asked, body: ashasWish })
  await logIn(desk, undefined, { ...asked, body: { email: ashasWish.email, password: 'a wrong guess' } })
  const kept = async () => {
    await housekeeping({ ...desk, transactions: books.transactions })
    const { login_limits = [], sessions = [] } = await allRows(desk.identityDb)
    return { counts: login_limits.length, sessions: sessions.length }
  }
  const before = await kept()

  desk.time.now += 2 * hour
  const later = await kept()
  desk.time.now += 30 * day

  assert.ok(before.counts > 3)
  assert.equal(later, { counts: 0, sessions: 1 })
  assert.equal(await kept(), { counts: 0, sessions: 0 })
  await books.close()
})

keeping.run()
