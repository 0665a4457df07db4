import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { enginesHere } from '../../../tests/support/engines.ts'
import { failure } from '../../../tests/support/failure.ts'
import { Unbindable } from './bind.ts'
import type { Whole } from './columns.ts'
import { duplicateOf, isDuplicate, isOverflow } from './errors.ts'
import { insertRows } from './insert.ts'
import { migrate } from './migrator.ts'
import { big, day, id, long, optional, table, text } from './table.ts'
import { addTo } from './upsert.ts'

const runs = { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) }

interface Tables {
  shelf: { id: string; words: string; body: string | null; day: string; amount: Whole | null }
  sums: { id: string; day: string; plus: Whole; minus: Whole; touched_ms: Whole }
}

const shelf = table('shelf', {
  columns: { id, words: text(200), body: optional(long), day, amount: optional(big) },
  primary: ['id'],
  unique: { by_words: ['words'] },
})
const sums = table('sums', {
  columns: { id, day, plus: big, minus: big, touched_ms: big },
  primary: ['id', 'day'],
})

const book = { id: 'book', words: 'a book', body: null, day: '2026-03-15', amount: 5n }
const sum = { id: 'a', day: '2026-03-15', plus: 1n, minus: 0n, touched_ms: 1 }
const most = 2n ** 63n - 1n

