import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import * as assert from 'uvu/assert'
import { checkLedger } from '../../functions/adapters/ledger/check.ts'
import type { LedgerTables } from '../../functions/adapters/ledger/schema.ts'
import type { LedgerId } from '../../functions/domain/ids.ts'
import type { Answer } from '../support/client.ts'
import type { Person } from '../support/people.ts'
import { type Insistent, insist } from './insistent.ts'

/** Somebody who writes one entry after another, and sends each again, under the same id, until it is acknowledged. */
export interface Writer extends Insistent<string> {
  readonly person: Person
}

/** What is granted are the ids of entries. */
export function startWriter(person: Person): Writer {
  let id = ''
  const next = () => {
    id = randomUUID()
    return () => person.ledger('PUT', `/transactions/${id}`, entry)
  }
  const grant = ({ status, body }: Answer) => {
    assert.ok(status === 201 || status === 200, `${status} ${JSON.stringify(body)}`)
    return id
  }
  return { person, ...insist(next, grant) }
}

const entry = { kind: 'expense', day: '2026-11-20', amount: '1.25', payee: 'Mill Lane Bakery', note: 'bread' }

/** In one ledger: each acknowledged entry is there once and no other is, and every figure is what they come to. */
export async function isExact(writers: readonly Writer[], open: () => Promise<Kysely<LedgerTables>>): Promise<void> {
  const person = (writers[0] as Writer).person
  const acknowledged = writers.flatMap((writer) => writer.granted)
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
