import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { openSqlite } from './sqlite.ts'

interface Tables {
  shelf: { words: string; n: number }
}

const sqlite = suite('SQLite on a file')
const folder = mkdtempSync(join(tmpdir(), 'outlay sqlite '))

sqlite.after(() => rmSync(folder, { recursive: true }))

sqlite('writes ahead, and waits for the disk at each commit', async () => {
  const db = await openSqlite<Tables>(join(folder, 'a.db'))
  const read = async (name: string) =>
    Object.values((await sql<object>`${sql.raw(`pragma ${name}`)}`.execute(db)).rows[0] ?? {})

  assert.equal(await read('journal_mode'), ['wal'])
  assert.equal(await read('synchronous'), [2n])
  assert.equal(await read('foreign_keys'), [0n])
  await db.destroy()
})

sqlite('keeps what was committed, and nothing of what was not', async () => {
  const file = join(folder, 'b.db')
  const first = await openSqlite<Tables>(file)
  await sql`create table shelf (words text, n integer) strict`.execute(first)
  await first.transaction().execute((tx) => tx.insertInto('shelf').values({ words: 'kept', n: 1 }).execute())
  await first
    .transaction()
    .execute(async (tx) => {
      await tx.insertInto('shelf').values({ words: 'dropped', n: 1 }).execute()
      throw new Error('changed my mind')
    })
    .catch(() => {})
  await first.destroy()

  const second = await openSqlite<Tables>(file)

  assert.equal(await second.selectFrom('shelf').selectAll().execute(), [{ words: 'kept', n: 1n }])
  await second.destroy()
})

sqlite('sees a column that came after a statement was prepared', async () => {
  const db = await openSqlite<Tables>(':memory:')
  await sql`create table shelf (words text, n integer) strict`.execute(db)
  await db.insertInto('shelf').values({ words: 'a', n: 1 }).execute()
  const all = () => db.selectFrom('shelf').selectAll().execute()
  const before = await all()
  await sql`alter table shelf add column more text`.execute(db)

  assert.equal([before, await all()], [[{ words: 'a', n: 1n }], [{ words: 'a', n: 1n, more: null }]])
  await db.destroy()
})

sqlite('forgets prepared statements that are not used, and still answers them', async () => {
  const db = await openSqlite<Tables>(':memory:')
  const ask = async (n: number) => (await sql<{ n: bigint }>`${sql.raw(`select ${n} as n`)}`.execute(db)).rows[0]?.n

  for (let round = 0; round < 2; round++) {
    for (let n = 0; n < 1_000; n++) assert.is(await ask(n), BigInt(n))
  }
  await db.destroy()
})

sqlite('that cannot be opened is one sentence', async () => {
  const trouble = await openSqlite(join(folder, 'missing', 'c.db')).catch((error: Error) => error)

  assert.ok(trouble instanceof Error && trouble.name === 'Sentence')
})

sqlite.run()