for (const engine of enginesHere('the SQL engines')) {
  const said: string[] = []
  let db: Kysely<Tables>

  const engineSuite = (name: string) => {
    const one = suite(`${engine.name}: ${name}`)
    one.before(async () => {
      db = await engine.fresh({ onStatement: (statement) => said.push(statement) })
      await migrate(db, { plane: 'ledger', steps: [shelf, sums] }, Date.now)
    })
    one.before.each(async () => {
      await db.deleteFrom('shelf').execute()
      await db.deleteFrom('sums').execute()
      said.length = 0
    })
    one.after(() => db.destroy())
    return one
  }

  const values = engineSuite('values')

  values('come back as they went in, text and 64-bit numbers', async () => {
    const words = fc
      .oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 50 }))
      .filter((all) => !all.includes('\0') && all.length <= 200)
    await fc.assert(
      fc.asyncProperty(words, fc.bigInt({ min: -most - 1n, max: most }), async (words, amount) => {
        await db
          .insertInto('shelf')
          .values({ ...book, words, body: words, amount })
          .execute()

        const row = await db.selectFrom('shelf').selectAll().where('words', '=', words).executeTakeFirstOrThrow()

        assert.is(row.words, words)
        assert.is(row.body, words)
        assert.is(BigInt(row.amount ?? 0), amount)
        await db.deleteFrom('shelf').execute()
      }),
      runs,
    )
  })

  values('that are days are text, and null is null', async () => {
    await db
      .insertInto('shelf')
      .values({ ...book, day: '1900-01-01', amount: null })
      .execute()

    const row = await db.selectFrom('shelf').select(['day', 'amount']).executeTakeFirst()

    assert.equal(row, { day: '1900-01-01', amount: null })
  })

  values('that are numbers are added as whole numbers, not as fractions', async () => {
    await db
      .insertInto('shelf')
      .values({ ...book, amount: 2n ** 60n + 1n })
      .execute()

    await db
      .updateTable('shelf')
      .set({ amount: sql`amount + ${2}` })
      .execute()

    const row = await db.selectFrom('shelf').select('amount').executeTakeFirstOrThrow()
    assert.is(BigInt(row.amount ?? 0), 2n ** 60n + 3n)
  })

  values('that the guard refuses reach no statement', async () => {
    for (const bad of [true, undefined, 0.5, 'a\0', {}, 2n ** 63n]) {
      assert.ok((await failure(sql`insert into shelf (id) values (${bad})`.execute(db))) instanceof Unbindable)
    }
    assert.equal(await db.selectFrom('shelf').selectAll().execute(), [])
  })

  values('of text differ by case and accents', async () => {
    const spellings = ['cafe', 'Cafe', 'café', 'cafe\u0301'].map((words, i) => ({ ...book, id: `${i}`, words }))
    await db.insertInto('shelf').values(spellings).execute()

    assert.is((await db.selectFrom('shelf').select('id').where('words', '=', 'cafe').execute()).length, 1)
  })

  values.run()

  const errors = engineSuite('errors')

  errors('tell which key a duplicate hit', async () => {
    await db.insertInto('shelf').values(book).execute()

    const samePrimary = await failure(
      db
        .insertInto('shelf')
        .values({ ...book, words: 'other' })
        .execute(),
    )
    const sameWords = await failure(
      db
        .insertInto('shelf')
        .values({ ...book, id: 'other' })
        .execute(),
    )
    const noColumn = await failure(sql`select nothing from shelf`.execute(db))

    assert.equal([samePrimary, sameWords, noColumn].map(duplicateOf), ['primary', 'unique', undefined])
    assert.equal([samePrimary, sameWords, noColumn].map(isDuplicate), [true, true, false])
  })

  errors('leave the connection good', async () => {
    await failure(db.transaction().execute((tx) => sql`select nothing from shelf`.execute(tx)))
    await db.transaction().execute((tx) => tx.insertInto('shelf').values(book).execute())

    assert.is((await db.selectFrom('shelf').selectAll().execute()).length, 1)
  })

  errors.run()

  const rows = engineSuite('affected rows')

  rows('are matched rows, also where nothing changes', async () => {
    await db.insertInto('shelf').values(book).execute()

    const same = await db.updateTable('shelf').set({ words: book.words }).where('id', '=', book.id).executeTakeFirst()
    const none = await db.updateTable('shelf').set({ words: book.words }).where('id', '=', 'x').executeTakeFirst()

    assert.equal([same.numUpdatedRows, none.numUpdatedRows], [1n, 0n])
  })

  rows.run()

  const inserting = engineSuite('many rows')

  inserting('all arrive, however many', async () => {
    const many = Array.from({ length: 3_001 }, (_, i) => ({ ...book, id: `${i}`, words: `book ${i}` }))

    await db.transaction().execute((tx) => insertRows(tx, 'shelf', many))

    assert.is(Number((await sql<{ n: unknown }>`select count(*) as n from shelf`.execute(db)).rows[0]?.n), 3_001)
  })

  inserting('of which there are none send nothing', async () => {
    await insertRows(db, 'shelf', [])
    await addTo(db, 'sums', ['id', 'day'], [])

    assert.equal(said, [])
  })

  inserting('are read as a stream, to the end or not', async () => {
    const many = Array.from({ length: 1_000 }, (_, i) => ({ ...book, id: `${i}`, words: `book ${i}` }))
    await insertRows(db, 'shelf', many)
    const all = () => db.selectFrom('shelf').select('words').stream(64)

    const words = new Set<string>()
    for await (const row of all()) words.add(row.words)
    for await (const row of all()) if (words.has(row.words)) break

    assert.is(words.size, 1_000)
    assert.is((await db.selectFrom('shelf').selectAll().execute()).length, 1_000)
  })

  inserting.run()

  const adding = engineSuite('adding to sums')
  const sumsNow = () => db.selectFrom('sums').selectAll().orderBy('id').orderBy('day').execute()

  adding('puts new rows there and adds to old ones, in one statement', async () => {
    await addTo(db, 'sums', ['id', 'day'], [sum, { ...sum, id: 'b' }], ['touched_ms'])
    said.length = 0
    await addTo(db, 'sums', ['id', 'day'], [{ ...sum, plus: -3n, minus: 7n, touched_ms: 9 }], ['touched_ms'])

    assert.is(said.length, 1)
    assert.equal((await sumsNow()).map(whole), [
      { id: 'a', day: '2026-03-15', plus: -2n, minus: 7n, touched_ms: 9n },
      { id: 'b', day: '2026-03-15', plus: 1n, minus: 0n, touched_ms: 1n },
    ])
  })

  adding('gives what adding on paper gives', async () => {
    const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
    const delta = fc.record({ id: fc.constantFrom('a', 'b', 'c'), plus: amount, minus: amount })
    const deltas = fc.uniqueArray(delta, { selector: (one) => one.id, minLength: 1 })
    const paper = new Map<string, { plus: bigint; minus: bigint }>()
    await fc.assert(
      fc.asyncProperty(deltas, async (some) => {
        await addTo(
          db,
          'sums',
          ['id', 'day'],
          some.map((one) => ({ ...sum, ...one })),
          ['touched_ms'],
        )

        for (const { id, plus, minus } of some) {
          const sofar = paper.get(id) ?? { plus: 0n, minus: 0n }
          paper.set(id, { plus: sofar.plus + plus, minus: sofar.minus + minus })
        }
        for (const row of (await sumsNow()).map(whole)) {
          assert.equal({ plus: row.plus, minus: row.minus }, paper.get(row.id))
        }
      }),
      { ...runs, endOnFailure: true },
    )
  })

  adding('past 64 bits throws, and changes nothing', async () => {
    await addTo(db, 'sums', ['id', 'day'], [{ ...sum, plus: most }], ['touched_ms'])

    const over = await failure(
      db.transaction().execute((tx) => addTo(tx, 'sums', ['id', 'day'], [{ ...sum, id: 'b' }, sum], ['touched_ms'])),
    )
    const under = await failure(
      db
        .updateTable('sums')
        .set({ minus: sql`minus - ${most} - ${most}` })
        .execute(),
    )
    const unbound = await failure(addTo(db, 'sums', ['id', 'day'], [{ ...sum, plus: most + 1n }], ['touched_ms']))
    const other = await failure(sql`select nothing from sums`.execute(db))

    assert.equal([over, under, unbound, other].map(isOverflow), [true, true, true, false])
    assert.equal((await sumsNow()).map(whole), [{ ...sum, plus: most, touched_ms: 1n }])
  })

  adding.run()

  const transactions = engineSuite('transactions')

  transactions('leave nothing when the work throws', async () => {
    const trouble = await failure(
      db.transaction().execute(async (tx) => {
        await tx.insertInto('shelf').values(book).execute()
        throw new Error('changed my mind')
      }),
    )

    assert.is(trouble instanceof Error && trouble.message, 'changed my mind')
    assert.equal(await db.selectFrom('shelf').selectAll().execute(), [])
  })

  transactions('of sixteen at once lose no addition', async () => {
    await addTo(db, 'sums', ['id', 'day'], [{ ...sum, plus: 0n }])
    const addOne = () =>
      db.transaction().execute(async (tx) => {
        await tx.updateTable('sums').set({ minus: sql`minus + 1` }).execute()
        const { minus } = await tx.selectFrom('sums').select('minus').executeTakeFirstOrThrow()
        await tx
          .updateTable('sums')
          .set({ plus: BigInt(minus) })
          .execute()
      })

    await Promise.all(Array.from({ length: 16 }, addOne))

    assert.equal((await sumsNow()).map(whole), [{ ...sum, plus: 16n, minus: 16n, touched_ms: 1n }])
  })

  transactions('tell a watcher each statement before it goes, and the commit after it came', async () => {
    await db.transaction().execute((tx) => tx.deleteFrom('shelf').execute())

    assert.equal(
      said.map((statement) => statement.replaceAll(/[`"]/g, '')),
      [engine.name === 'SQLite' ? 'begin immediate' : 'begin', 'delete from shelf', 'commit', 'committed'],
    )
  })

  transactions.run()
}

function whole(row: { id: string; day: string; plus: unknown; minus: unknown; touched_ms: unknown }) {
  const big = (value: unknown) => BigInt(String(value))
  return { id: row.id, day: row.day, plus: big(row.plus), minus: big(row.minus), touched_ms: big(row.touched_ms) }
}
