import { readFileSync } from 'node:fs'
import { type Kysely, sql } from 'kysely'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { enginesHere, identityEnginesHere, type TestEngine } from '../../../tests/support/engines.ts'
import { identitySchema } from '../identity/migrations/index.ts'
import { ledgerSchema } from '../ledger/migrations/index.ts'
import { engineOf, oneRow } from './engine-of.ts'
import { checkSchema, migrate, type Schema, status } from './migrator.ts'

const clock = () => 1_773_576_000_000

for (const engine of identityEnginesHere('the migrations')) {
  const schemas: readonly Schema[] = engine.name === 'Db2' ? [identitySchema] : [ledgerSchema, identitySchema]
  for (const schema of schemas) tests(engine, schema)
}

function tests(engine: TestEngine, schema: Schema): void {
  const { plane } = schema
  const migrations = suite(`${engine.name}: migrations of the ${plane} plane`)
  let db: Kysely<unknown>

  migrations.before.each(async () => {
    db = await engine.fresh()
  })
  migrations.after.each(() => db.destroy())

  migrations('make exactly the tables and columns that schema.ts declares', async () => {
    await migrate(db, schema, clock)
    for (const [table, columns] of declared(plane)) {
      const row = await sql<
        Record<string, unknown>
      >`select ${sql.table(table)}.* from ${oneRow(engineOf(db))} left join ${sql.table(table)} on 1 = 1`.execute(db)
      assert.equal(Object.keys(row.rows[0] ?? {}), columns, table)
    }
  })

  migrations('take each step once, and say so', async () => {
    const told: string[] = []

    const first = await migrate(db, schema, clock, (step) => told.push(step))
    const second = await migrate(db, schema, clock, (step) => told.push(step))

    assert.equal([first, second], [schema.steps.length, 0])
    assert.is(told.length, first)
    assert.is(told[0], `${plane}/${schema.steps[0]?.name}`)
    await checkSchema(db, schema)
  })

  migrations('take a step again that was not noted, for the process died in between', async () => {
    await migrate(db, schema, clock)
    await sql`delete from schema_steps where name like '%/0001/%s'`.execute(db)

    assert.ok((await migrate(db, schema, clock)) > 0)
    await checkSchema(db, schema)
  })

  migrations('that are missing are named by the status, and stop the start', async () => {
    const [one, two] = schema.steps
    const older: Schema = { plane, steps: schema.steps.slice(0, 1) }
    const none = await status(db, older)
    await migrate(db, older, clock)

    assert.equal(none, [{ name: `${plane}/${one?.name}` }])
    assert.equal((await status(db, schema)).slice(0, 2), [
      { name: `${plane}/${one?.name}`, appliedMs: clock() },
      { name: `${plane}/${two?.name}` },
    ])
    assert.match(await sentence(checkSchema(db, schema)), 'run `npm run migrate` first')
  })

  migrations('of a newer program are refused in one sentence, whatever is asked', async () => {
    const [first, ...rest] = schema.steps
    const newer: Schema = {
      plane,
      steps: [...(first ? [first] : []), ...rest, { name: '9999/x', statements: () => [] }],
    }
    await migrate(db, newer, clock)

    const asked = [() => migrate(db, schema, clock), () => status(db, schema), () => checkSchema(db, schema)]
    for (const ask of asked) {
      assert.is(
        await sentence(ask()),
        `The ${plane} schema is newer than this program (${plane}/9999/x): use a newer Outlay.`,
      )
    }
  })

  migrations('that cannot go on say at which step, and go on from there once that is mended', async () => {
    const broken: Schema = {
      plane,
      steps: [...schema.steps, { name: '9998/x', statements: () => ['create nonsense'] }],
    }
    const said = await sentence(migrate(db, broken, clock))
    assert.match(said, new RegExp(`^The step ${plane}/9998/x cannot be taken \\(-?\\w+\\)\\. .*--status`))

    await migrate(db, schema, clock)
    await checkSchema(db, schema)
  })

  migrations('by two programs at once take each step once', async () => {
    const taken = await Promise.all([migrate(db, schema, clock), migrate(db, schema, clock)])

    assert.equal(taken.sort(), [0, schema.steps.length])
  })

  migrations.run()
}

/** As a small deployment has it. */
for (const engine of enginesHere('both planes in one database')) {
  const together = suite(`${engine.name}: migrations of both planes`)

  together('live in one database', async () => {
    const db = await engine.fresh()
    for (const schema of [ledgerSchema, identitySchema]) await migrate(db, schema, clock)
    for (const schema of [ledgerSchema, identitySchema]) await checkSchema(db, schema)
    await db.destroy()
  })

  together.run()
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
