import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  cookieIn,
  held,
  identityDesk,
  loggedIn,
  noon,
  outcomeOf,
  refreshed,
  registered,
} from '../../../tests/support/identity-desk.ts'

const refreshing = suite('refreshing')

const second = 1000
const day = 86_400_000

refreshing('trades the cookie for a token and the next cookie', async () => {
  const desk = await identityDesk()
  const first = await registered(desk)
  desk.time.now += 9 * 60 * second
  const answer = await refreshed(desk, `other=1; ${first.cookie}`)

  assert.ok(answer.ok)
  const { claims, cookie } = held(desk, answer.value)
  assert.equal(claims, { ...first.claims, issuedMs: desk.time.now, expiresMs: desk.time.now + 600 * second })
  assert.is(answer.value.body.user.email, 'asha@example.org')
  assert.ok(cookie)
  assert.is.not(cookie, first.cookie)
  assert.is(outcomeOf(await refreshed(desk, cookie)), 200)
})

refreshing('is refused without a cookie of ours', async () => {
  const desk = await identityDesk()
  const { cookie = '' } = await registered(desk)

  for (const other of [undefined, '', 'outlay=x', cookie.replace('__Host-', ''), `${cookie}x`, cookie.slice(0, -1)]) {
    assert.is(outcomeOf(await refreshed(desk, other)), 'refresh-refused', other)
  }
})

refreshing('is refused to pages of others, and not to programs', async () => {
  const desk = await identityDesk()
  const { cookie } = await registered(desk)

  for (const origin of [
    'https://example.org',
    'null',
    'http://outlay.example.org',
    'https://outlay.example.org:8443',
  ]) {
    assert.is(outcomeOf(await refreshed(desk, cookie, { origin })), 'not-acceptable-origin')
  }
  assert.is(outcomeOf(await refreshed(desk, cookie, { origin: 'https://outlay.example.org' })), 200)
})

refreshing('gives two tabs one and the same next cookie, and each a token that works', async () => {
  const desk = await identityDesk()
  const { cookie, claims } = await registered(desk)
  const answers = await Promise.all([refreshed(desk, cookie), refreshed(desk, cookie), refreshed(desk, cookie)])

  const cookies = answers.map((answer) => answer.ok && cookieIn(answer.value.headers))
  assert.is(new Set(cookies).size, 1)
  for (const answer of answers) {
    assert.ok(answer.ok)
    assert.is(held(desk, answer.value).claims.sessionId, claims.sessionId)
  }
  assert.is((await desk.sessions.list(claims.userId, noon)).length, 1)
  desk.time.now += 60 * second
  assert.is(outcomeOf(await refreshed(desk, cookies[0] || undefined)), 200)
})

refreshing('gives an answer that was lost once more, within ten seconds', async () => {
  const desk = await identityDesk()
  const { cookie } = await registered(desk)
  const lost = await refreshed(desk, cookie)
  desk.time.now += 10 * second
  const again = await refreshed(desk, cookie)

  assert.ok(lost.ok)
  assert.ok(again.ok)
  assert.is(cookieIn(again.value.headers), cookieIn(lost.value.headers))
})

refreshing('with the cookie before, later than that, ends the session and shuts its tokens out', async () => {
  const desk = await identityDesk()
  const { cookie, claims } = await registered(desk)
  const other = await loggedIn(desk)
  const stolen = await refreshed(desk, cookie)
  assert.ok(stolen.ok)
  const thief = held(desk, stolen.value)
  desk.time.now += 10 * second + 1

  assert.is(outcomeOf(await refreshed(desk, cookie)), 'refresh-refused')
  assert.is(outcomeOf(await refreshed(desk, thief.cookie)), 'refresh-refused')
  assert.is(await desk.sessions.live(claims.sessionId, desk.time.now), undefined)
  const { validFromMs = 0 } = (await desk.ledgers.standing(claims.userId)) ?? {}
  assert.ok(thief.claims.issuedMs < validFromMs)

  const answer = await refreshed(desk, other.cookie)
  assert.ok(answer.ok)
  assert.ok(held(desk, answer.value).claims.issuedMs >= validFromMs)
})

refreshing('with a cookie two rotations old is refused', async () => {
  const desk = await identityDesk()
  const { cookie } = await registered(desk)
  const next = await refreshed(desk, cookie)
  assert.ok(next.ok)
  await refreshed(desk, cookieIn(next.value.headers))

  assert.is(outcomeOf(await refreshed(desk, cookie)), 'refresh-refused')
})

refreshing('is possible for thirty days after the last time', async () => {
  const desk = await identityDesk()
  const { cookie } = await registered(desk)
  desk.time.now += 30 * day - 1
  const answer = await refreshed(desk, cookie)
  assert.ok(answer.ok)

  desk.time.now += 30 * day
  assert.is(outcomeOf(await refreshed(desk, cookieIn(answer.value.headers))), 'refresh-refused')
})

refreshing('is possible for a hundred and eighty days in all, and no token outlives them', async () => {
  const desk = await identityDesk()
  let { cookie } = await registered(desk)
  for (let n = 1; n <= 7; n++) {
    desk.time.now = noon + Math.min(n * 29 * day, 180 * day - 60 * second)
    const answer = await refreshed(desk, cookie)
    assert.ok(answer.ok)
    cookie = cookieIn(answer.value.headers)
    if (n === 7) assert.is(answer.value.body.expiresAt, noon + 180 * day)
  }
  desk.time.now = noon + 180 * day
  assert.is(outcomeOf(await refreshed(desk, cookie)), 'refresh-refused')
})

refreshing('gives a token from after the last time that tokens were shut out', async () => {
  const desk = await identityDesk()
  const { cookie, claims } = await registered(desk)
  const validFromMs = await desk.principals.shutOut(claims.userId, noon + 5000)
  const answer = await refreshed(desk, cookie)

  assert.ok(answer.ok)
  assert.is(held(desk, answer.value).claims.issuedMs, validFromMs + 1)
})

for (const state of ['leaving', 'disabled', 'pending'] as const) {
  refreshing(`is refused to a person who is ${state}`, async () => {
    const desk = await identityDesk()
    const { cookie, claims } = await registered(desk)
    await desk.users.setState(claims.userId, state, noon)

    assert.is(outcomeOf(await refreshed(desk, cookie)), 'refresh-refused')
  })
}

refreshing('is refused to a person whose leaving has come no further than the ledger plane', async () => {
  const desk = await identityDesk()
  const { cookie, claims } = await registered(desk)
  await desk.principals.beginLeaving(claims.userId, noon)

  assert.is(outcomeOf(await refreshed(desk, cookie)), 'refresh-refused')
})

refreshing.run()
