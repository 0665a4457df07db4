import { CompiledQuery, type Kysely, sql } from 'kysely'
import { Sentence } from '../../domain/sentence.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { type Engine, engineOf } from './engine-of.ts'
import { isBusy, isMissingTable, isThere } from './errors.ts'
import { ascii, big, table } from './table.ts'

/**
 * One step of a schema. MySQL cannot take DDL back, so each statement must be one that may run again after a crash
 * between it and the note that it ran. SQLite and Db2 can, and take all of a migration or nothing.
 */
export interface Step {
  readonly name: string
  statements(engine: Engine): readonly string[]
}

/** The steps of one migration file, numbered as the file is. */
export const migration = (number: string, steps: readonly Step[]): readonly Step[] =>
  steps.map((step) => ({ ...step, name: `${number}/${step.name}` }))

/** A plane's schema: its steps in the order they are taken. Names are never changed and steps never removed. */
export interface Schema {
  readonly plane: 'ledger' | 'identity'
  readonly steps: readonly Step[]
}

export interface StepStatus {
  /** As 'ledger/0001/accounts'. */
  readonly name: string
  readonly appliedMs?: number
}

/**
 * Takes the steps that are missing, tells each by name, and hands back how many. Throws a `Sentence` on a newer schema, and
 * one with its name for a step that cannot be taken.
 */
export async function migrate<Tables>(
  db: Kysely<Tables>,
  schema: Schema,
  now: () => number,
  tell: (step: string) => void = () => {},
): Promise<number> {
  if (engineOf(db) === 'db2') await prepare(db)
  return alone(db, async (one) => {
    if (engineOf(db) !== 'db2') for (const statement of notes.statements(engineOf(one))) await run(one, statement)
    const missing = missingOf(schema, await applied(one))
    for (const [name, step] of missing) {
      await standing(name, async () => {
        for (const statement of step.statements(engineOf(one))) await unlessMade(() => run(one, statement))
        await sql`insert into schema_steps (name, applied_ms) values (${name}, ${now()})`.execute(one)
      })
      tell(name)
    }
    return missing.length
  })
}

/** Every step of the schema and when it was taken. Throws a `Sentence` on a newer schema. */
export async function status<Tables>(db: Kysely<Tables>, schema: Schema): Promise<readonly StepStatus[]> {
  const taken = await applied(db)
  missingOf(schema, taken)
  return named(schema).map(([name]) => {
    const appliedMs = taken.get(name)
    return { name, ...(appliedMs !== undefined && { appliedMs }) }
  })
}

/** The steps of this program that have not been taken, by one query: a newer schema lacks none. */
export async function lacking<Tables>(db: Kysely<Tables>, schema: Schema): Promise<readonly string[]> {
  return untaken(schema, await applied(db)).map(([name]) => name)
}

/** The check at start, one query: throws a `Sentence` unless the schema is exactly the program's. */
export async function checkSchema<Tables>(db: Kysely<Tables>, schema: Schema): Promise<void> {
  const missing = missingOf(schema, await applied(db))
  if (missing.length > 0) {
    throw new Sentence(`The ${schema.plane} schema lacks ${missing.length} steps: run \`npm run migrate\` first.`)
  }
}

const notes = table('schema_steps', { columns: { name: ascii(120), applied_ms: big }, primary: ['name'] })

const named = ({ plane, steps }: Schema) => steps.map((step) => [`${plane}/${step.name}`, step] as const)

function missingOf(schema: Schema, taken: ReadonlyMap<string, number>) {
  const names = new Set<string>(named(schema).map(([name]) => name))
  const ours = [...taken.keys()].filter((name) => name.startsWith(`${schema.plane}/`))
  const strange = ours.find((name) => !names.has(name))
  if (strange) {
    throw new Sentence(`The ${schema.plane} schema is newer than this program (${strange}): use a newer Outlay.`)
  }
  return untaken(schema, taken)
}

function untaken(schema: Schema, taken: ReadonlyMap<string, number>) {
  return named(schema).filter(([name]) => !taken.has(name))
}

async function applied<Tables>(db: Kysely<Tables>): Promise<ReadonlyMap<string, number>> {
  try {
    const { rows } = await sql<{
      name: string
      applied_ms: unknown
    }>`select name, applied_ms from schema_steps`.execute(db)
    return new Map(rows.map((row) => [row.name, Number(row.applied_ms)]))
  } catch (error) {
    if (isMissingTable(error)) return new Map()
    throw error
  }
}

/** On Db2 the table of notes is also what a migration locks, so that it has to be there first. */
async function prepare<Tables>(db: Kysely<Tables>): Promise<void> {
  for (const statement of notes.statements('db2')) await unlessMade(() => run(db, statement))
}

/** Says at which step a migration stands that cannot go on; a driver's message may carry rows, its code does not. */
async function standing(step: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (cause) {
    if (cause instanceof Sentence || cause instanceof Unavailable) throw cause
    const code = Reflect.get(Object(cause), 'code') ?? Reflect.get(Object(cause), 'sqlcode') ?? 'no reason given'
    const then = 'Mend that and migrate again; `npm run migrate -- --status` says which steps are taken.'
    throw new Sentence(`The step ${step} cannot be taken (${code}). ${then}`, { cause })
  }
}

/** What a statement makes may be there already, from a process that died before it could note so. */
async function unlessMade(make: () => Promise<unknown>): Promise<void> {
  try {
    await make()
  } catch (error) {
    if (!isThere(error)) throw error
  }
}

const run = <Tables>(db: Kysely<Tables>, statement: string) => db.executeQuery(CompiledQuery.raw(statement))

/**
 * SQLite and Db2 migrate whole or not at all. Two deployments do not take the same step: SQLite has one writer, on Db2
 * the second waits for the table of notes, on MySQL for a lock of that name.
 */
async function alone<Tables, T>(db: Kysely<Tables>, work: (one: Kysely<Tables>) => Promise<T>): Promise<T> {
  const engine = engineOf(db)
  if (engine === 'sqlite') return db.transaction().execute(work)
  if (engine === 'db2') return aloneOnDb2(db, work)
  return db.connection().execute(async (one) => {
    await lock(one)
    try {
      return await work(one)
    } finally {
      await sql`select release_lock('outlay-migrate')`.execute(one)
    }
  })
}

async function aloneOnDb2<Tables, T>(db: Kysely<Tables>, work: (one: Kysely<Tables>) => Promise<T>): Promise<T> {
  for (let tries = 0; tries < patience; tries++) {
    try {
      return await db.transaction().execute(async (one) => {
        await run(one, 'lock table schema_steps in exclusive mode')
        return work(one)
      })
    } catch (error) {
      if (!isBusy(error)) throw error
    }
  }
  throw another()
}

/** Asks again and again, for no statement may take long. */
async function lock<Tables>(db: Kysely<Tables>): Promise<void> {
  for (let tries = 0; tries < patience; tries++) {
    const { rows } = await sql<{ got: unknown }>`select get_lock('outlay-migrate', 5) as got`.execute(db)
    if (Number(rows[0]?.got) === 1) return
  }
  throw another()
}

/** How often a lock is asked for, five seconds each time. */
const patience = 12

const another = () => new Sentence('Another migration of this database is under way.')
