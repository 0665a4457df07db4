import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { LedgerId, SessionId, UserId } from '../domain/ids.ts'
import type { Attempts } from './attempts.ts'
import type { MailTokens } from './mail-tokens.ts'
import type { PasswordChanges } from './password-changes.ts'
import type { Session, Sessions } from './sessions.ts'
import type { User, Users } from './users.ts'

/** Stores for one suite, each `fresh` one empty. */
export interface Desk<Store> {
  fresh(): Promise<Store>
  close(): Promise<void>
}

export interface IdentityStore {
  readonly users: Users
  readonly sessions: Sessions
  readonly attempts: Attempts
  readonly passwordChanges: PasswordChanges
  readonly mailTokens: MailTokens
}

export const now = Date.UTC(2026, 2, 15, 12)

export const asha: User = {
  id: '01890000-0000-7000-8000-000000000001' as UserId,
  version: 1,
  email: 'asha@example.org',
  passwordHash: '$argon2id$asha',
  name: 'Asha 🌻',
  locale: 'en-IN',
  timeZone: 'Asia/Kolkata',
  ledgerId: '01890000-0000-7000-8000-00000000000a' as LedgerId,
  currency: 'INR',
  state: 'active',
  createdMs: now,
}

export const ben: User = {
  ...asha,
  id: '01890000-0000-7000-8000-000000000002' as UserId,
  email: 'ben@example.org',
  passwordHash: '$argon2id$ben',
  ledgerId: '01890000-0000-7000-8000-00000000000b' as LedgerId,
}

/** A session of the user, told apart by `n`. */
export const sessionOf = (user: User, n: number): Session => ({
  id: `01890000-0000-7000-8000-0000000001${n.toString().padStart(2, '0')}` as SessionId,
  userId: user.id,
  refreshHash: `hash-${n}`,
  rotatedMs: now,
  level: 1,
  agent: 'A browser',
  createdMs: now,
  lastSeenMs: now + n,
  expiresMs: now + 1000,
  absoluteMs: now + 5000,
})

