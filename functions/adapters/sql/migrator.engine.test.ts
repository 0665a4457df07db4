import { readFileSync } from 'node:fs'
import { type Kysely, sql } from 'kysely'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { enginesHere } from '../../../tests/support/engines.ts'
import { identitySchema } from '../identity/migrations/index.ts'
import { ledgerSchema } from '../ledger/migrations/index.ts'
import { checkSchema, migrate, type Schema, status } from './migrator.ts'

const schemas: readonly Schema[] = [ledgerSchema, identitySchema]
const clock = () => 1_773_576_000_000

for (const engine of enginesHere('the migrations')) {
  const migrations = suite(`${engine.name}: migrations`)
  let db: Kysely<unknown>

  migrations.before.each(async () => {
    db = await engine.fresh()
  })
  migrations.after.each(() => db.destroy())

  migrations('make exactly the tables and columns that schema.ts declares', async () => {
    for (const schema of schemas) {
      await migrate(db, schema, clock)
      for (const [table, columns] of declared(schema.plane)) {
        const row = await sql<
          Record<string, unknown>
        >`select * from (select 1 as one) as x left join ${sql.table(table)} on 1 = 1`.execute(db)
        assert.equal(Object.keys(row.rows[0] ?? {}).slice(1), columns, table)
      }
    }
  })

  migrations('take each step once, and say so', async () => {
    const told: string[] = []

    const first = await migrate(db, ledgerSchema, clock, (step) => told.push(step))
    const second = await migrate(db, ledgerSchema, clock, (step) => told.push(step))

    assert.equal([first, second], [ledgerSchema.steps.length, 0])
    assert.is(told.length, first)
    assert.is(told[0], 'ledger/0001/ledgers')
    await checkSchema(db, ledgerSchema)
  })

  migrations('take a step again that was not noted, for the process died in between', async () => {
    await migrate(db, ledgerSchema, clock)
    await sql`delete from schema_steps where name like 'ledger/0001/t%'`.execute(db)

    assert.ok((await migrate(db, ledgerSchema, clock)) > 0)
    await checkSchema(db, ledgerSchema)
  })

  migrations('that are missing are named by the status, and stop the start', async () => {
    const [one, two] = ledgerSchema.steps
    const older: Schema = { plane: 'ledger', steps: ledgerSchema.steps.slice(0, 1) }
    const none = await status(db, older)
    await migrate(db, older, clock)

    assert.equal(none, [{ name: `ledger/${one?.name}` }])
    assert.equal((await status(db, ledgerSchema)).slice(0, 2), [
      { name: `ledger/${one?.name}`, appliedMs: clock() },
      { name: `ledger/${two?.name}` },
    ])
    assert.match(await sentence(checkSchema(db, ledgerSchema)), 'run `npm run migrate` first')
  })

  migrations('of a newer program are refused in one sentence, whatever is asked', async () => {
    const [first, ...rest] = ledgerSchema.steps
    const newer: Schema = {
      plane: 'ledger',
      steps: [...(first ? [first] : []), ...rest, { name: '0002/x', statements: () => [] }],
    }
    await migrate(db, newer, clock)

    const asked = [
      () => migrate(db, ledgerSchema, clock),
      () => status(db, ledgerSchema),
      () => checkSchema(db, ledgerSchema),
    ]
    for (const ask of asked) {
      assert.is(
        await sentence(ask()),
        'The ledger schema is newer than this program (ledger/0002/x): use a newer Outlay.',
      )
    }
  })

  migrations('of both planes live in one database', async () => {
    for (const schema of schemas) await migrate(db, schema, clock)
    for (const schema of schemas) await checkSchema(db, schema)
  })

  migrations('by two programs at once take each step once', async () => {
    const taken = await Promise.all([migrate(db, ledgerSchema, clock), migrate(db, ledgerSchema, clock)])

    assert.equal(taken.sort(), [0, ledgerSchema.steps.length])
  })

  migrations.run()
}

/** Tables and columns as the interfaces in schema.ts name them: they are gone at run time, so its text is read. */
function declared(plane: 'ledger' | 'identity'): readonly (readonly [string, readonly string[]])[] {
  const text = readFileSync(new URL(`../${plane}/schema.ts`, import.meta.url), 'utf8')
  const [tables, ...interfaces] = [...text.matchAll(/^export interface (\w+) \{\n([^}]*)^\}/gm)]
  const names = new Map(interfaces.map(([, name, body = '']) => [name, fields(body).map(([field]) => field)]))
  return fields(tables?.[2] ?? '').map(([table, type]) => [table, names.get(type) ?? []] as const)
}

const fields = (body: string) =>
  [...body.matchAll(/^ {2}(\w+): (.+)$/gm)].map(([, name = '', type = '']) => [name, type] as const)

async function sentence(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => '',
    (error: unknown) => (error instanceof Error && error.name === 'Sentence' ? error.message : String(error)),
  )
}
