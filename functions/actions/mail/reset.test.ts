import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  ashasWish,
  asked,
  type caller,
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
import { allRows } from '../../../tests/support/rows-of-people.ts'
import { takeLeave } from '../../edge/leaving.ts'
import { logIn } from '../login/log-in.ts'
import { askReset } from './ask-reset.ts'
import { resetPassword } from './reset-password.ts'
import { unsubscribe } from './unsubscribe.ts'
import { verify } from './verify.ts'

const minute = 60_000
const fresh = 'a longer battery'

const ask = (desk: IdentityDesk, email = ashasWish.email, from: Partial<typeof caller> = {}) =>
  askReset(desk, undefined, asked({ email }, from))
const reset = (desk: IdentityDesk, token: string, password = fresh, from: Partial<typeof caller> = {}) =>
  resetPassword(desk, undefined, asked({ token, password }, from))

const resets = ({ mails }: IdentityDesk) => mails.filter(({ kind }) => kind === 'reset')

/** The secret in the latest mail of this kind. */
function secretOf({ mails }: IdentityDesk, kind: 'reset' | 'verification' = 'reset'): string {
  const mail = mails.findLast((one) => one.kind === kind)
  const [, secret] = /^https:\/\/outlay\.example\.org\/\w+#([\w-]{43})$/.exec(mail?.text ?? '') ?? []
  if (!secret) throw new Error(`No mail with a link: ${kind}`)
  return secret
}

async function forgotten() {
  const desk = await identityDesk()
  const asha = await registered(desk)
  assert.is(outcomeOf(await ask(desk)), 202)
  return { desk, asha, secret: secretOf(desk) }
}

const passwordOf = async ({ users }: IdentityDesk, id: Parameters<IdentityDesk['users']['byId']>[0]) =>
  (await users.byId(id))?.passwordHash.replace('quick:', '')

const asking = suite('asking for a new password')

asking('sends a link to the address, however it is spelt, and keeps no more of it than a hash', async () => {
  const desk = await identityDesk()
  await registered(desk)
  assert.is(outcomeOf(await ask(desk, ' ASHA@Example.org ')), 202)

  const [mail] = resets(desk)
  assert.equal(mail?.to, { address: 'asha@example.org', name: 'Asha' })
  assert.is(mail?.unsubscribeUrl, undefined)
  const kept = JSON.stringify(await allRows(desk.identityDb))
  assert.not(kept.includes(secretOf(desk)))
  assert.ok(await desk.mailTokens.find(desk.secrets.hashOf(secretOf(desk)), noon + 30 * minute - 1))
  assert.is(await desk.mailTokens.find(desk.secrets.hashOf(secretOf(desk)), noon + 30 * minute), undefined)
})

asking('is answered alike, and after the same time, whoever has the address', async () => {
  const desk = await identityDesk()
  await registered(desk)
  const answers = []
  for (const email of [ashasWish.email, 'nobody@example.org', 'no address']) {
    desk.pauses.length = 0
    answers.push([await ask(desk, email), [...desk.pauses]])
  }

  assert.equal(answers[1], answers[0])
  assert.equal(answers[2], answers[0])
  assert.equal(answers[0]?.[1], [1500])
  assert.is(resets(desk).length, 1)
})

asking('does not wait for the time to be over before it sends the mail', async () => {
  const desk = await identityDesk()
  await registered(desk)
  const sent: number[] = []
  const pause = async () => {
    // as long as a mail takes here
    for (let n = 0; n < 50; n++) await new Promise(setImmediate)
    sent.push(resets(desk).length)
  }
  await askReset({ ...desk, pause }, undefined, asked({ email: ashasWish.email }))

  assert.equal(sent, [1])
})

for (const state of ['pending', 'leaving', 'disabled'] as const) {
  asking(`sends nothing to somebody who is ${state}, and says nothing of it`, async () => {
    const desk = await identityDesk()
    const { scope } = await registered(desk)
    await desk.users.setState(scope.userId, state, noon)

    assert.is(outcomeOf(await ask(desk)), 202)
    assert.equal(resets(desk), [])
    assert.not((await allRows(desk.identityDb)).mail_tokens?.some((row) => row.includes('"reset"')))
  })
}

for (const reason of ['bounced', 'reported', 'dropped'] as const) {
  asking(`sends nothing to an address that is stopped (${reason}), and says nothing of it`, async () => {
    const desk = await identityDesk()
    const { scope } = await registered(desk)
    await desk.mailPreferences.stop(scope.userId, reason, noon)

    assert.is(outcomeOf(await ask(desk)), 202)
    assert.equal(resets(desk), [])
  })
}

