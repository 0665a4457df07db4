import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  ashasWish,
  asked,
  type IdentityDesk,
  identityDesk,
  noon,
  outcomeOf,
  refusalIn,
  registered,
} from '../../../tests/support/identity-desk.ts'
import { allRows, fillEveryTable, rowsNaming } from '../../../tests/support/rows-of-people.ts'
import { leaveSteps, resumeLeaving } from '../../edge/leaving.ts'
import type { SessionScope } from '../../ports/scope.ts'
import { register } from '../register/register.ts'
import { leave } from './leave.ts'

const leaving = suite('leaving')

const send = (desk: IdentityDesk, scope: SessionScope, password = ashasWish.password) =>
  leave(desk, scope, asked({ password }))

/** Everything by which the person could be named in either plane. */
async function traces(desk: IdentityDesk, email: string) {
  const key = desk.secrets.hashOf(email)
  const user = await desk.users.byEmail(key)
  if (!user) throw new Error('There is no such person')
  const names = [user.id, user.ledgerId, email, key]
  return async () => ({ ...(await rowsNaming(desk.identityDb, names)), ...(await rowsNaming(desk.ledgerDb, names)) })
}

/** Two people with rows in every table there is. */
async function crowd() {
  const desk = await identityDesk()
  const people = []
  for (const email of [ashasWish.email, 'ben@example.org']) {
    const person = await registered(desk, { email })
    const who = { userId: person.scope.userId, ledgerId: person.ledgerId }
    await fillEveryTable(desk.identityDb, who, 3)
    await fillEveryTable(desk.ledgerDb, who, 3)
    people.push({ ...person, traces: await traces(desk, email) })
  }
  const [asha, ben] = people
  if (!asha || !ben) throw new Error('Nobody came')
  return { desk, asha, ben }
}

leaving('takes every row of the person from every table, and no row of anybody else', async () => {
  const { desk, asha, ben } = await crowd()
  const tables = Object.keys({ ...(await allRows(desk.identityDb)), ...(await allRows(desk.ledgerDb)) })
  const others = await ben.traces()
  assert.equal(Object.keys(await asha.traces()).sort(), tables.sort())

  const answer = await send(desk, asha.scope)

  assert.ok(answer.ok)
  assert.is(answer.value.status, 204)
  assert.match(String(answer.value.headers?.['set-cookie']), /^__Host-outlay=; .*Max-Age=0/)
  assert.equal(await asha.traces(), {})
  assert.equal(await ben.traces(), others)
})

leaving(
  'takes files that a job has put there meanwhile, which was cut off before it could look who is gone',
  async () => {
    const { desk, asha } = await crowd()
    const keys = await desk.shelf.keys(asha.scope.userId)
    for (const [name, take] of Object.entries(leaveSteps)) {
      await take(desk, asha.scope.userId, noon)
      if (name !== 'removeFiles') continue
      for (const key of keys) await desk.objects.put(key, Buffer.from('a report'), 'application/pdf')
    }
    assert.ok(keys.length > 0)
    for (const key of keys) assert.is(await desk.objects.get(key), undefined)
  },
)

leaving('frees the address', async () => {
  const { desk, asha } = await crowd()
  await send(desk, asha.scope)

  assert.is(outcomeOf(await register(desk, undefined, asked(ashasWish))), 201)
})

leaving('needs the password, and takes nothing without', async () => {
  const { desk, asha } = await crowd()
  const before = await asha.traces()
  const answer = await send(desk, asha.scope, 'wrong horse')

  assert.equal(refusalIn(answer), { kind: 'wrong-password', pointer: '/password' })
  assert.equal(await asha.traces(), { ...before, login_limits: (before.login_limits ?? 0) + 1 })
})

leaving('can be tried for ten times in a quarter of an hour', async () => {
  const { desk, asha } = await crowd()
  for (let n = 0; n < 10; n++) await send(desk, asha.scope, 'wrong horse')

  assert.equal(refusalIn(await send(desk, asha.scope)), { kind: 'too-many-attempts', retryAfterS: 900 })
})

leaving('is refused to the only owner of what others share', async () => {
  const { desk, asha, ben } = await crowd()
  const shared = { ledger_id: asha.ledgerId, user_id: ben.scope.userId }
  await desk.ledgerDb
    .insertInto('memberships')
    .values({ ...shared, role: 'editor' })
    .execute()
  assert.equal(refusalIn(await send(desk, asha.scope)), { kind: 'sole-owner' })
  assert.is((await desk.ledgers.standing(asha.scope.userId))?.active, true)

  await desk.ledgerDb
    .updateTable('memberships')
    .set({ role: 'owner' })
    .where('user_id', '=', ben.scope.userId)
    .execute()
  assert.is(outcomeOf(await send(desk, asha.scope)), 204)
  const entrance = await desk.ledgers.enter(ben.scope.userId, 'default')
  assert.is(entrance?.membership?.role, 'owner')
})

for (const [place, step] of Object.keys(leaveSteps).entries()) {
  leaving(`that was cut short before ${step} is finished by the tick, and has no second end`, async () => {
    const { desk, asha, ben } = await crowd()
    const others = await ben.traces()
    for (const take of Object.values(leaveSteps).slice(0, place)) await take(desk, asha.scope.userId, noon)

    const found = await resumeLeaving(desk, 10, noon)
    assert.is(found, place === 0 ? 0 : 1)
    if (place === 0) assert.is(outcomeOf(await send(desk, asha.scope)), 204)
    assert.equal(await asha.traces(), {})
    assert.equal(await ben.traces(), others)
    assert.is(await resumeLeaving(desk, 10, noon), 0)
  })

  leaving(`takes ${step} twice as once`, async () => {
    const { desk, asha, ben } = await crowd()
    const others = await ben.traces()
    for (const [name, take] of Object.entries(leaveSteps)) {
      await take(desk, asha.scope.userId, noon)
      if (name === step) await take(desk, asha.scope.userId, noon)
    }

    assert.equal(await asha.traces(), {})
    assert.equal(await ben.traces(), others)
  })
}

leaving.run()
