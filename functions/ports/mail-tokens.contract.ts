import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { MailToken, MailTokens } from './mail-tokens.ts'
import { asha, type Desk, now } from './users.contract.ts'

const token = (n: number): MailToken => ({
  hash: String(n).repeat(64),
  userId: asha.id,
  purpose: 'verify',
  email: asha.email,
  createdMs: now,
  expiresMs: now + 1000,
})

export function mailTokensContract(engine: string, desk: Desk<MailTokens>): void {
  const keeping = suite(`mail tokens on ${engine}`)

  keeping('are found until they expire or are spent', async () => {
    const tokens = await desk.fresh()
    await tokens.add(token(1))

    assert.equal(await tokens.find(token(1).hash, now), token(1))
    assert.equal(await tokens.find(token(1).hash, now), token(1))
    assert.is(await tokens.find(token(2).hash, now), undefined)
    assert.is(await tokens.find(token(1).hash, now + 1000), undefined)
    await tokens.spend(token(1).hash, now)
    assert.is(await tokens.find(token(1).hash, now), undefined)
  })

  keeping('are spent once, however many come with one', async () => {
    const tokens = await desk.fresh()
    await tokens.add(token(1))
    const spent = await Promise.all(Array.from({ length: 8 }, () => tokens.spend(token(1).hash, now)))

    assert.equal(
      spent.filter((one) => one !== undefined),
      [token(1)],
    )
  })

  keeping('are not spent when they are too old', async () => {
    const tokens = await desk.fresh()
    await tokens.add(token(1))

    assert.is(await tokens.spend(token(1).hash, now + 1000), undefined)
    assert.equal(await tokens.spend(token(1).hash, now + 999), token(1))
  })

  keeping('are removed one by one, and one that is not there is no trouble', async () => {
    const tokens = await desk.fresh()
    await tokens.add(token(1))
    await tokens.add(token(2))
    for (const _ of [1, 2]) await tokens.remove(token(1).hash)

    assert.is(await tokens.find(token(1).hash, now), undefined)
    assert.equal(await tokens.find(token(2).hash, now), token(2))
  })

  keeping('are swept away when they have expired', async () => {
    const tokens = await desk.fresh()
    await tokens.add(token(1))
    await tokens.add({ ...token(2), expiresMs: now + 5000 })
    await tokens.sweep(now + 2000)

    assert.is(await tokens.find(token(1).hash, now), undefined)
    assert.equal(await tokens.find(token(2).hash, now), { ...token(2), expiresMs: now + 5000 })
  })

  keeping.after(desk.close)
  keeping.run()
}
