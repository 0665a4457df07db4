import { sql } from 'kysely'
import * as assert from 'uvu/assert'
import { onDesks } from '../../../../tests/support/desk-suite.ts'
import type { LedgerDesk } from '../../../../tests/support/ledger-desk.ts'
import { engineOf } from '../../sql/engine-of.ts'
import { ledger0004 } from './0004-sharp-s.ts'

onDesks('keys with a sharp s', (says) => {
  says('are written as they are today, however often', async (desk) => {
    const entry = { kind: 'expense', day: '2026-11-20', amount: '1.00' } as const
    await desk.record({ ...entry, payee: 'Große Straße', note: 'süß', tags: ['Spaß'] })
    await asTheyWere(desk)
    assert.equal([await found(desk, { text: 'suss' }), await found(desk, { tag: 'spass' })], [0, 0])

    for (const _ of ['once', 'again']) await migrated(desk)
    assert.equal([await found(desk, { text: 'suss strasse' }), await found(desk, { tag: 'SPASS' })], [1, 1])
    await desk.record({ ...entry, payee: 'GROSSE STRASSE' })
    assert.is((await desk.payees.list(desk.scope, { prefix: 'grosse', limit: 9 })).length, 1)
  })

  says('stay where another row has that key already', async (desk) => {
    const entry = { kind: 'expense', day: '2026-11-20', amount: '1.00', note: 'süß suss', tags: ['Spaß'] } as const
    await desk.record({ ...entry, payee: 'Straße' })
    await asTheyWere(desk)
    await desk.record({ ...entry, payee: 'Strasse' })
    await sql`update terms set term = 'suß' where term = 'suss'`.execute(desk.db)

    await migrated(desk)
    assert.is(await found(desk, { text: 'suss' }), 2)
    const { rows } = await sql<{ name_key: string }>`select name_key from payees order by name_key`.execute(desk.db)
    assert.equal(
      rows.map(({ name_key }) => name_key),
      ['strasse', 'straße'],
    )
  })
})

/** By the keys of before. */
async function asTheyWere({ db }: LedgerDesk): Promise<void> {
  await sql`update payees set name_key = replace(name_key, 'ss', 'ß')`.execute(db)
  await sql`update tags set tag_key = replace(tag_key, 'ss', 'ß')`.execute(db)
  await sql`update terms set term = replace(term, 'ss', 'ß')`.execute(db)
}

async function migrated({ db }: LedgerDesk): Promise<void> {
  for (const { statements } of ledger0004) {
    for (const text of statements(engineOf(db))) await sql.raw(text).execute(db)
  }
}

const found = async ({ transactions, scope }: LedgerDesk, filter: { readonly text?: string; readonly tag?: string }) =>
  (await transactions.list(scope, filter, undefined, 9)).entries.length
