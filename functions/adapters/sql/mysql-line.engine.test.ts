import { type Kysely, sql } from 'kysely'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { failure } from '../../../tests/support/failure.ts'
import { leaveOut } from '../../../tests/support/left-out.ts'
import { freshDatabase, mariadbPath, type SocketReach } from '../../../tests/support/mariadb.ts'
import { startTcpProxy, type TcpProxy } from '../../../tests/support/tcp-proxy.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { openMysql } from './mysql.ts'
import type { Patience } from './mysql-driver.ts'

interface Tables {
  counters: { id: number; n: number }
}

if (mariadbPath()) tests()
else leaveOut('a bad line to MySQL', 'there is no mariadbd; scripts/test-setup installs it')

/** One connection, as in an action, over a line that can be hurt. */
function tests(): void {
  const line = suite('a bad line to MySQL')
  let reach: SocketReach
  let proxy: TcpProxy
  let opened: Kysely<Tables>[]

  line.before(async () => {
    reach = await freshDatabase()
    const db = await openMysql<Tables>(reach)
    await sql`create table counters (id int primary key, n int not null)`.execute(db)
    await sql`insert into counters values (1, 0)`.execute(db)
    await db.destroy()
  })
  line.before.each(async () => {
    opened = []
    proxy = await startTcpProxy({ path: reach.socketPath })
  })
  line.after.each(async () => {
    await proxy.close()
    for (const db of opened) await db.destroy()
  })

  const open = async (patience: Partial<Patience> = {}) => {
    const { host, port } = proxy
    const db = await openMysql<Tables>({ host, port, user: reach.user, database: reach.database }, { patience })
    opened.push(db)
    return db
  }
  const count = async (db: Kysely<Tables>) => (await db.selectFrom('counters').select('n').executeTakeFirstOrThrow()).n
  const raise = (db: Kysely<Tables>) => db.updateTable('counters').set({ n: sql`n + 1` }).execute()
  /** Without the line in between. */
  const counted = async () => {
    const direct = await openMysql<Tables>(reach)
    return count(direct).finally(() => direct.destroy())
  }

  line('that fell silent while nobody spoke is exchanged for another', async () => {
    const db = await open({ idleMs: -1, pingMs: 100 })
    const before = await count(db)
    proxy.strand()

    assert.is(await count(db), before)
    assert.is(await count(db), before)
  })

  line('that died while nobody spoke is not noticed by who reads', async () => {
    const db = await open()
    const before = await count(db)
    proxy.cutAfter(0, 'client')

    assert.is(await count(db), before)
  })

  line('that died while nobody spoke is not noticed by who begins a transaction', async () => {
    const db = await open()
    const before = await count(db)
    proxy.cutAfter(0, 'client')
    await db.transaction().execute(raise)

    assert.is(await counted(), before + 1)
  })

  line('that dies under a write alone does not have it done twice', async () => {
    const db = await open()
    const before = await count(db)
    const lost = proxy.loseAnswerTo((bytes) => bytes.includes('update'))
    const trouble = await failure(raise(db))
    await lost

    assert.ok(trouble instanceof Unavailable)
    assert.is(await count(db), before + 1)
  })

  line('that dies within a transaction leaves nothing of it', async () => {
    const db = await open()
    const before = await count(db)
    const trouble = await failure(
      db.transaction().execute(async (trx) => {
        await raise(trx)
        proxy.cut()
        await count(trx)
      }),
    )

    assert.ok(trouble instanceof Unavailable)
    assert.is(await count(db), before)
  })

  line('that dies under a commit leaves the rest to who can find out', async () => {
    const db = await open()
    const before = await count(db)
    const lost = proxy.loseAnswerTo((bytes) => bytes.includes('commit'))
    const trouble = await failure(db.transaction().execute(raise))
    await lost

    assert.ok(trouble instanceof Unavailable)
    assert.is(await count(db), before + 1)
  })

  line('that is closed from the other side under a statement is not waited for', async () => {
    const db = await open({ statementMs: 3_000 })
    const trouble = await failure(
      db.transaction().execute(async (trx) => {
        await count(trx)
        const asked = sql`select sleep(10)`.execute(trx)
        proxy.halfClose()
        await asked
      }),
    )

    assert.ok(trouble instanceof Unavailable)
    assert.is(trouble.message, 'The database cannot be reached')
  })

  line('without an answer is given up for another', async () => {
    const db = await open({ statementMs: 200 })
    const before = await count(db)
    proxy.strand()
    const trouble = await failure(count(db))

    assert.ok(trouble instanceof Unavailable)
    assert.is(await count(db), before)
  })

  line('without an answer within a transaction leaves nothing of it', async () => {
    const db = await open({ statementMs: 200 })
    const before = await count(db)
    const trouble = await failure(
      db.transaction().execute(async (trx) => {
        await raise(trx)
        proxy.strand()
        await count(trx)
      }),
    )

    assert.ok(trouble instanceof Unavailable)
    assert.is(await count(db), before)
  })

  line('without an answer to a new caller is given up', async () => {
    const db = await open({ connectMs: 200 })
    proxy.blackhole()
    const trouble = await failure(count(db))
    await proxy.heal()

    assert.ok(trouble instanceof Unavailable)
    assert.type(await count(db), 'number')
  })

  line('that is taken keeps nobody waiting for ever, and is not lost when it comes late', async () => {
    const db = await open({ connectMs: 200 })
    const trouble = await db.transaction().execute(async (trx) => {
      await raise(trx)
      return failure(Promise.all([count(db), count(db)]))
    })

    assert.ok(trouble instanceof Unavailable)
    assert.is(new Set(await Promise.all([count(db), count(db), count(db)])).size, 1)
  })

  line('at which nobody listens is tried anew by each who asks', async () => {
    const db = await open()
    await proxy.refuse()
    const troubles = await Promise.all([1, 2, 3].map(() => failure(count(db))))
    await proxy.heal()

    assert.ok(troubles.every((trouble) => trouble instanceof Unavailable))
    assert.is((await Promise.all([count(db), count(db)])).length, 2)
  })

  line('does not hurry a change of the schema', async () => {
    const db = await open({ statementMs: 100 })
    await sql`create table slow (n int) as select sleep(0.3) as n`.execute(db)

    assert.ok((await failure(sql`select sleep(0.3)`.execute(db))) instanceof Unavailable)
    assert.equal((await sql`select n from slow`.execute(db)).rows, [{ n: 0 }])
  })

  line.run()
}
