import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { db2Here } from '../../../../tests/support/engines.ts'
import { failure } from '../../../../tests/support/failure.ts'
import { gate } from '../../../../tests/support/gate.ts'
import { Unbindable } from '../bind.ts'
import type { Whole } from '../columns.ts'
import { duplicateOf, isBusy, isDuplicate, isMissingTable, isOverflow } from '../errors.ts'
import { migrate } from '../migrator.ts'
import { big, id, optional, small, table, text } from '../table.ts'
import { retrying } from '../transaction.ts'

const runs = { numRuns: 100, seed: Number(process.env.SEED ?? Date.now()) }

interface Tables {
  shelf: { id: string; words: string; body: string | null; flag: Whole; amount: Whole | null }
}

const shelf = table('shelf', {
  columns: { id, words: text(200), body: optional(text(200)), flag: small, amount: optional(big) },
  primary: ['id'],
  unique: { by_words: ['words'] },
})
const book = { id: 'book', words: 'a book', body: null, flag: 1, amount: 5n }
const most = 2n ** 63n - 1n

for (const engine of db2Here('the driver')) {
  const said: string[] = []
  let db: Kysely<Tables>

  const engineSuite = (name: string) => {
    const one = suite(`${engine.name}: ${name}`)
    one.before(async () => {
      db = await engine.fresh({ onStatement: (statement) => said.push(statement) })
      await migrate(db, { plane: 'identity', steps: [shelf] }, Date.now)
    })
    one.before.each(async () => {
      await db.deleteFrom('shelf').execute()
      said.length = 0
    })
    one.after(() => db.destroy())
    return one
  }
  const all = () => db.selectFrom('shelf').selectAll().orderBy('id').execute()

  const values = engineSuite('values')

  values('come back as they went in, text and 64-bit numbers', async () => {
    // Db2 takes two texts that differ in blanks at their ends for the same
    const words = fc
      .oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 50 }))
      .filter((all) => !all.includes('\0') && all.length <= 200 && all.trimEnd() === all)
    await fc.assert(
      fc.asyncProperty(words, fc.bigInt({ min: -most - 1n, max: most }), async (words, amount) => {
        await db
          .insertInto('shelf')
          .values({ ...book, words, body: words, amount })
          .execute()

        const row = await db
          .selectFrom('shelf')
          .selectAll()
          .where('words', '=', words)
          .where('amount', '=', amount)
          .executeTakeFirstOrThrow()

        assert.equal(row, { id: 'book', words, body: words, flag: 1, amount: String(amount) })
        await db.deleteFrom('shelf').execute()
      }),
      runs,
    )
  })

  values('may be absent, and empty is not absent', async () => {
    await db
      .insertInto('shelf')
      .values([
        { ...book, body: '', amount: null },
        { ...book, id: 'b', words: 'b' },
      ])
      .execute()

    assert.equal(
      (await all()).map(({ body, amount }) => [body, amount]),
      [
        [null, '5'],
        ['', null],
      ],
    )
  })

  values('that are numbers are added as whole numbers, not as fractions', async () => {
    await db
      .insertInto('shelf')
      .values({ ...book, amount: 2n ** 60n + 1n })
      .execute()
    await db
      .updateTable('shelf')
      .set({ amount: sql`amount + ${2n ** 61n}` })
      .execute()

    assert.is((await all())[0]?.amount, String(2n ** 60n + 1n + 2n ** 61n))
  })

  values('that the guard refuses reach no statement', async () => {
    for (const bad of [true, undefined, 0.5, 'a\0', '\ud800', {}, 2n ** 63n, new Uint8Array(1)]) {
      assert.ok((await failure(sql`insert into shelf (id) values (${bad})`.execute(db))) instanceof Unbindable)
    }
    assert.equal(await all(), [])
  })

  values('of text differ by case and accents', async () => {
    const spellings = ['cafe', 'Cafe', 'café', 'cafe\u0301'].map((words, n) => ({ ...book, id: `${n}`, words }))
    await db.insertInto('shelf').values(spellings).execute()

    assert.is((await db.selectFrom('shelf').select('id').where('words', '=', 'cafe').execute()).length, 1)
  })

  values.run()

  const errors = engineSuite('errors')

  errors('tell a taken key, a sum past 64 bits and a missing table from all others', async () => {
    await db
      .insertInto('shelf')
      .values({ ...book, amount: most })
      .execute()

    const taken = [
      await failure(
        db
          .insertInto('shelf')
          .values({ ...book, words: 'other' })
          .execute(),
      ),
      await failure(
        db
          .insertInto('shelf')
          .values({ ...book, id: 'other' })
          .execute(),
      ),
    ]
    const over = await failure(db.updateTable('shelf').set({ amount: sql`amount + 1` }).execute())
    const nowhere = await failure(sql`select * from nowhere`.execute(db))
    const nothing = await failure(sql`select nothing from shelf`.execute(db))

    assert.equal(taken.map(duplicateOf), ['unique', 'unique'])
    assert.equal([over, nowhere, nothing].map(isDuplicate), [false, false, false])
    assert.equal([...taken, over, nowhere, nothing].map(isOverflow), [false, false, true, false, false])
    assert.equal([...taken, over, nowhere, nothing].map(isMissingTable), [false, false, false, true, false])
    assert.equal((await all()).length, 1)
  })

  errors('leave the connection good, in a transaction and outside', async () => {
    await failure(sql`select nothing from shelf`.execute(db))
    await failure(db.transaction().execute((tx) => sql`update shelf set nothing = 1`.execute(tx)))
    await db.transaction().execute((tx) => tx.insertInto('shelf').values(book).execute())

    assert.is((await all()).length, 1)
  })

  errors('do not take back what a transaction did before, when it goes on', async () => {
    await db.transaction().execute(async (tx) => {
      await tx.insertInto('shelf').values(book).execute()
      const taken = await failure(tx.insertInto('shelf').values(book).execute())
      assert.ok(isDuplicate(taken))
      await tx
        .insertInto('shelf')
        .values({ ...book, id: 'b', words: 'b' })
        .execute()
    })

    assert.is((await all()).length, 2)
  })

  errors.run()

  const transactions = engineSuite('transactions')

  transactions('leave nothing when the work throws', async () => {
    const trouble = await failure(
      db.transaction().execute(async (tx) => {
        await tx.insertInto('shelf').values(book).execute()
        throw new Error('changed my mind')
      }),
    )

    assert.is(trouble instanceof Error && trouble.message, 'changed my mind')
    assert.equal(await all(), [])
  })

  transactions('count matched rows, also where nothing changes', async () => {
    await db.insertInto('shelf').values(book).execute()

    const same = await db.updateTable('shelf').set({ words: book.words }).where('id', '=', book.id).executeTakeFirst()
    const none = await db.updateTable('shelf').set({ words: book.words }).where('id', '=', 'x').executeTakeFirst()
    const gone = await db.deleteFrom('shelf').executeTakeFirst()

    assert.equal([same.numUpdatedRows, none.numUpdatedRows, gone.numDeletedRows], [1n, 0n, 1n])
  })

  transactions('of sixteen at once on four connections lose no addition', async () => {
    await db.insertInto('shelf').values(book).execute()
    const addOne = () =>
      db.transaction().execute(async (tx) => {
        await tx.updateTable('shelf').set({ amount: sql`amount + 1` }).execute()
        const { amount } = await tx.selectFrom('shelf').select('amount').executeTakeFirstOrThrow()
        await tx
          .updateTable('shelf')
          .set({ body: String(amount) })
          .execute()
      })

    await Promise.all(Array.from({ length: 16 }, addOne))

    assert.equal(await all(), [{ ...book, amount: '21', body: '21' }])
  })

  transactions('tell a watcher each statement before it goes, and the commit after it came', async () => {
    await db.transaction().execute((tx) => tx.deleteFrom('shelf').execute())

    assert.equal(said, ['begin', 'delete from "SHELF"', 'commit', 'committed'])
  })

  transactions('read as a stream what is there', async () => {
    await db
      .insertInto('shelf')
      .values(Array.from({ length: 300 }, (_, n) => ({ ...book, id: `${n}`, words: `${n} ${'x'.repeat(190)}` })))
      .execute()

    const seen = new Set<string>()
    for await (const { id } of db.selectFrom('shelf').select(['id', 'words']).stream()) seen.add(id)

    assert.is(seen.size, 300)
  })

  transactions('that hold what the other wants end by giving up one, which is run again', async () => {
    await db
      .insertInto('shelf')
      .values([
        { ...book, id: 'a', words: 'a', amount: 0 },
        { ...book, id: 'b', words: 'b', amount: 0 },
      ])
      .execute()
    const holding = [gate(), gate()] as const
    const lost: unknown[] = []
    const raise = (tx: Kysely<Tables>, id: string) =>
      tx.updateTable('shelf').set({ amount: sql`amount + 1` }).where('id', '=', id).execute()
    const both = (mine: 0 | 1) =>
      retrying({ random: () => 0.5 }, () =>
        db
          .transaction()
          .execute(async (tx) => {
            await raise(tx, mine === 0 ? 'a' : 'b')
            holding[mine].open()
            await holding[1 - mine]?.opened
            await raise(tx, mine === 0 ? 'b' : 'a')
          })
          .catch((error) => {
            lost.push(error)
            throw error
          }),
      )

    await Promise.all([both(0), both(1)])

    assert.equal(
      (await all()).map(({ amount }) => amount),
      ['2', '2'],
    )
    assert.equal(lost.map(isBusy), [true])
  })

  transactions.run()
}
