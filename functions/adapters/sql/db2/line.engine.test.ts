import { createServer } from 'node:net'
import { type Kysely, sql } from 'kysely'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { freshDb2 } from '../../../../tests/support/db2.ts'
import { asksForCommit } from '../../../../tests/support/drda/commits.ts'
import { countedLine } from '../../../../tests/support/drda/round-trips.ts'
import { db2Here } from '../../../../tests/support/engines.ts'
import { failure } from '../../../../tests/support/failure.ts'
import { freePort } from '../../../../tests/support/free-port.ts'
import { startTcpProxy, type TcpProxy } from '../../../../tests/support/tcp-proxy.ts'
import { Unavailable } from '../../../ports/unavailable.ts'
import { Unsettled } from '../errors.ts'
import { type Db2Options, openDb2 } from './open.ts'
import { usualPatience } from './pool.ts'
import { type Db2Settings, parseDb2 } from './settings.ts'

interface Tables {
  counters: { id: string; n: number }
}

interface Ways extends Pick<Db2Options, 'patience'> {
  readonly settings?: Partial<Db2Settings>
  readonly on?: (said: string, proxy: TcpProxy) => void
}

if (db2Here('the line to Db2').length > 0) tests()

function tests(): void {
  const line = suite('the line to Db2')
  let there: Db2Settings
  let straight: Kysely<Tables>

  line.before(async () => {
    there = parseDb2(await freshDb2())
    straight = await openDb2<Tables>(there)
    await sql`create table counters (id varchar(36) not null primary key, n bigint not null)`.execute(straight)
  })
  line.before.each(async () => {
    await straight.deleteFrom('counters').execute()
    await straight.insertInto('counters').values({ id: 'a', n: 0 }).execute()
  })
  line.after(() => straight.destroy())

  /** Over a line that can be hurt; `on` is told each statement before it goes. */
  async function over<T>(
    work: (db: Kysely<Tables>, proxy: TcpProxy) => Promise<T>,
    { settings = {}, on, ...options }: Ways = {},
  ): Promise<T> {
    const proxy = await startTcpProxy({ port: there.servers[0].port })
    const here = { ...there, servers: [{ host: proxy.host, port: proxy.port }] as const, ...settings }
    const db = await openDb2<Tables>(here, { ...options, onStatement: (said) => on?.(said, proxy) })
    try {
      return await work(db, proxy)
    } finally {
      await proxy.heal()
      await db.destroy()
      await proxy.close()
    }
  }

  const raise = (db: Kysely<Tables>, id = 'a') =>
    db.updateTable('counters').set({ n: sql`n + 1` }).where('id', '=', id).execute()
  const read = (db: Kysely<Tables>, id = 'a') => db.selectFrom('counters').select('n').where('id', '=', id).execute()
  const stored = async (id = 'a') => Number((await read(straight, id))[0]?.n ?? -1)

  line(
    'that was cut while it lay idle is replaced without a word, for a query, a change and a transaction',
    async () => {
      await over(async (db, proxy) => {
        await read(db)
        proxy.cut()
        assert.is((await read(db)).length, 1)
        proxy.cut()
        await raise(db)
        proxy.cut()
        await db.transaction().execute(async (tx) => {
          await raise(tx)
          await raise(tx)
        })
      })
      assert.is(await stored(), 3)
    },
  )

  line('that is cut in the middle of a transaction leaves nothing of it, and the next one succeeds', async () => {
    await over(async (db, proxy) => {
      const trouble = await failure(
        db.transaction().execute(async (tx) => {
          await raise(tx)
          proxy.cut()
          await raise(tx)
        }),
      )
      assert.ok(trouble instanceof Unavailable && !(trouble instanceof Unsettled))
      assert.is(await stored(), 0)
      await db.transaction().execute((tx) => raise(tx))
    })
    assert.is(await stored(), 1)
  })

  const connected = (db: Kysely<Tables>) => db.transaction().execute((tx) => read(tx))
  const inserted = (db: Kysely<Tables>) => db.insertInto('counters').values({ id: 'b', n: 1 }).execute()
  const changes = [
    { what: 'a transaction', before: connected, change: (db) => db.transaction().execute((tx) => raise(tx)), id: 'a' },
    { what: 'a change by itself', before: connected, change: (db) => raise(db), id: 'a' },
    { what: 'an insert by itself', before: connected, change: inserted, id: 'b' },
    { what: 'an insert behind a query', before: (db) => read(db), change: inserted, id: 'b' },
  ] satisfies readonly {
    what: string
    before: (db: Kysely<Tables>) => Promise<unknown>
    change: (db: Kysely<Tables>) => Promise<unknown>
    id: string
  }[]

  for (const { what, before, change, id } of changes) {
    line(`that loses the answer to the commit of ${what} leaves its caller in doubt, and it happened`, async () => {
      await over(async (db, proxy) => {
        await before(db)
        const lost = proxy.loseAnswerTo(asksForCommit)
        const trouble = await failure(change(db))
        await lost
        assert.ok(trouble instanceof Unsettled)
      })
      assert.is(await stored(id), 1)
    })

    line(`that is cut before the commit of ${what} leaves its caller in doubt, and it did not happen`, async () => {
      let isArmed = false
      const on = (said: string, proxy: TcpProxy) => {
        // one that is sent with its commit is cut with a few of its bytes on the way
        if (isArmed && said.startsWith('insert') && what.endsWith('query')) proxy.cutAfter(60, 'client')
        if (isArmed && said === 'commit') proxy.cut()
      }
      await over(
        async (db) => {
          await before(db)
          isArmed = true
          assert.ok((await failure(change(db))) instanceof Unsettled)
        },
        { on },
      )
      assert.is(await stored(id), id === 'a' ? 0 : -1)
    })
  }

  line('that is never answered is given up in time, and so is a server that takes and says nothing', async () => {
    const settings = { connectTimeout: 1, queryTimeout: 1 }
    await over(
      async (db, proxy) => {
        await read(db)
        proxy.blackhole()
        assert.ok((await failure(read(db))) instanceof Unavailable)
        assert.ok((await failure(raise(db))) instanceof Unavailable, 'nor can another one be had')
        await proxy.heal()
        await raise(db)
      },
      { settings },
    )
    assert.is(await stored(), 1)
  })

  line('that falls silent before a commit leaves its caller in doubt in time', async () => {
    await over(
      async (db) => {
        assert.ok((await failure(db.transaction().execute((tx) => raise(tx)))) instanceof Unsettled)
      },
      {
        settings: { queryTimeout: 1 },
        on: (said, proxy) => {
          if (said === 'commit') proxy.strand()
        },
      },
    )
    assert.is(await stored(), 0)
  })

  line('that fell silent while it lay idle for long is found out before anything is said over it', async () => {
    await over(
      async (db, proxy) => {
        await read(db)
        proxy.strand()
        await raise(db)
      },
      { patience: { ...usualPatience, idleMs: -1 } },
    )
    assert.is(await stored(), 1)
  })

  line('that falls silent keeps nobody who wants to leave', async () => {
    await over(async (db, proxy) => {
      await connected(db)
      proxy.blackhole()
      await db.destroy()
      assert.ok((await failure(read(db))) instanceof Error)
    })
  })

  line('to a port where nobody listens says so, and is made as soon as somebody does', async () => {
    await over(async (db, proxy) => {
      await proxy.refuse()
      const all = await Promise.all(Array.from({ length: 5 }, () => failure(read(db))))
      assert.ok(all.every((trouble) => trouble instanceof Unavailable))
      await proxy.heal()
      assert.is((await read(db)).length, 1)
    })
  })

  line('goes to the next server that is named when the first is gone, and stays there', async () => {
    const nobody = { host: '127.0.0.1', port: await freePort() }
    const db = await openDb2<Tables>({ ...there, servers: [nobody, ...there.servers] })
    await raise(db)
    await db.destroy()

    assert.is(await stored(), 1)
  })

  line('to something that is no Db2 is given up, not waited for', async () => {
    const other = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const db = await openDb2<Tables>({ ...there, servers: [{ host: '127.0.0.1', port }] })

    const trouble = await failure(read(db))

    await db.destroy()
    other.close()
    assert.ok(trouble instanceof Error)
  })

  line('is used in few round trips: a query one, an insert behind it one, a change two', async () => {
    const counted = await countedLine(there.servers[0].port)
    const db = await openDb2<Tables>({ ...there, servers: [{ host: '127.0.0.1', port: counted.port }] })
    const tripsOf = async (work: () => Promise<unknown>) => {
      counted.taken()
      await work()
      return counted.taken()
    }
    await read(db)

    assert.is(await tripsOf(() => read(db)), 1)
    assert.is(await tripsOf(() => db.insertInto('counters').values({ id: 'b', n: 1 }).execute()), 1)
    assert.is(await tripsOf(() => raise(db)), 2)
    assert.is(await tripsOf(() => db.transaction().execute((tx) => raise(tx))), 2)
    await read(db)
    const twoReads = async () => {
      await read(db)
      await read(db)
    }
    assert.is(await tripsOf(twoReads), 2)

    await db.destroy()
    counted.close()
  })

  line('lets go of what its queries have locked soon, though nobody asks it for anything', async () => {
    await over(async (db) => {
      await read(db)
      // the lock of a whole table waits for everybody who has a query open on it
      await straight.transaction().execute((tx) => sql`lock table counters in exclusive mode`.execute(tx))
      assert.is((await read(db)).length, 1)
    })
  })

  line.run()
}