for (const outcome of [
  { kind: 'refused', why: '550' },
  { kind: 'later', retryAfterS: 60, why: '451' },
  { kind: 'unknown', why: 'timeout' },
] as const) {
  asking(`says nothing of a mail whose outcome is ${outcome.kind}`, async () => {
    const desk = await identityDesk()
    await registered(desk)
    desk.delivery.outcome = outcome

    assert.is(outcomeOf(await ask(desk)), 202)
    assert.is(resets(desk).length, 1)
  })
}

asking('says nothing of a letter that could not be written', async () => {
  const desk = await identityDesk()
  await registered(desk)
  const letters = { ...desk.letters, reset: () => Promise.reject(new Error('no paper')) }

  assert.is(outcomeOf(await askReset({ ...desk, letters }, undefined, asked({ email: ashasWish.email }))), 202)
})

asking('is limited for one address from one network, for the address, and for the network, known or not', async () => {
  for (const email of [ashasWish.email, 'nobody@example.org']) {
    const desk = await identityDesk()
    await registered(desk)
    const times = async (most: number, from: Partial<typeof caller>, to = email) => {
      for (let n = 0; n < most; n++) assert.is(outcomeOf(await ask(desk, to, from)), 202)
      desk.pauses.length = 0
      assert.equal(refusalIn(await ask(desk, to, from)), { kind: 'too-many-attempts', retryAfterS: 3600 })
      assert.equal(desk.pauses, [])
    }
    await times(5, { address: '203.0.113.7' })
    await times(5, { address: '198.51.100.7' })
    // ten in all, from wherever
    await times(0, { address: '192.0.2.7' })

    for (let n = 0; n < 15; n++) {
      assert.is(outcomeOf(await ask(desk, `somebody${n}@example.org`, { address: '203.0.113.7' })), 202)
    }
    await times(0, { address: '203.0.113.7' }, 'another@example.org')
    assert.is(outcomeOf(await ask(desk, 'another@example.org', { address: '192.0.2.8' })), 202)
    desk.time.now += 60 * minute
    assert.is(outcomeOf(await ask(desk, email)), 202)
  }
})

const setting = suite('a password that is set by the link of a mail')

setting('is the one to log in with from then on', async () => {
  const { desk, asha, secret } = await forgotten()
  assert.is(outcomeOf(await reset(desk, secret)), 204)

  assert.is(await passwordOf(desk, asha.scope.userId), fresh)
  assert.ok((await loggedIn(desk, { ...ashasWish, password: fresh })).cookie)
  assert.is(outcomeOf(await logIn(desk, undefined, asked(ashasWish))), 'wrong-credentials')
})

setting('ends every session, and shuts out every token there was', async () => {
  const { desk, asha, secret } = await forgotten()
  const other = await loggedIn(desk)
  const ben = await registered(desk, { email: 'ben@example.org', name: 'Ben' })
  await reset(desk, secret)

  assert.equal(await desk.sessions.list(asha.scope.userId, noon), [])
  const { sessions = [] } = await allRows(desk.identityDb)
  assert.equal([sessions.length, sessions[0]?.includes(ben.scope.userId)], [1, true])
  for (const { cookie } of [asha, other]) assert.is(outcomeOf(await refreshed(desk, cookie)), 'refresh-refused')
  assert.ok((await desk.principals.validFrom(asha.scope.userId)) > other.claims.issuedMs)
  assert.is(outcomeOf(await refreshed(desk, ben.cookie)), 200)
  assert.is(await desk.principals.validFrom(ben.scope.userId), 0)
})

setting('shows that the address is read, and lets mails come there again', async () => {
  const { desk, asha, secret } = await forgotten()
  await desk.mailPreferences.stop(asha.scope.userId, 'bounced', noon)
  desk.time.now += minute
  await reset(desk, secret)

  assert.is((await desk.users.byId(asha.scope.userId))?.emailVerifiedMs, noon + minute)
  assert.is((await desk.mailPreferences.of(asha.scope.userId)).stopped, undefined)
})

setting('forgets what was tried before at the door', async () => {
  const { desk, secret } = await forgotten()
  const wrong = () => logIn(desk, undefined, asked({ ...ashasWish, password: 'wrong horse' }))
  for (let n = 0; n < 10; n++) await wrong()
  assert.is(outcomeOf(await wrong()), 'too-many-attempts')
  await reset(desk, secret)

  const answer = await logIn(desk, undefined, asked({ ...ashasWish, password: fresh }))
  assert.ok(answer.ok)
  assert.ok(held(desk, answer.value).cookie)
})

setting('is set once by a link', async () => {
  const { desk, asha, secret } = await forgotten()
  const both = await Promise.all([reset(desk, secret, 'a first battery'), reset(desk, secret, 'a second battery')])

  assert.equal(both.map(outcomeOf).toSorted(), [204, 'token-spent'])
  const won = both[0]?.ok ? 'a first battery' : 'a second battery'
  assert.is(outcomeOf(await reset(desk, secret)), 'token-spent')
  assert.is(await passwordOf(desk, asha.scope.userId), won)
})

