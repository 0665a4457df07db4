import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  ashasWish,
  asked,
  held,
  type IdentityDesk,
  identityDesk,
  noon,
  outcomeOf,
  refusalIn,
} from '../../../tests/support/identity-desk.ts'
import { allRows, rowsNaming } from '../../../tests/support/rows-of-people.ts'
import type { Passwords } from '../../ports/passwords.ts'
import type { User } from '../../ports/users.ts'
import { register } from './register.ts'

const registering = suite('registering')

const hour = 3_600_000
const send = (desk: IdentityDesk, wish: Partial<typeof ashasWish> = {}, from = {}) =>
  register(desk, undefined, asked({ ...ashasWish, ...wish }, from))

const person = async ({ users, secrets }: IdentityDesk, email = ashasWish.email): Promise<User> => {
  const user = await users.byEmail(secrets.hashOf(email))
  if (!user) throw new Error('There is no such person')
  return user
}

/** Somebody whose registration was cut off after its third step. */
async function cutOff(desk: IdentityDesk): Promise<User> {
  const broken = { ...desk, ledgers: { ...desk.ledgers, provision: () => Promise.reject(new Error('cut off')) } }
  await send(broken).catch(() => undefined)
  return person(desk)
}

registering('answers with the person, the ledger, a token and a cookie', async () => {
  const desk = await identityDesk()
  const answer = await send(desk, { email: ' Asha@Example.org', locale: 'en-in', name: '  Asha ' })

  assert.ok(answer.ok)
  const { status, body, headers } = answer.value
  const { user, ledger, accessToken, expiresAt } = body
  assert.is(status, 201)
  assert.equal(user, {
    id: user.id,
    version: 1,
    email: 'asha@example.org',
    emailVerified: false,
    name: 'Asha',
    locale: 'en-IN',
    timeZone: 'Asia/Kolkata',
    createdAt: noon,
  })
  assert.equal({ ...ledger, id: '' }, { id: '', name: 'My money', currency: 'INR' })
  assert.is(expiresAt, noon + 600_000)
  assert.equal(desk.tokens.read(accessToken, noon), {
    ...held(desk, answer.value).claims,
    userId: user.id,
    level: 1,
    issuedMs: noon,
    expiresMs: expiresAt,
  })
  assert.match(
    String(headers?.['set-cookie']),
    /^__Host-outlay=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Strict; Secure$/,
  )
})

registering('makes the ledger with an account and categories, and the person active with a session', async () => {
  const desk = await identityDesk()
  const answer = await send(desk)
  const { id, ledgerId, state } = await person(desk)

  assert.ok(answer.ok)
  const entrance = await desk.ledgers.enter(id, 'default')
  assert.is(state, 'active')
  assert.is(entrance?.active, true)
  assert.is(entrance?.membership?.role, 'owner')
  assert.is(entrance?.membership?.ledger.ledgerId, ledgerId)
  assert.is(entrance?.membership?.ledger.timeZone, 'Asia/Kolkata')
  assert.is(entrance?.membership?.ledger.firstWeekday, 7)
  const { accounts, categories = 0 } = await rowsNaming(desk.ledgerDb, [ledgerId])
  assert.is(accounts, 1)
  assert.ok(categories > 40)
  assert.is((await desk.sessions.list(id, noon)).length, 1)
})

registering('keeps neither the password nor the refresh token', async () => {
  const desk = await identityDesk()
  const passwords: Passwords = { ...desk.passwords, hash: async () => 'a hash' }
  const answer = await register({ ...desk, passwords }, undefined, asked(ashasWish))

  assert.ok(answer.ok)
  const secret = held(desk, answer.value).cookie?.split('=')[1] ?? ''
  assert.ok(secret)
  assert.equal(await rowsNaming(desk.identityDb, [secret, ashasWish.password]), {})
})

const wrong = {
  'an address that is none': [{ email: 'asha@localhost' }, 'bad-email', '/email'],
  'a password that is too short': [{ password: 'short' }, 'weak-password', '/password'],
  'a password that everybody tries first': [{ password: 'Password1!' }, 'weak-password', '/password'],
  'the address as the password': [{ password: 'ASHA@example.org' }, 'weak-password', '/password'],
  'a zone that is none': [{ timeZone: 'Mars/Olympus' }, 'bad-zone', '/timeZone'],
  'a locale that is none': [{ locale: 'en_US' }, 'bad-locale', '/locale'],
  'a currency that is none': [{ currency: 'ZZZ' }, 'bad-currency', '/currency'],
} as const

for (const [what, [wish, kind, pointer]] of Object.entries(wrong)) {
  registering(`is refused with ${what}, and writes and hashes nothing`, async () => {
    const desk = await identityDesk()
    const before = [await allRows(desk.identityDb), await allRows(desk.ledgerDb)]
    const answer = await send(desk, wish)

    assert.is(refusalIn(answer)?.kind, kind)
    assert.is(refusalIn(answer)?.pointer, pointer)
    assert.equal([await allRows(desk.identityDb), await allRows(desk.ledgerDb)], before)
    assert.equal(desk.computed, [])
  })
}

