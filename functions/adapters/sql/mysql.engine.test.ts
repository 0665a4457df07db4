import { type Kysely, sql } from 'kysely'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { failure } from '../../../tests/support/failure.ts'
import { gate } from '../../../tests/support/gate.ts'
import { leaveOut } from '../../../tests/support/left-out.ts'
import { freshDatabase, mariadbPath } from '../../../tests/support/mariadb.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { isBusy } from './errors.ts'
import { openMysql } from './mysql.ts'
import { retrying } from './transaction.ts'

interface Tables {
  counters: { id: number; n: number }
}

if (mariadbPath()) tests()
else leaveOut('what is special about MySQL', 'there is no mariadbd; scripts/test-setup installs it')

function tests(): void {
  const mysql = suite('MySQL')
  let db: Kysely<Tables>

  mysql.before(async () => {
    db = await openMysql<Tables>({ ...(await freshDatabase()), connections: 2 })
    await sql`create table counters (id int primary key, n int not null)`.execute(db)
  })
  mysql.before.each(async () => {
    await sql`replace into counters values (1, 0), (2, 0)`.execute(db)
  })
  mysql.after(() => db.destroy())

  const raise = (tx: Kysely<Tables>, id: number) =>
    tx.updateTable('counters').set({ n: sql`n + 1` }).where('id', '=', id).execute()

  /** Two transactions that each hold what the other wants, at least the first time. */
  const embrace = (around: (work: () => Promise<void>) => Promise<void>) => {
    const holding = [gate(), gate()] as const
    const both = (mine: 0 | 1) =>
      around(() =>
        db.transaction().execute(async (tx) => {
          await raise(tx, mine + 1)
          holding[mine].open()
          await holding[1 - mine]?.opened
          await raise(tx, 2 - mine)
        }),
      )
    return Promise.allSettled([both(0), both(1)])
  }

  mysql('ends a deadlock by giving up one side, and says so', async () => {
    const ends = await embrace((work) => work())

    const [lost, ...more] = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
    assert.ok(isBusy(lost))
    assert.equal(more, [])
    assert.equal(await counts(), [1, 1])
  })

  mysql('runs the side that was given up again', async () => {
    const pauses: number[] = []
    const chances = { random: () => 0.5, pause: async (ms: number) => pauses.push(ms) }

    const ends = await embrace((work) => retrying(chances, work))

    assert.equal(
      ends.map((end) => end.status),
      ['fulfilled', 'fulfilled'],
    )
    assert.equal(await counts(), [2, 2])
    assert.equal(pauses, [10])
  })

  mysql('says that it is unavailable when nothing listens, and when a connection dies', async () => {
    const nowhere = await openMysql<Tables>({ user: 'root', database: 'x', socketPath: '/nowhere/mysql.sock' })
    const refused = await failure(sql`select 1`.execute(nowhere))
    await nowhere.destroy()

    const cut = await failure(db.transaction().execute((tx) => sql`kill connection_id()`.execute(tx)))
    const next = await Promise.all([counts(), counts(), counts()])

    assert.ok(refused instanceof Unavailable)
    assert.ok(cut instanceof Unavailable)
    assert.equal(next, [
      [0, 0],
      [0, 0],
      [0, 0],
    ])
  })

  mysql('says in a sentence that a user or a database is not known there, and no word of a password', async () => {
    const { socketPath, database } = await freshDatabase()
    for (const wrong of [
      { user: 'root', password: 'secret', database },
      { user: 'nobody', password: 'secret', database },
      { user: 'root', database: 'nowhere' },
    ]) {
      const stranger = await openMysql<Tables>({ socketPath, ...wrong })
      const trouble = await failure(sql`select 1`.execute(stranger))
      await stranger.destroy()
      assert.match(String(trouble), /^Sentence: The MySQL server does not let this user into this database \(ER_/)
    }
  })

  mysql('gets strict, isolated and zoneless connections', async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select @@session.time_zone as zone, @@session.sql_mode like '%STRICT_ALL_TABLES%' as is_strict,
        @@session.tx_isolation as isolation, @@session.character_set_client as charset`.execute(db)
    const { rows: waits } = await sql<Record<string, unknown>>`
      select @@session.innodb_lock_wait_timeout as wait_for_row, @@session.lock_wait_timeout as wait_for_table,
        @@session.idle_transaction_timeout as frozen`.execute(db)

    assert.equal(rows, [{ zone: '+00:00', is_strict: 1, isolation: 'READ-COMMITTED', charset: 'utf8mb4' }])
    assert.equal(waits, [{ wait_for_row: '5', wait_for_table: '5', frozen: '30' }])
  })

  mysql('takes one statement in a call', async () => {
    assert.ok(await failure(sql.raw('select 1; delete from counters').execute(db)))
    assert.equal(await counts(), [0, 0])
  })

  mysql.run()

  async function counts(): Promise<number[]> {
    const rows = await db.selectFrom('counters').select('n').orderBy('id').execute()
    return rows.map(({ n }) => n)
  }
}
