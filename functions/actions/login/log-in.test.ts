import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  ashasWish,
  asked,
  caller,
  held,
  type IdentityDesk,
  identityDesk,
  noon,
  outcomeOf,
  refusalIn,
  registered,
} from '../../../tests/support/identity-desk.ts'
import { allRows } from '../../../tests/support/rows-of-people.ts'
import { logInLimits, windowOf } from '../../edge/limits.ts'
import { logIn } from './log-in.ts'

const loggingIn = suite('logging in')

const minute = 60_000
const { email, password } = ashasWish
const send = (desk: IdentityDesk, wish: Partial<typeof ashasWish> = {}, from: Partial<typeof caller> = {}) =>
  logIn(desk, undefined, asked({ email, password, ...wish }, from))

loggingIn('begins a session, named as the browser names itself', async () => {
  const desk = await identityDesk()
  const { scope } = await registered(desk)
  desk.time.now += minute
  const answer = await send(desk, { email: ' ASHA@Example.org ' }, { agent: `Mozilla\u0000\ud83d ${'x'.repeat(300)}` })

  assert.ok(answer.ok)
  const { claims, cookie } = held(desk, answer.value)
  assert.ok(cookie?.startsWith('__Host-outlay='))
  assert.equal(claims, {
    ...claims,
    userId: scope.userId,
    level: 1,
    issuedMs: noon + minute,
    expiresMs: noon + 11 * minute,
  })
  const session = await desk.sessions.live(claims.sessionId, desk.time.now)
  assert.is(session?.agent, `Mozilla ${'x'.repeat(247)}`)
  assert.is(session?.expiresMs, desk.time.now + 30 * 86_400_000)
  assert.is(session?.absoluteMs, desk.time.now + 180 * 86_400_000)
})

loggingIn(
  'is refused at once to a page at another address than Outlay’s, which could not keep the session',
  async () => {
    const desk = await identityDesk()
    await registered(desk)
    desk.computed.length = 0

    assert.equal(refusalIn(await send(desk, {}, { origin: 'http://elsewhere.invalid:8080' })), {
      kind: 'not-acceptable-origin',
    })
    assert.equal(desk.computed, [])
    assert.is(outcomeOf(await send(desk, {}, { origin: 'https://outlay.example.org' })), 200)
    assert.is(outcomeOf(await send(desk)), 200)
  },
)

loggingIn('answers an unknown address and a wrong password alike, after the same work', async () => {
  const desk = await identityDesk()
  await registered(desk)

  const work: string[][] = []
  for (const wish of [{ password: 'wrong horse' }, { email: 'nobody@example.org' }, { email: 'no address' }]) {
    desk.computed.length = 0
    assert.equal(refusalIn(await send(desk, wish)), { kind: 'wrong-credentials' })
    work.push([...desk.computed])
  }
  assert.equal(work, [['verify'], ['verify'], ['verify']])
})

for (const state of ['leaving', 'disabled'] as const) {
  loggingIn(`answers a person who is ${state} as a stranger, and changes nothing`, async () => {
    const desk = await identityDesk()
    const { scope } = await registered(desk)
    await desk.users.setState(scope.userId, state, noon)
    await send(desk)
    const { login_limits: _, ...before } = await allRows(desk.identityDb)
    desk.computed.length = 0

    assert.equal(refusalIn(await send(desk)), { kind: 'wrong-credentials' })
    const { login_limits: __, ...after } = await allRows(desk.identityDb)
    assert.equal(after, before)
    assert.equal(desk.computed, ['verify'])
  })
}

loggingIn('answers a person whose leaving has come no further than the ledger plane as a stranger', async () => {
  const desk = await identityDesk()
  const { scope } = await registered(desk)
  await desk.principals.beginLeaving(scope.userId, noon)

  assert.is(outcomeOf(await send(desk)), 'wrong-credentials')
})

loggingIn('goes through what registration has left undone', async () => {
  const desk = await identityDesk()
  const { scope, ledgerId } = await registered(desk)
  await desk.users.setState(scope.userId, 'pending', noon)
  for (const table of ['ledgers', 'ledger_rules', 'memberships', 'accounts', 'categories', 'principals'] as const) {
    await desk.ledgerDb.deleteFrom(table).execute()
  }

  assert.is(outcomeOf(await send(desk, { password: 'wrong horse' })), 'wrong-credentials')
  assert.is(await desk.ledgers.standing(scope.userId), undefined)

  assert.is(outcomeOf(await send(desk)), 200)
  assert.is((await desk.users.byId(scope.userId))?.state, 'active')
  const entrance = await desk.ledgers.enter(scope.userId, 'default')
  assert.is(entrance?.membership?.ledger.ledgerId, ledgerId)
})

loggingIn('gives a token that counts after tokens were shut out, even in the same millisecond', async () => {
  const desk = await identityDesk()
  const { scope } = await registered(desk)
  const validFromMs = await desk.principals.shutOut(scope.userId, noon)
  const answer = await send(desk)

  assert.ok(answer.ok)
  assert.ok(held(desk, answer.value).claims.issuedMs >= validFromMs)
})

loggingIn('is refused when the password is changed while it is checked', async () => {
  const desk = await identityDesk()
  const { scope } = await registered(desk)
  const passwords = {
    ...desk.passwords,
    verify: async () => {
      await desk.passwordChanges.set(scope.userId, 'quick:another horse', noon)
      return true
    },
  }

  const answer = await logIn({ ...desk, passwords }, undefined, asked({ email, password }))
  assert.is(outcomeOf(answer), 'wrong-credentials')
  assert.equal(await desk.sessions.list(scope.userId, noon), [])
})