setting('is set for half an hour', async () => {
  const { desk, asha, secret } = await forgotten()
  desk.time.now += 30 * minute
  assert.is(outcomeOf(await reset(desk, secret)), 'token-spent')
  assert.is(await passwordOf(desk, asha.scope.userId), ashasWish.password)
  assert.is(await desk.principals.validFrom(asha.scope.userId), 0)
})

setting('is set by the newest link alone', async () => {
  const { desk, secret } = await forgotten()
  await ask(desk)

  assert.is(outcomeOf(await reset(desk, secret)), 'token-spent')
  assert.is(outcomeOf(await reset(desk, secretOf(desk))), 204)
})

setting('must not be easy to guess; one that is spends nothing', async () => {
  const { desk, asha, secret } = await forgotten()
  for (const weak of ['short', 'password1', ashasWish.email]) {
    assert.equal(refusalIn(await reset(desk, secret, weak)), { kind: 'weak-password', pointer: '/password' })
  }
  assert.is(await passwordOf(desk, asha.scope.userId), ashasWish.password)
  assert.is(outcomeOf(await refreshed(desk, asha.cookie)), 200)
  assert.is(outcomeOf(await reset(desk, secret)), 204)
})

setting('is not set by a link that is for something else, nor is its link good for that', async () => {
  const { desk, asha, secret } = await forgotten()
  const before = await allRows(desk.identityDb)
  const others = asked({ token: secret })
  assert.is(outcomeOf(await verify(desk, undefined, others)), 'token-spent')
  const off = { ...asked(undefined), params: { token: secret } }
  assert.is(outcomeOf(await unsubscribe(desk, undefined, off)), 'token-spent')
  assert.is(outcomeOf(await reset(desk, secretOf(desk, 'verification'))), 'token-spent')
  const made = desk.secrets.make()
  const row = { userId: asha.scope.userId, email: ashasWish.email, createdMs: noon, expiresMs: noon + minute }
  await desk.mailTokens.add({ ...row, hash: made.hash, purpose: 'off-weekly' })
  assert.is(outcomeOf(await reset(desk, made.secret)), 'token-spent')
  await desk.mailTokens.remove(made.hash)

  assert.is(await desk.principals.validFrom(asha.scope.userId), 0)
  const { login_limits: _, ...after } = await allRows(desk.identityDb)
  const { login_limits: __, ...was } = before
  assert.equal(after, was)
  assert.is(outcomeOf(await reset(desk, secret)), 204)
})

for (const state of ['leaving', 'disabled'] as const) {
  setting(`is not set for somebody who is ${state} by now`, async () => {
    const { desk, asha, secret } = await forgotten()
    await desk.users.setState(asha.scope.userId, state, noon)

    assert.is(outcomeOf(await reset(desk, secret)), 'token-spent')
    assert.is(await passwordOf(desk, asha.scope.userId), ashasWish.password)
  })
}

setting('is of no use to who leaves: the link goes with them', async () => {
  const { desk, asha, secret } = await forgotten()
  await desk.users.beginLeaving(asha.scope.userId, noon)
  await desk.users.remove(asha.scope.userId)

  assert.is(outcomeOf(await reset(desk, secret)), 'token-spent')
})

setting('leaves no count of asking behind with who leaves', async () => {
  const { desk, asha } = await forgotten()
  const counted = async () => (await allRows(desk.identityDb)).login_limits?.filter((row) => row.includes('reset:for:'))
  assert.is((await counted())?.length, 1)
  await takeLeave(desk, asha.scope.userId, noon)

  assert.equal(await counted(), [])
})

setting('errs on the safe side when it is cut off after tokens are shut out', async () => {
  const { desk, asha, secret } = await forgotten()
  const stop = () => Promise.reject(new Error('cut off'))
  const passwordChanges = { ...desk.passwordChanges, reset: stop }
  await resetPassword({ ...desk, passwordChanges }, undefined, asked({ token: secret, password: fresh })).catch(
    () => undefined,
  )

  assert.ok((await desk.principals.validFrom(asha.scope.userId)) > asha.claims.issuedMs)
  assert.is(await passwordOf(desk, asha.scope.userId), ashasWish.password)
  assert.is(outcomeOf(await reset(desk, secret)), 204)
})

setting(
  'can be tried for a hundred times in an hour from one network, and costs no hash for a link that is none',
  async () => {
    const { desk, secret } = await forgotten()
    desk.computed.length = 0
    for (let n = 0; n < 100; n++) assert.is(outcomeOf(await reset(desk, 'A'.repeat(43))), 'token-spent')

    assert.equal(desk.computed, [])
    assert.equal(refusalIn(await reset(desk, secret)), { kind: 'too-many-attempts', retryAfterS: 3600 })
    assert.is(outcomeOf(await reset(desk, secret, fresh, { address: '198.51.100.7' })), 204)
  },
)

for (const one of [asking, setting]) one.run()