export function usersContract(engine: string, desk: Desk<IdentityStore>): void {
  const people = suite(`users on ${engine}`)

  people('are kept as they are given', async () => {
    const { users } = await desk.fresh()
    const verified = { ...ben, emailVerifiedMs: now + 1 }

    assert.is(await users.add(asha, 'key-asha'), true)
    assert.is(await users.add(verified, 'key-ben'), true)

    assert.equal(await users.byEmail('key-asha'), asha)
    assert.equal(await users.byId(ben.id), verified)
    assert.is(await users.byEmail('key-cleo'), undefined)
    assert.is(await users.byId('01890000-0000-7000-8000-000000000009' as UserId), undefined)
  })

  people('are noted to read mail at their own address, while they are here', async () => {
    const { users } = await desk.fresh()
    await users.add(asha, 'asha')

    assert.is(await users.verifyEmail(asha.id, 'another@example.org', now + 5), false)
    assert.is((await users.byId(asha.id))?.emailVerifiedMs, undefined)
    assert.is(await users.verifyEmail(asha.id, asha.email, now + 5), true)
    assert.is((await users.byId(asha.id))?.emailVerifiedMs, now + 5)
    await users.setState(asha.id, 'leaving', now + 6)
    assert.is(await users.verifyEmail(asha.id, asha.email, now + 7), false)
  })

  people('are found at the door with what was counted there, and so is nobody', async () => {
    const { users, attempts } = await desk.fresh()
    await users.add(asha, 'key-asha')
    const window = (key: string, startMs: number) => ({ key, startMs, most: 9 })
    for (let n = 0; n < 3; n++) await attempts.count([window('a', 1000)])
    await attempts.count([window('b', 2000)])

    const windows = [window('a', 1000), window('b', 1000), window('b', 2000), window('c', 1000)]
    assert.equal(await users.atDoor('key-asha', windows), { user: asha, counted: [3, 0, 1, 0] })
    assert.equal(await users.atDoor('key-ben', windows), { user: undefined, counted: [3, 0, 1, 0] })
    assert.equal(await users.atDoor('key-asha', []), { user: asha, counted: [] })
  })

  people('have one address each: the second to ask for it changes nothing', async () => {
    const { users } = await desk.fresh()
    await users.add(asha, 'key-asha')

    assert.is(await users.add(ben, 'key-asha'), false)

    assert.equal(await users.byEmail('key-asha'), asha)
    assert.is(await users.byId(ben.id), undefined)
  })

  people('who are sent twice, for the first answer was lost, are added once and told so', async () => {
    const { users } = await desk.fresh()

    assert.equal([await users.add(asha, 'key-asha'), await users.add(asha, 'key-asha')], [true, true])
    assert.equal(await users.byEmail('key-asha'), asha)
  })

  people('who ask for one address at once are told apart', async () => {
    const { users } = await desk.fresh()
    const added = await Promise.all([users.add(asha, 'key'), users.add(ben, 'key')])

    assert.equal(added.toSorted(), [false, true])
  })

  people('who are pending can be replaced by whoever registers anew, who gets their ids', async () => {
    const { users } = await desk.fresh()
    const pending: User = { ...asha, state: 'pending' }
    await users.add(pending, 'key-asha')
    const fresh: User = {
      ...pending,
      passwordHash: '$argon2id$new',
      name: 'A. K.',
      locale: 'de',
      timeZone: 'Europe/Berlin',
      currency: 'EUR',
      createdMs: now + 1,
    }

    assert.is(await users.replacePending(fresh, 'another hash'), false)
    assert.equal(await users.byEmail('key-asha'), pending)

    assert.is(await users.replacePending(fresh, asha.passwordHash), true)
    assert.equal(await users.byEmail('key-asha'), fresh)
    assert.is(await users.replacePending(pending, asha.passwordHash), false)
  })

  people('who are not pending are replaced by nobody', async () => {
    const { users } = await desk.fresh()
    await users.add(asha, 'key-asha')

    assert.is(await users.replacePending({ ...asha, state: 'pending' }, asha.passwordHash), false)
    assert.equal(await users.byEmail('key-asha'), asha)
  })

  people('change by their version, which then counts on', async () => {
    const { users } = await desk.fresh()
    await users.add(asha, 'key-asha')
    const wish = { ...asha, name: 'Asha K', locale: 'de', timeZone: 'Europe/Berlin' }

    assert.equal(await users.change(wish, now), { ...wish, version: 2 })
    assert.is(await users.change(wish, now), undefined)
    assert.equal(await users.byId(asha.id), { ...wish, version: 2 })
  })

  people('change nothing else of themselves', async () => {
    const { users } = await desk.fresh()
    await users.add(asha, 'key-asha')

    await users.change(
      { ...asha, email: 'other@example.org', passwordHash: 'x', currency: 'EUR', state: 'leaving' },
      now,
    )

    assert.equal(await users.byId(asha.id), { ...asha, version: 2 })
  })

  for (const state of ['pending', 'leaving', 'disabled'] as const) {
    people(`who are ${state} do not change`, async () => {
      const { users } = await desk.fresh()
      await users.add(asha, 'key-asha')
      await users.setState(asha.id, state, now)

      assert.is(await users.change({ ...asha, name: 'Asha K' }, now), undefined)
      assert.equal(await users.byId(asha.id), { ...asha, state })
    })
  }

  people('who leave lose their sessions first, and with the last step everything', async () => {
    const { users, sessions } = await desk.fresh()
    await users.add(asha, 'key-asha')
    await users.add(ben, 'key-ben')
    await sessions.add(sessionOf(asha, 1), asha.passwordHash)
    await sessions.add(sessionOf(ben, 2), ben.passwordHash)

    for (const _ of ['once', 'again']) {
      await users.beginLeaving(asha.id, now)
      assert.is((await users.byId(asha.id))?.state, 'leaving')
      assert.equal(await sessions.list(asha.id, now), [])
    }
    for (const _ of ['once', 'again']) {
      await users.remove(asha.id)
      assert.is(await users.byId(asha.id), undefined)
    }

    assert.equal(await users.byId(ben.id), ben)
    assert.equal(await sessions.list(ben.id, now), [sessionOf(ben, 2)])
    assert.is(await users.add(asha, 'key-asha'), true)
  })

  people('whose leaving was cut short are found, those who wait longest first', async () => {
    const { users } = await desk.fresh()
    await users.add(asha, 'key-asha')
    await users.add(ben, 'key-ben')
    assert.equal(await users.leaving(10), [])

    await users.beginLeaving(ben.id, now)
    await users.beginLeaving(asha.id, now + 1)

    const states = (found: readonly User[]) => found.map(({ id }) => id)
    assert.equal(states(await users.leaving(10)), [ben.id, asha.id])
    assert.equal(states(await users.leaving(1)), [ben.id])
  })

  people.after(desk.close)
  people.run()
}