loggingIn('is limited to ten in a quarter of an hour for one person from one network, right or wrong', async () => {
  const desk = await identityDesk()
  await registered(desk)
  const answers: unknown[] = []
  for (let n = 0; n < 12; n++) answers.push(outcomeOf(await send(desk, { password: 'wrong horse' })))
  desk.computed.length = 0

  assert.equal(answers, [...Array(10).fill('wrong-credentials'), 'too-many-attempts', 'too-many-attempts'])
  assert.equal(refusalIn(await send(desk)), { kind: 'too-many-attempts', retryAfterS: 900 })
  assert.equal(desk.computed, [])
  assert.is(outcomeOf(await send(desk, {}, { address: '203.0.113.8' })), 200)

  desk.time.now += 15 * minute
  assert.is(outcomeOf(await send(desk)), 200)
})

loggingIn('is limited for addresses that nobody has as for those that somebody has', async () => {
  const desk = await identityDesk()
  const answers: unknown[] = []
  for (let n = 0; n < 11; n++) answers.push(outcomeOf(await send(desk, { email: 'nobody@example.org' })))

  assert.equal(answers, [...Array(10).fill('wrong-credentials'), 'too-many-attempts'])
})

loggingIn('is limited to fifty in an hour for one person from all over the world', async () => {
  const desk = await identityDesk()
  await registered(desk)
  const answers: unknown[] = []
  for (let n = 0; n < 51; n++) {
    answers.push(outcomeOf(await send(desk, { password: 'wrong horse' }, { address: `2001:db8:${n}::1` })))
  }

  assert.equal(answers, [...Array(50).fill('wrong-credentials'), 'too-many-attempts'])
})

loggingIn('leaves the person room that one network cannot use up in an hour', async () => {
  const desk = await identityDesk()
  await registered(desk)
  for (let quarter = 0; quarter < 4; quarter++) {
    for (let n = 0; n < 15; n++) await send(desk, { password: 'wrong horse' })
    desk.time.now += 15 * minute - 1
  }

  assert.is(outcomeOf(await send(desk, {}, { address: '198.51.100.1' })), 200)
})

loggingIn('is limited to a hundred in an hour from one network, whoever they are for', async () => {
  const desk = await identityDesk()
  await registered(desk)
  for (let n = 0; n < 100; n++) await send(desk, { email: `nobody${n}@example.org` })

  assert.is(outcomeOf(await send(desk)), 'too-many-attempts')
  assert.is(outcomeOf(await send(desk, {}, { address: '198.51.100.1' })), 200)
})

loggingIn('forgets a person’s failures with a success, and not those of the network', async () => {
  const desk = await identityDesk()
  await registered(desk)
  for (let round = 0; round < 11; round++) {
    for (let n = 0; n < 9; n++) await send(desk, { password: 'wrong horse' })
    assert.is(outcomeOf(await send(desk)), 200)
  }
  assert.is(outcomeOf(await send(desk, { email: 'ben@example.org' })), 'wrong-credentials')

  assert.is(outcomeOf(await send(desk)), 'too-many-attempts')
})

loggingIn('keeps no address of a caller', async () => {
  const desk = await identityDesk()
  await registered(desk)
  await send(desk, { password: 'wrong horse' })
  await send(desk, { email: 'nobody@example.org' })

  const { login_limits = [] } = await allRows(desk.identityDb)
  assert.ok(login_limits.length > 3)
  assert.not(JSON.stringify(login_limits).includes(caller.address))
})

loggingIn('writes nothing but a session for who guesses right at once', async () => {
  const desk = await identityDesk()
  await registered(desk)
  const { sessions: _, ...before } = await allRows(desk.identityDb)

  assert.is(outcomeOf(await send(desk)), 200)

  const { sessions = [], ...after } = await allRows(desk.identityDb)
  assert.is(sessions.length, 2)
  assert.equal(after, before)
})

loggingIn('is looked at ten times, however many guess in one process before the first is answered', async () => {
  const desk = await identityDesk()
  await registered(desk)
  desk.computed.length = 0

  const guesses = Array.from({ length: 40 }, () => send(desk, { password: 'wrong horse' }))
  const outcomes = (await Promise.all(guesses)).map(outcomeOf)

  assert.is(outcomes.filter((outcome) => outcome === 'wrong-credentials').length, 10)
  assert.is(outcomes.filter((outcome) => outcome === 'too-many-attempts').length, 30)
  assert.is(desk.computed.length, 10)
})

loggingIn('is refused to a right password that comes when others have used up its window meanwhile', async () => {
  const desk = await identityDesk()
  await registered(desk)
  const limits = logInLimits(desk.secrets, caller.address, desk.secrets.hashOf(email))
  const windows = limits.map((limit) => windowOf(limit, desk.time.now))
  const passwords = {
    ...desk.passwords,
    // as other processes count, of which this one knows nothing
    verify: async () => {
      for (let n = 0; n < 10; n++) await desk.attempts.count(windows)
      return true
    },
  }

  const answer = await logIn({ ...desk, passwords }, undefined, asked({ email, password }))

  assert.is(outcomeOf(answer), 'too-many-attempts')
  assert.is((await allRows(desk.identityDb)).sessions?.length, 1)
})

loggingIn.run()
