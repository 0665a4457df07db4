import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  caller,
  type IdentityDesk,
  identityDesk,
  loggedIn,
  noon,
  outcomeOf,
  refreshed,
  registered,
} from '../../../tests/support/identity-desk.ts'
import type { SessionScope } from '../../ports/scope.ts'
import { endSession } from './end-session.ts'
import { listSessions } from './list-sessions.ts'

const sessions = suite('sessions')

const nothing = { query: undefined, body: undefined, headers: {}, caller }
const list = async (desk: IdentityDesk, scope: SessionScope) => {
  const answer = await listSessions(desk, scope)
  return answer.ok ? answer.value.body.items : []
}
const end = (desk: IdentityDesk, scope: SessionScope, id: string) =>
  endSession(desk, scope, { ...nothing, params: { id } })
const validFrom = (desk: IdentityDesk, { userId }: SessionScope) => desk.principals.validFrom(userId)

sessions('are listed, with the one that asks marked', async () => {
  const desk = await identityDesk()
  const first = await registered(desk)
  await registered(desk, { email: 'ben@example.org' })
  desk.time.now += 1000
  const second = await loggedIn(desk)

  const of = (id: string, at: number, current: boolean) => ({
    id,
    current,
    agent: 'A browser',
    createdAt: at,
    lastSeenAt: at,
    expiresAt: at + 30 * 86_400_000,
  })
  assert.equal(await list(desk, first.scope), [
    of(second.scope.sessionId, noon + 1000, false),
    of(first.scope.sessionId, noon, true),
  ])
})

for (const name of ['current', 'its id'] as const) {
  sessions(`end by ${name}: the cookie goes, and every token of the person is shut out`, async () => {
    const desk = await identityDesk()
    const { scope, cookie, claims } = await registered(desk)
    const answer = await end(desk, scope, name === 'current' ? name : scope.sessionId)

    assert.ok(answer.ok)
    assert.is(answer.value.status, 204)
    assert.match(String(answer.value.headers?.['set-cookie']), /^__Host-outlay=; Path=\/; Max-Age=0;/)
    assert.ok((await validFrom(desk, scope)) > claims.issuedMs)
    assert.equal(await list(desk, scope), [])
    assert.is(outcomeOf(await refreshed(desk, cookie)), 'refresh-refused')
  })
}

sessions('end from another one, which keeps its cookie and gets a new token by it', async () => {
  const desk = await identityDesk()
  const first = await registered(desk)
  const second = await loggedIn(desk)
  const answer = await end(desk, second.scope, first.scope.sessionId)

  assert.ok(answer.ok)
  assert.is(answer.value.headers?.['set-cookie'], undefined)
  assert.is(outcomeOf(await refreshed(desk, first.cookie)), 'refresh-refused')
  assert.is(outcomeOf(await refreshed(desk, second.cookie)), 200)
})

sessions('end once: the second time is answered alike and shuts nobody out', async () => {
  const desk = await identityDesk()
  const first = await registered(desk)
  const second = await loggedIn(desk)
  await end(desk, second.scope, first.scope.sessionId)
  const before = await validFrom(desk, second.scope)

  assert.is(outcomeOf(await end(desk, second.scope, first.scope.sessionId)), 204)
  assert.is(await validFrom(desk, second.scope), before)
})

sessions('that have ended are ended again by their own token, which ends nothing else', async () => {
  const desk = await identityDesk()
  const first = await registered(desk)
  const second = await loggedIn(desk)
  await end(desk, first.scope, 'current')
  const before = await validFrom(desk, first.scope)

  for (const id of ['current', first.scope.sessionId]) {
    const again = await end(desk, first.scope, id)
    assert.ok(again.ok)
    assert.match(String(again.value.headers?.['set-cookie']), /^__Host-outlay=; Path=\/; Max-Age=0;/)
  }
  assert.is(await validFrom(desk, first.scope), before)
  assert.is(outcomeOf(await end(desk, first.scope, second.scope.sessionId)), 'unauthenticated')
  assert.is((await list(desk, second.scope)).length, 1)
})

sessions('of others are answered as those that never were, and stay', async () => {
  const desk = await identityDesk()
  const asha = await registered(desk)
  const ben = await registered(desk, { email: 'ben@example.org' })

  for (const id of [ben.scope.sessionId, '01890000-0000-7000-8000-0000000000ff']) {
    assert.is(outcomeOf(await end(desk, asha.scope, id)), 204)
  }
  assert.is((await list(desk, ben.scope)).length, 1)
  assert.equal([await validFrom(desk, asha.scope), await validFrom(desk, ben.scope)], [0, 0])
})

sessions('that could not be ended have lost their tokens all the same', async () => {
  const desk = await identityDesk()
  const { scope, claims } = await registered(desk)
  const broken = { ...desk, sessions: { ...desk.sessions, end: () => Promise.reject(new Error('cut off')) } }

  await end(broken, scope, 'current').catch(() => undefined)
  assert.ok((await validFrom(desk, scope)) > claims.issuedMs)
  assert.is(outcomeOf(await end(desk, scope, 'current')), 204)
  assert.equal(await list(desk, scope), [])
})

sessions.run()
