import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import * as assert from 'uvu/assert'
import { checkLedger } from '../../functions/adapters/ledger/check.ts'
import type { LedgerTables } from '../../functions/adapters/ledger/schema.ts'
import type { LedgerId } from '../../functions/domain/ids.ts'
import type { Answer } from '../support/client.ts'
import type { Person } from '../support/people.ts'

/** Somebody who writes one entry after another, and sends each again, under the same id, until it is acknowledged. */
export interface Writer {
  readonly person: Person
  /** The ids of entries that were acknowledged. */
  readonly acknowledged: readonly string[]
  /** How many answers said to come again later. */
  readonly putOff: () => number
  /** Resolves when so many more entries were acknowledged. */
  writes(more: number): Promise<void>
  /** Resolves when one more answer said to come again later. */
  isPutOff(): Promise<void>
  /** Writes the entry at hand to its end, and no other. */
  stop(): Promise<void>
  /** For a test that has failed: whatever becomes of the entry at hand. */
  abandon(): void
}

export function startWriter(person: Person): Writer {
  const acknowledged: string[] = []
  const waiting = new Set<() => void>()
  let [putOff, isOver, isAbandoned] = [0, false, false]
  const news = () => {
    for (const look of [...waiting]) look()
  }

  const working = (async () => {
    while (!isOver) {
      const id = randomUUID()
      while (!isAbandoned) {
        const answer = await person.ledger('PUT', `/transactions/${id}`, entry)
        if (answer.status !== 503) {
          assert.ok(answer.status === 201 || answer.status === 200, `${answer.status} ${JSON.stringify(answer.body)}`)
          break
        }
        saysLater(answer)
        putOff += 1
        news()
        // sooner than it was told to, so that a test is done sooner
        await pause(50)
      }
      acknowledged.push(id)
      news()
    }
  })()
  // a writer that has failed must not leave others waiting for it
  const until = (isSo: () => boolean) =>
    Promise.race([
      working,
      new Promise<void>((resolve) => {
        const look = () => isSo() && waiting.delete(look) && resolve()
        waiting.add(look)
        look()
      }),
    ])

  return {
    person,
    acknowledged,
    putOff: () => putOff,
    writes: (more) => {
      const enough = acknowledged.length + more
      return until(() => acknowledged.length >= enough)
    },
    isPutOff: () => {
      const before = putOff
      return until(() => putOff > before)
    },
    stop: async () => {
      isOver = true
      await working
    },
    abandon: () => {
      isOver = true
      isAbandoned = true
    },
  }
}

const entry = { kind: 'expense', day: '2026-11-20', amount: '1.25', payee: 'Mill Lane Bakery', note: 'bread' }

/** The one answer that an outage may be given: a problem that says when to come again. */
export function saysLater({ status, headers, body }: Answer): void {
  assert.is(status, 503, JSON.stringify(body))
  assert.match(headers['retry-after'] ?? '', /^[1-9]\d*$/)
  assert.is((body as { code?: string }).code, 'unavailable')
}

/** In one ledger: each acknowledged entry is there once and no other is, and every figure is what they come to. */
export async function isExact(writers: readonly Writer[], open: () => Promise<Kysely<LedgerTables>>): Promise<void> {
  const person = (writers[0] as Writer).person
  const acknowledged = writers.flatMap((writer) => writer.acknowledged)
  const { items } = (await person.ledger('GET', '/accounts')).body as { items: readonly { balance: string }[] }
  assert.equal(
    items.map(({ balance }) => balance),
    [`-${(1.25 * acknowledged.length).toFixed(2)}`],
  )

  // past what was hurt
  const db = await open()
  const rows = await db.selectFrom('transactions').select('id').where('ledger_id', '=', person.ledgerId).execute()
  const faults = await checkLedger(db, person.ledgerId as LedgerId).finally(() => db.destroy())
  assert.equal(rows.map(({ id }) => id).sort(), [...acknowledged].sort())
  assert.equal(faults, [])
}
