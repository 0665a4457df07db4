import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  ashasWish,
  asked,
  held,
  type IdentityDesk,
  identityDesk,
  loggedIn,
  noon,
  outcomeOf,
  refreshed,
  refusalIn,
  registered,
} from '../../../tests/support/identity-desk.ts'
import type { SessionScope } from '../../ports/scope.ts'
import { changePassword } from './change-password.ts'

const changing = suite('a new password')

const old = ashasWish.password
const change = (desk: IdentityDesk, scope: SessionScope, newPassword = 'a longer battery', currentPassword = old) =>
  changePassword(desk, scope, asked({ currentPassword, newPassword }))

const passwordOf = async (desk: IdentityDesk, { userId }: SessionScope) =>
  (await desk.users.byId(userId))?.passwordHash.replace('quick:', '')

changing('is the one to log in with from then on', async () => {
  const desk = await identityDesk()
  const { scope } = await registered(desk)

  assert.is(outcomeOf(await change(desk, scope)), 200)
  assert.is(await passwordOf(desk, scope), 'a longer battery')
})

changing('ends every other session, and shuts out every token there was', async () => {
  const desk = await identityDesk()
  const other = await registered(desk)
  const { scope, claims } = await loggedIn(desk)
  await change(desk, scope)

  assert.equal(
    (await desk.sessions.list(scope.userId, noon)).map(({ id }) => id),
    [scope.sessionId],
  )
  assert.is(outcomeOf(await refreshed(desk, other.cookie)), 'refresh-refused')
  assert.ok((await desk.principals.validFrom(scope.userId)) > claims.issuedMs)
})

changing('comes with a token that counts and a new cookie, for this session alone', async () => {
  const desk = await identityDesk()
  const { scope, cookie } = await registered(desk)
  desk.time.now += 1000
  const answer = await change(desk, scope)

  assert.ok(answer.ok)
  const now = held(desk, answer.value)
  assert.is(now.claims.sessionId, scope.sessionId)
  assert.ok(now.claims.issuedMs >= (await desk.principals.validFrom(scope.userId)))
  assert.is.not(now.cookie, cookie)
  desk.time.now += 60_000
  assert.is(outcomeOf(await refreshed(desk, now.cookie)), 200)
  assert.is(outcomeOf(await refreshed(desk, cookie)), 'refresh-refused')
})

changing('leaves the cookie of the tab that refreshes at this moment', async () => {
  const desk = await identityDesk()
  const { scope, cookie } = await registered(desk)
  let faster: Awaited<ReturnType<typeof refreshed>> | undefined
  const rotate: typeof desk.sessions.rotate = async (...rotation) => {
    faster = await refreshed({ ...desk, sessions: { ...desk.sessions } }, cookie)
    return desk.sessions.rotate(...rotation)
  }
  const answer = await change({ ...desk, sessions: { ...desk.sessions, rotate } }, scope)

  assert.ok(answer.ok && faster?.ok)
  assert.is(answer.value.headers, undefined)
  desk.time.now += 60_000
  assert.is(outcomeOf(await refreshed(desk, held(desk, faster.value).cookie)), 200)
})

changing('needs the one before, and changes nothing without', async () => {
  const desk = await identityDesk()
  const { scope } = await registered(desk)
  const answer = await change(desk, scope, 'a longer battery', 'wrong horse')

  assert.equal(refusalIn(answer), { kind: 'wrong-password', pointer: '/currentPassword' })
  assert.is(await passwordOf(desk, scope), old)
  assert.is(await desk.principals.validFrom(scope.userId), 0)
})

changing('must not be easy to guess', async () => {
  const desk = await identityDesk()
  const { scope } = await registered(desk)

  for (const weak of ['short', 'password1', ashasWish.email]) {
    assert.equal(refusalIn(await change(desk, scope, weak)), { kind: 'weak-password', pointer: '/newPassword' })
  }
  assert.is(await passwordOf(desk, scope), old)
})

changing('can be tried for ten times in a quarter of an hour', async () => {
  const desk = await identityDesk()
  const { scope } = await registered(desk)
  for (let n = 0; n < 10; n++) await change(desk, scope, 'a longer battery', 'wrong horse')
  desk.computed.length = 0

  assert.equal(refusalIn(await change(desk, scope)), { kind: 'too-many-attempts', retryAfterS: 900 })
  assert.equal(desk.computed, [])
  desk.time.now += 900_000
  assert.is(outcomeOf(await change(desk, scope)), 200)
})

for (const [cut, port] of [
  ['tokens are shut out', 'setPassword'],
  ['the password is changed', 'rotate'],
] as const) {
  changing(`that is cut off after ${cut} errs on the safe side`, async () => {
    const desk = await identityDesk()
    const { scope, claims } = await registered(desk)
    const stop = () => Promise.reject(new Error('cut off'))
    const users = port === 'setPassword' ? { ...desk.users, setPassword: stop } : desk.users
    const sessions = port === 'rotate' ? { ...desk.sessions, rotate: stop } : desk.sessions

    await change({ ...desk, users, sessions }, scope).catch(() => undefined)

    assert.ok((await desk.principals.validFrom(scope.userId)) > claims.issuedMs)
    const now = port === 'setPassword' ? old : 'a longer battery'
    assert.is(outcomeOf(await change(desk, scope, 'the longest battery', now)), 200)
  })
}

changing.run()
