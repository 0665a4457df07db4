import { sql } from 'kysely'
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

changing('ends every session, and shuts out every token there was', async () => {
  const desk = await identityDesk()
  const other = await registered(desk)
  const { scope, cookie, claims } = await loggedIn(desk)
  const answer = await change(desk, scope)

  assert.ok(answer.ok)
  const now = held(desk, answer.value)
  assert.equal(
    (await desk.sessions.list(scope.userId, noon)).map(({ id }) => id),
    [now.scope.sessionId],
  )
  for (const one of [other.cookie, cookie]) assert.is(outcomeOf(await refreshed(desk, one)), 'refresh-refused')
  assert.ok((await desk.principals.validFrom(scope.userId)) > claims.issuedMs)
  assert.is(await desk.sessions.live(scope.sessionId, noon), undefined)
})

changing('is worth more than a session of the one before that is written a moment later', async () => {
  const desk = await identityDesk()
  const { scope, cookie } = await registered(desk)
  await sql`create temp table begun as select * from sessions`.execute(desk.identityDb)
  await change(desk, scope)
  // as a log-in writes it that had read the user just before
  await sql`insert into sessions select * from begun`.execute(desk.identityDb)

  assert.is((await desk.identityDb.selectFrom('sessions').selectAll().execute()).length, 2)
  assert.is(await desk.sessions.live(scope.sessionId, noon), undefined)
  assert.is((await desk.sessions.list(scope.userId, noon)).length, 1)
  assert.is(outcomeOf(await refreshed(desk, cookie)), 'refresh-refused')
})

changing('leaves nothing of the cookie that was traded a moment before', async () => {
  const desk = await identityDesk()
  const { scope, cookie } = await registered(desk)
  assert.is(outcomeOf(await refreshed(desk, cookie)), 200)
  await change(desk, scope)

  assert.is(outcomeOf(await refreshed(desk, cookie)), 'refresh-refused')
})

changing('comes with a token that counts and a new cookie, of a session that begins with it', async () => {
  const desk = await identityDesk()
  const { scope } = await registered(desk)
  desk.time.now += 1000
  const answer = await change(desk, scope)

  assert.ok(answer.ok)
  const now = held(desk, answer.value)
  assert.is.not(now.claims.sessionId, scope.sessionId)
  assert.ok(now.claims.issuedMs >= (await desk.principals.validFrom(scope.userId)))
  const session = await desk.sessions.live(now.scope.sessionId, desk.time.now)
  assert.equal([session?.createdMs, session?.agent], [noon + 1000, 'A browser'])
  assert.is(outcomeOf(await refreshed(desk, now.cookie)), 200)
})

changing('lets nobody in whose new password is not the newest any more', async () => {
  const desk = await identityDesk()
  const { scope } = await registered(desk)
  const add: typeof desk.sessions.add = async (...session) => {
    await desk.passwordChanges.set(scope.userId, 'quick:the longest battery', noon)
    return desk.sessions.add(...session)
  }
  const answer = await change({ ...desk, sessions: { ...desk.sessions, add } }, scope)

  assert.is(outcomeOf(answer), 'unauthenticated')
  assert.equal(await desk.sessions.list(scope.userId, noon), [])
})

changing('makes a link useless that somebody has asked for meanwhile, once it is changed', async () => {
  const desk = await identityDesk()
  const { scope } = await registered(desk)
  const { hash } = desk.secrets.make()
  const times = { createdMs: noon, expiresMs: noon + 1000 }
  const token = { hash, userId: scope.userId, purpose: 'reset', email: ashasWish.email, ...times } as const
  await desk.passwordChanges.offerReset(token)

  await change(desk, scope, 'a longer battery', 'wrong horse')
  assert.equal(await desk.mailTokens.find(hash, noon), token)
  await change(desk, scope)
  assert.is(await desk.mailTokens.find(hash, noon), undefined)
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
  ['tokens are shut out', 'set'],
  ['the password is changed', 'add'],
] as const) {
  changing(`that is cut off after ${cut} errs on the safe side`, async () => {
    const desk = await identityDesk()
    const { scope, cookie, claims } = await registered(desk)
    const stop = () => Promise.reject(new Error('cut off'))
    const passwordChanges = port === 'set' ? { ...desk.passwordChanges, set: stop } : desk.passwordChanges
    const sessions = port === 'add' ? { ...desk.sessions, add: stop } : desk.sessions

    await change({ ...desk, passwordChanges, sessions }, scope).catch(() => undefined)

    assert.ok((await desk.principals.validFrom(scope.userId)) > claims.issuedMs)
    const [password, outcome] = port === 'add' ? ['a longer battery', 'refresh-refused'] : [old, 200]
    assert.is(outcomeOf(await refreshed(desk, cookie)), outcome)
    assert.ok((await loggedIn(desk, { ...ashasWish, password })).cookie)
  })
}

changing.run()
