import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { firstLedger } from '../domain/first-ledger.ts'
import type { LedgerId, UserId } from '../domain/ids.ts'
import type { Role } from '../domain/role.ts'
import type { Ledgers } from './ledgers.ts'
import type { Principals } from './principals.ts'
import { asha, ben, type Desk, now } from './users.contract.ts'

export interface PrincipalsStore {
  readonly principals: Principals
  readonly ledgers: Ledgers
  /** Puts a number of rows of the ledger and its owner into every table. */
  fill(userId: UserId, ledgerId: LedgerId, count: number): Promise<void>
  join(userId: UserId, ledgerId: LedgerId, role: Role): Promise<void>
  /** How many rows of each table name one of these; tables without any are left out. */
  naming(...names: readonly string[]): Promise<Record<string, number>>
}

export function principalsContract(engine: string, desk: Desk<PrincipalsStore>): void {
  const people = suite(`principals on ${engine}`)
  const nobody = '01890000-0000-7000-8000-000000000009' as UserId

  async function store(): Promise<PrincipalsStore> {
    const made = await desk.fresh()
    for (const person of [asha, ben]) await made.ledgers.provision(firstLedger(person, now), now)
    return made
  }

  people('are shut out from now on, each for themselves', async () => {
    const { principals } = await store()
    assert.is(await principals.validFrom(asha.id), 0)

    const valid = await principals.shutOut(asha.id, now)

    assert.ok(valid > now)
    assert.is(await principals.validFrom(asha.id), valid)
    assert.is(await principals.validFrom(ben.id), 0)
  })

  people('are shut out again with every token issued meanwhile, even when the clock stands or goes back', async () => {
    const { principals } = await store()
    let valid = 0
    for (const instant of [now, now, now - 5000, now + 1, now + 5000]) {
      const issued = Math.max(instant, valid + 1)
      valid = await principals.shutOut(asha.id, instant)
      assert.ok(valid > issued, `${valid} > ${issued}`)
    }
  })

  people('who are not known are shut out of nothing', async () => {
    const { principals } = await store()

    assert.is(await principals.validFrom(nobody), 0)
    assert.is(await principals.shutOut(nobody, now), 0)
    await principals.beginLeaving(nobody, now)
    await principals.remove(nobody)
    assert.equal(await principals.leaving(10), [])
  })

  people('who leave stand outside from then on, and are found until the end', async () => {
    const { principals, ledgers } = await store()

    for (const _ of ['once', 'again']) await principals.beginLeaving(asha.id, now)

    const standing = await ledgers.standing(asha.id)
    assert.is(standing?.active, false)
    assert.ok((standing?.validFromMs ?? 0) > now)
    assert.is((await ledgers.standing(ben.id))?.active, true)
    assert.equal(await principals.leaving(10), [asha.id])

    await principals.beginLeaving(ben.id, now)
    assert.equal((await principals.leaving(10)).toSorted(), [asha.id, ben.id])
    assert.is((await principals.leaving(1)).length, 1)
  })

  people('own alone what nobody shares, and are the sole owner of what is shared without another', async () => {
    const { principals, join } = await store()
    const none = { alone: [], soleOwnerOf: [] }
    assert.equal(await principals.owned(nobody), none)
    assert.equal(await principals.owned(asha.id), { alone: [asha.ledgerId], soleOwnerOf: [] })

    await join(ben.id, asha.ledgerId, 'editor')
    assert.equal(await principals.owned(asha.id), { alone: [], soleOwnerOf: [asha.ledgerId] })
    assert.equal(await principals.owned(ben.id), { alone: [ben.ledgerId], soleOwnerOf: [] })

    await join(nobody, asha.ledgerId, 'owner')
    assert.equal(await principals.owned(asha.id), none)
    assert.equal(await principals.owned(nobody), none)
  })

  people('lose a ledger in as many pieces as it takes, and nobody else loses a row', async () => {
    const { principals, fill, naming } = await store()
    await fill(asha.id, asha.ledgerId, 7)
    await fill(ben.id, ben.ledgerId, 7)
    const others = await naming(ben.id, ben.ledgerId)
    const before = await naming(asha.ledgerId)

    const pieces: boolean[] = []
    while (!pieces.at(-1)) {
      assert.equal((await principals.owned(asha.id)).alone, [asha.ledgerId], 'what is half gone can be found again')
      pieces.push(await principals.removeLedger(asha.ledgerId, 20))
    }

    assert.ok(pieces.length > 2, `${pieces.length} pieces of ${JSON.stringify(before)}`)
    // Who the person is goes later; the default ledger may go before them.
    const { principals: left = 0, ...gone } = await naming(asha.ledgerId)
    assert.is(left, 1)
    assert.equal(gone, {})
    assert.is(await principals.removeLedger(asha.ledgerId, 20), true)
    assert.equal(await naming(ben.id, ben.ledgerId), others)
  })

  people('who are removed leave no row behind, and can be removed again', async () => {
    const { principals, fill, naming } = await store()
    await fill(asha.id, asha.ledgerId, 3)
    await fill(ben.id, ben.ledgerId, 3)
    const others = await naming(ben.id, ben.ledgerId)

    while (!(await principals.removeLedger(asha.ledgerId, 100)));
    for (const _ of ['once', 'again']) await principals.remove(asha.id)

    assert.equal(await naming(asha.id, asha.ledgerId), {})
    assert.equal(await naming(ben.id, ben.ledgerId), others)
    assert.is(await principals.validFrom(asha.id), 0)
  })

  people.after(desk.close)
  people.run()
}
