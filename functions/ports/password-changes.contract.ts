import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { MailToken } from './mail-tokens.ts'
import { asha, ben, type Desk, type IdentityStore, now, sessionOf } from './users.contract.ts'

const token = (n: number): MailToken => ({
  hash: String(n).repeat(64),
  userId: asha.id,
  purpose: 'reset',
  email: asha.email,
  createdMs: now,
  expiresMs: now + 1000,
})

export function passwordChangesContract(engine: string, desk: Desk<IdentityStore>): void {
  const changing = suite(`changes of passwords on ${engine}`)

  /** Asha and Ben, each with a session. */
  async function store(): Promise<IdentityStore> {
    const fresh = await desk.fresh()
    await fresh.users.add(asha, 'key-asha')
    await fresh.users.add(ben, 'key-ben')
    await fresh.sessions.add(sessionOf(asha, 1), asha.passwordHash)
    await fresh.sessions.add(sessionOf(ben, 4), ben.passwordHash)
    return fresh
  }

  changing('end every session of the person, and none of another', async () => {
    const { users, sessions, passwordChanges } = await store()
    for (const n of [2, 3]) await sessions.add(sessionOf(asha, n), asha.passwordHash)

    await passwordChanges.set(asha.id, '$argon2id$new', now)

    assert.is((await users.byId(asha.id))?.passwordHash, '$argon2id$new')
    assert.equal(await sessions.list(asha.id, now), [])
    assert.is(await sessions.byRefresh(sessionOf(asha, 2).refreshHash), undefined)
    assert.equal(await sessions.list(ben.id, now), [sessionOf(ben, 4)])
  })

  changing('make a link by which it could be reset useless, and no other', async () => {
    const { passwordChanges, mailTokens } = await store()
    const others: readonly MailToken[] = [
      { ...token(2), purpose: 'verify' },
      { ...token(3), purpose: 'off-weekly' },
      { ...token(4), userId: ben.id, email: ben.email },
    ]
    await passwordChanges.offerReset(token(1))
    for (const other of others) await mailTokens.add(other)

    await passwordChanges.set(asha.id, '$argon2id$new', now)

    assert.is(await mailTokens.find(token(1).hash, now), undefined)
    assert.is(await passwordChanges.reset(token(1), '$argon2id$newer', now), false)
    for (const other of others) assert.equal(await mailTokens.find(other.hash, now), other)
  })

  changing('by a link are a new password, no session, and an address that is read', async () => {
    const { users, sessions, passwordChanges, mailTokens } = await store()
    await passwordChanges.offerReset(token(1))

    assert.is(await passwordChanges.reset(token(1), '$argon2id$new', now + 7), true)

    const { passwordHash, emailVerifiedMs } = (await users.byId(asha.id)) ?? {}
    assert.equal([passwordHash, emailVerifiedMs], ['$argon2id$new', now + 7])
    assert.equal(await sessions.list(asha.id, now), [])
    assert.is(await sessions.add(sessionOf(asha, 2), asha.passwordHash), false)
    assert.is(await mailTokens.find(token(1).hash, now), undefined)
    assert.equal(await users.byId(ben.id), ben)
    assert.equal(await sessions.list(ben.id, now), [sessionOf(ben, 4)])
  })

  changing('by a link happen once, however many come with it', async () => {
    const { users, passwordChanges } = await store()
    await passwordChanges.offerReset(token(1))
    const hashes = Array.from({ length: 8 }, (_, n) => `$argon2id$${n}`)
    const done = await Promise.all(hashes.map((hash) => passwordChanges.reset(token(1), hash, now)))

    assert.is(done.filter(Boolean).length, 1)
    assert.is((await users.byId(asha.id))?.passwordHash, hashes[done.indexOf(true)])
  })

  changing('by a link are over when it is too old, and change nothing', async () => {
    const { users, sessions, passwordChanges } = await store()
    await passwordChanges.offerReset(token(1))

    assert.is(await passwordChanges.reset(token(1), '$argon2id$new', now + 1000), false)
    assert.equal(await users.byId(asha.id), asha)
    assert.equal(await sessions.list(asha.id, now), [sessionOf(asha, 1)])
    assert.is(await passwordChanges.reset(token(1), '$argon2id$new', now + 999), true)
  })

  changing('have one link, the newest, even where two ask for one at once', async () => {
    const { passwordChanges, mailTokens } = await store()
    await passwordChanges.offerReset({ ...token(9), userId: ben.id, email: ben.email })
    await passwordChanges.offerReset(token(1))
    await passwordChanges.offerReset(token(2))

    assert.is(await mailTokens.find(token(1).hash, now), undefined)
    assert.equal(await mailTokens.find(token(2).hash, now), token(2))
    await Promise.all([3, 4, 5, 6].map((n) => passwordChanges.offerReset(token(n))))
    const found = await Promise.all([2, 3, 4, 5, 6].map((n) => mailTokens.find(token(n).hash, now)))
    assert.is(found.filter(Boolean).length, 1)
    assert.ok(await mailTokens.find(token(9).hash, now))
  })

  changing('are not made by a token that is for something else', async () => {
    const { users, passwordChanges, mailTokens } = await store()
    for (const purpose of ['verify', 'off-weekly'] as const) {
      const other = { ...token(1), hash: purpose.padEnd(64, 'x'), purpose }
      await mailTokens.add(other)
      assert.is(await passwordChanges.reset(other, '$argon2id$new', now), false)
      assert.equal(await mailTokens.find(other.hash, now), other)
    }
    assert.equal(await users.byId(asha.id), asha)
  })

  for (const state of ['pending', 'leaving', 'disabled'] as const) {
    changing(`are offered to nobody who is ${state}, and made for nobody who has become so`, async () => {
      const { users, passwordChanges, mailTokens } = await store()
      await passwordChanges.offerReset(token(1))
      await users.setState(asha.id, state, now)

      assert.is(await passwordChanges.offerReset(token(2)), false)
      assert.is(await mailTokens.find(token(2).hash, now), undefined)
      assert.is(await passwordChanges.reset(token(1), '$argon2id$new', now), false)
      assert.equal(await users.byId(asha.id), { ...asha, state })
    })
  }

  changing.after(desk.close)
  changing.run()
}
