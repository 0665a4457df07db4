import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Session } from './sessions.ts'
import { asha, ben, type Desk, type IdentityStore, now, sessionOf } from './users.contract.ts'

export function sessionsContract(engine: string, desk: Desk<IdentityStore>): void {
  const sessions = suite(`sessions on ${engine}`)
  const first = sessionOf(asha, 1)

  async function store(): Promise<IdentityStore> {
    const made = await desk.fresh()
    await made.users.add(asha, 'key-asha')
    await made.users.add(ben, 'key-ben')
    return made
  }

  sessions('are kept as they are given', async () => {
    const { sessions } = await store()
    const rotated: Session = { ...sessionOf(asha, 2), previousHash: 'before', rotationSalt: 'salt' }

    assert.is(await sessions.add(first, asha.passwordHash), true)
    assert.is(await sessions.add(rotated, asha.passwordHash), true)

    assert.equal(await sessions.live(first.id, now), first)
    assert.equal(await sessions.live(rotated.id, now), rotated)
  })

  sessions('make a pending user active, once there is one', async () => {
    const { users, sessions } = await desk.fresh()
    await users.add({ ...asha, state: 'pending' }, 'key-asha')
    assert.is(await sessions.live(first.id, now), undefined)

    await sessions.add(first, asha.passwordHash)

    assert.equal(await users.byId(asha.id), asha)
  })

  sessions('do not begin with a password that is not the user’s any more', async () => {
    const { passwordChanges, sessions } = await store()
    await passwordChanges.set(asha.id, '$argon2id$new', now)

    assert.is(await sessions.add(first, asha.passwordHash), false)
    assert.equal(await sessions.list(asha.id, now), [])
    assert.is(await sessions.add(first, '$argon2id$new'), true)
  })

  for (const state of ['leaving', 'disabled'] as const) {
    sessions(`do not begin for a user who is ${state}`, async () => {
      const { users, sessions } = await store()
      await users.setState(asha.id, state, now)

      assert.is(await sessions.add(first, asha.passwordHash), false)
      assert.equal(await sessions.list(asha.id, now), [])
      assert.is((await users.byId(asha.id))?.state, state)
    })
  }

  sessions('do not begin for a user who is gone', async () => {
    const { users, sessions } = await store()
    await users.remove(asha.id)

    assert.is(await sessions.add(first, asha.passwordHash), false)
    assert.equal(await sessions.list(asha.id, now), [])
  })

  sessions('that have run out are swept away, and no others', async () => {
    const { sessions } = await store()
    await sessions.add(first, asha.passwordHash)
    const later = { ...sessionOf(ben, 2), expiresMs: first.expiresMs + 1 }
    await sessions.add(later, ben.passwordHash)

    await sessions.sweep(first.expiresMs)

    assert.equal(await sessions.list(asha.id, now), [])
    assert.equal(await sessions.list(ben.id, now), [later])
  })

  sessions('do not begin when a window has no room, and begin when all have', async () => {
    const { sessions, attempts } = await store()
    const window = (key: string, most: number) => ({ key, startMs: 1000, most })
    await attempts.count([window('a', 9), window('b', 9)])

    assert.is(await sessions.add(first, asha.passwordHash, [window('new', 1), window('a', 2), window('b', 1)]), false)
    assert.equal(await sessions.list(asha.id, now), [])

    const elsewhen = { ...window('b', 1), startMs: 2000 }
    assert.is(await sessions.add(first, asha.passwordHash, [window('new', 1), window('a', 2), elsewhen]), true)
  })

  sessions('do not outlive the password that they began with, however close the two come', async () => {
    const { passwordChanges, sessions } = await store()
    const begun: Session[] = []
    for (let n = 1; n <= 10; n++) {
      const session = sessionOf(asha, n)
      const old = n === 1 ? asha.passwordHash : `$argon2id$${n - 1}`
      const [added] = await Promise.all([
        sessions.add(session, old),
        passwordChanges.set(asha.id, `$argon2id$${n}`, now),
      ])
      if (added) begun.push(session)
    }

    for (const session of begun) {
      assert.is(await sessions.live(session.id, now), undefined)
      assert.is(await sessions.byRefresh(session.refreshHash), undefined)
    }
    assert.equal(await sessions.list(asha.id, now), [])
    const last = sessionOf(asha, 11)
    assert.is(await sessions.add(last, '$argon2id$10'), true)
    assert.equal(await sessions.live(last.id, now), last)
  })

  sessions('are live until they run out', async () => {
    const { sessions } = await store()
    await sessions.add(first, asha.passwordHash)

    assert.equal(await sessions.live(first.id, first.expiresMs - 1), first)
    assert.is(await sessions.live(first.id, first.expiresMs), undefined)
    assert.equal(await sessions.list(asha.id, first.expiresMs), [])
  })

  sessions('are live while their user is active', async () => {
    const { users, sessions } = await store()
    await sessions.add(first, asha.passwordHash)

    await users.setState(asha.id, 'disabled', now)
    assert.is(await sessions.live(first.id, now), undefined)

    await users.setState(asha.id, 'active', now)
    assert.equal(await sessions.live(first.id, now), first)
  })

  sessions('are listed for their user, the one used last first', async () => {
    const { sessions } = await store()
    for (const n of [2, 1, 3]) await sessions.add(sessionOf(asha, n), asha.passwordHash)
    await sessions.add(sessionOf(ben, 4), ben.passwordHash)

    assert.equal(await sessions.list(asha.id, now), [sessionOf(asha, 3), sessionOf(asha, 2), first])
  })

  sessions('are found by their refresh token and the one before it, and by none older', async () => {
    const { sessions } = await store()
    await sessions.add(first, asha.passwordHash)
    await sessions.add(sessionOf(asha, 2), asha.passwordHash)
    const found = async (hash: string) => (await sessions.byRefresh(hash))?.id

    await sessions.rotate(first, { refreshHash: 'second', rotationSalt: 'salt', expiresMs: now + 2000 }, now + 5)
    const second: Session = {
      ...first,
      refreshHash: 'second',
      previousHash: 'hash-1',
      rotationSalt: 'salt',
      rotatedMs: now + 5,
      lastSeenMs: now + 5,
      expiresMs: now + 2000,
    }
    assert.equal(await sessions.byRefresh('second'), second)
    assert.equal(await sessions.byRefresh('hash-1'), second)

    await sessions.rotate(second, { refreshHash: 'third', expiresMs: now + 2000 }, now + 6)
    assert.is((await sessions.byRefresh('third'))?.rotationSalt, undefined)
    assert.equal([await found('third'), await found('second'), await found('hash-1')], [first.id, first.id, undefined])
  })

  sessions('are rotated by one of those who try at once', async () => {
    const { sessions } = await store()
    await sessions.add(first, asha.passwordHash)
    const rotation = (refreshHash: string) => ({ refreshHash, expiresMs: now + 2000 })

    const done = await Promise.all(['a', 'b', 'c'].map((hash) => sessions.rotate(first, rotation(hash), now)))

    assert.is(done.filter(Boolean).length, 1)
  })

  sessions('that have ended are not rotated', async () => {
    const { sessions } = await store()
    await sessions.add(first, asha.passwordHash)
    await sessions.end(asha.id, first.id)

    assert.is(await sessions.rotate(first, { refreshHash: 'second', expiresMs: now + 2000 }, now), false)
    assert.is(await sessions.byRefresh('second'), undefined)
  })

  sessions('are ended by their user only, and once', async () => {
    const { sessions } = await store()
    await sessions.add(first, asha.passwordHash)

    assert.is(await sessions.end(ben.id, first.id), false)
    assert.equal(await sessions.live(first.id, now), first)
    assert.is(await sessions.end(asha.id, first.id), true)
    assert.is(await sessions.end(asha.id, first.id), false)
    assert.is(await sessions.live(first.id, now), undefined)
  })

  sessions.after(desk.close)
  sessions.run()
}
