import { CompiledQuery, type Kysely, sql } from 'kysely'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { enginesHere } from '../../../tests/support/engines.ts'
import { manySchedules } from '../../../tests/support/many-schedules.ts'
import { migrate } from '../sql/migrator.ts'
import { identitySchema } from './migrations/index.ts'
import { sqlSchedules } from './schedules.ts'
import type { IdentityTables } from './schema.ts'

const now = Date.UTC(2026, 2, 16, 9)
const hour = 3_600_000
const owner = (n: number) => `01890000-0000-7000-8000-00000000f3${String(n).padStart(2, '0')}`

const reading = suite('what a tick reads')

reading('is on SQLite never a whole table', async () => {
  const [sqlite] = enginesHere('leases')
  const statements: string[] = []
  const db = await sqlite?.fresh<IdentityTables>({ onStatement: (text) => statements.push(text) })
  if (!db) throw new Error('There is always SQLite')
  await migrate(db, identitySchema, Date.now)
  await manySchedules(db, { all: 50, due: 30, now })
  statements.length = 0
  await sqlSchedules(db).lease(owner(1), now, now + hour, 25)

  const sent = statements.filter((text) => /^(select|update)/.test(text))
  assert.is(sent.length, 2)
  for (const text of sent) {
    const unbound = (text.match(/\?/g) ?? []).map(() => null)
    const { rows } = await db.executeQuery<{ detail: string }>(CompiledQuery.raw(`explain query plan ${text}`, unbound))
    assert.equal(
      rows.filter(({ detail }) => detail.startsWith('SCAN')),
      [],
      text,
    )
  }
  await db.destroy()
})

const mariadb = enginesHere('rows that a tick reads').find(({ name }) => name === 'MariaDB')
if (mariadb) {
  reading('is a few rows for each that it leases, however many there are and are held', async () => {
    const db = await mariadb.fresh<IdentityTables>()
    await migrate(db, identitySchema, Date.now)
    await manySchedules(db, { all: 20_000, due: 800, now })
    await sql`analyze table report_schedules`.execute(db)

    const counts: number[] = []
    for (let n = 0; n < 32; n++) {
      await db.connection().execute(async (one) => {
        const [idle, before] = [await counted(one), await counted(one)]
        const leased = await sqlSchedules(one).lease(owner(n), now, now + hour, 25)
        assert.is(leased.length, 25)
        counts.push((await counted(one)) - before - (before - idle))
      })
    }
    // Found and changed is two; where few are left to find, MariaDB may note what it changes first, and reads it once more.
    assert.ok(Math.max(...counts) <= 3 * 25 + 4, `${counts}`)
    await db.destroy()
  })
}

reading.run()

async function counted(db: Kysely<IdentityTables>): Promise<number> {
  const { rows } = await sql<{ Value: string }>`show session status like 'Handler_read%'`.execute(db)
  return rows.reduce((sum, { Value }) => sum + Number(Value), 0)
}