registering('is refused for an address that is taken, however it is written and whatever the password', async () => {
  const desk = await identityDesk()
  await send(desk)
  const before = await allRows(desk.ledgerDb)

  for (const wish of [{}, { email: 'ASHA@EXAMPLE.ORG' }, { password: 'another horse' }]) {
    const answer = await send(desk, wish)
    assert.equal(refusalIn(answer), { kind: 'email-taken', pointer: '/email' })
  }
  assert.equal(await allRows(desk.ledgerDb), before)
  assert.is((await desk.sessions.list((await person(desk)).id, noon)).length, 1)
})

registering('goes on with the ids it had, after it was cut off', async () => {
  const desk = await identityDesk()
  const { id, ledgerId, state } = await cutOff(desk)
  assert.is(state, 'pending')

  const answer = await send(desk, { name: 'Somebody else by now', currency: 'EUR' })

  assert.ok(answer.ok)
  const { user, ledger } = answer.value.body
  assert.equal([user.id, user.name, ledger.id, ledger.currency], [id, 'Asha', ledgerId, 'INR'])
  assert.is((await person(desk)).state, 'active')
})

registering('does not go on for another password, within the hour', async () => {
  const desk = await identityDesk()
  const before = await cutOff(desk)

  desk.time.now += hour
  assert.is(outcomeOf(await send(desk, { password: 'another horse' })), 'email-taken')
  assert.equal(await person(desk), before)
})

registering('takes over after an hour what never came to a ledger, with another password', async () => {
  const desk = await identityDesk()
  const before = await cutOff(desk)

  desk.time.now += hour + 1
  const answer = await send(desk, { password: 'another horse', name: 'A. K.', currency: 'EUR' })

  assert.ok(answer.ok)
  assert.is(answer.value.body.user.name, 'A. K.')
  assert.is(answer.value.body.ledger.currency, 'EUR')
  const after = await person(desk)
  assert.equal([after.id, after.ledgerId, after.passwordHash], [before.id, before.ledgerId, 'quick:another horse'])
  assert.is(outcomeOf(await send(desk)), 'email-taken')
})

registering('takes over nothing that has a ledger already', async () => {
  const desk = await identityDesk()
  const broken = { ...desk, sessions: { ...desk.sessions, add: () => Promise.reject(new Error('cut off')) } }
  await send(broken).catch(() => undefined)
  assert.is((await person(desk)).state, 'pending')

  desk.time.now += 100 * hour
  assert.is(outcomeOf(await send(desk, { password: 'another horse' })), 'email-taken')
  assert.is(outcomeOf(await send(desk)), 201)
})

registering('twice at once makes one person and one ledger', async () => {
  const desk = await identityDesk()
  const answers = await Promise.all([send(desk), send(desk), send(desk)])

  // who comes while the first is pending is let in as well, for the password is theirs
  for (const answer of answers) assert.ok([201, 'email-taken'].includes(outcomeOf(answer)))
  const { users } = await allRows(desk.identityDb)
  const { ledgers, accounts, principals, memberships } = await allRows(desk.ledgerDb)
  assert.equal(
    [users, ledgers, accounts, principals, memberships].map((rows) => rows?.length),
    [1, 1, 1, 1, 1],
  )
})

registering('is limited to twenty in an hour from one network, before anything is hashed', async () => {
  const desk = await identityDesk()
  const answers: unknown[] = []
  for (let n = 0; n < 22; n++) answers.push(outcomeOf(await send(desk, { email: `asha${n}@example.org` })))

  assert.equal(answers.slice(0, 20), Array(20).fill(201))
  assert.equal(answers.slice(20), ['too-many-attempts', 'too-many-attempts'])
  assert.is(desk.computed.length, 20)
  assert.is(outcomeOf(await send(desk, { email: 'ben@example.org' }, { address: '203.0.113.8' })), 201)

  desk.time.now += hour
  assert.is(outcomeOf(await send(desk, { email: 'cleo@example.org' })), 201)
})

registering('says in seconds when the window ends', async () => {
  const desk = await identityDesk()
  desk.time.now += 1500
  for (let n = 0; n < 20; n++) await send(desk, { email: `asha${n}@example.org` })
  const answer = await send(desk, { email: 'ben@example.org' })

  assert.equal(refusalIn(answer), { kind: 'too-many-attempts', retryAfterS: 3599 })
})

registering('is limited to ten in an hour for one address, wherever they come from', async () => {
  const desk = await identityDesk()
  const answers: unknown[] = []
  for (let n = 0; n < 11; n++) answers.push(outcomeOf(await send(desk, {}, { address: `198.51.100.${n}` })))

  assert.equal(answers, [201, ...Array(9).fill('email-taken'), 'too-many-attempts'])
})

registering('knows no network on loopback, where everybody may come from', async () => {
  const desk = await identityDesk()
  for (let n = 0; n < 25; n++) {
    assert.is(outcomeOf(await send(desk, { email: `asha${n}@example.org` }, { address: '127.0.0.1' })), 201)
  }
})

registering.run()
