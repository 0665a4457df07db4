import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Kysely } from 'kysely'
import { identitySchema } from '../functions/adapters/identity/migrations/index.ts'
import { ledgerSchema } from '../functions/adapters/ledger/migrations/index.ts'
import { openDb2 } from '../functions/adapters/sql/db2/open.ts'
import { type EngineSettings, parseEngine, parseLedgerEngine } from '../functions/adapters/sql/engine.ts'
import { lockFolder } from '../functions/adapters/sql/folder-lock.ts'
import { migrate, type Schema, status } from '../functions/adapters/sql/migrator.ts'
import { openMysql } from '../functions/adapters/sql/mysql.ts'
import { openSqlite } from '../functions/adapters/sql/sqlite.ts'
import { Sentence } from '../functions/domain/sentence.ts'
import { Unavailable } from '../functions/ports/unavailable.ts'

const usage = `npm run migrate [-- --status]

  (nothing)  takes the steps that the schemas lack, and names each
  --status   says which steps are taken and when, and changes nothing

OUTLAY_LEDGER (or OUTLAY_MYSQL) and OUTLAY_IDENTITY say where the planes lie: sqlite:<file>, mysql://user:pass@host/db
or the same as JSON; people also at db2://user:pass@host:port/db or as IBM writes it. Without them the planes are files in
OUTLAY_DATA, which is ./data when absent.
`

interface Plane {
  readonly schema: Schema
  readonly settings: EngineSettings
}

const [what] = process.argv.slice(2)
if (what === undefined || what === '--status') {
  const planes = planesOf(process.env)
  await (what === '--status' ? tellStatus(planes) : takeSteps(planes))
} else {
  process.stdout.write(usage)
  process.exitCode = what === '--help' ? 0 : 1
}

function planesOf(env: NodeJS.ProcessEnv): readonly Plane[] {
  const file = (name: string) => `sqlite:${join(resolve(env.OUTLAY_DATA || 'data'), name)}`
  return [
    { schema: identitySchema, settings: parseEngine(env.OUTLAY_IDENTITY || file('identity.db')) },
    { schema: ledgerSchema, settings: parseLedgerEngine(env.OUTLAY_LEDGER || env.OUTLAY_MYSQL || file('ledger.db')) },
  ]
}

async function takeSteps(planes: readonly Plane[]): Promise<void> {
  const folders = new Set(planes.flatMap(({ settings }) => folderOf(settings)))
  for (const folder of folders) await lockFolder(folder)
  for (const { schema, settings } of planes) {
    await using(schema, settings, async (db) => {
      const taken = await migrate(db, schema, Date.now, (step) => say(`${step}: done`))
      if (taken === 0) say(`${schema.plane}: nothing to do, ${schema.steps.length} steps are taken`)
    })
  }
}

async function tellStatus(planes: readonly Plane[]): Promise<void> {
  for (const { schema, settings } of planes) {
    await using(schema, peek(settings), async (db) => {
      for (const { name, appliedMs } of await status(db, schema)) {
        say(`${name}: ${appliedMs === undefined ? 'missing' : new Date(appliedMs).toISOString()}`)
      }
    })
  }
}

function folderOf(settings: EngineSettings): readonly string[] {
  return settings.engine === 'sqlite' ? [dirname(settings.file)] : []
}

/** A file that is not there lacks every step, and looking does not make it. */
function peek(settings: EngineSettings): EngineSettings {
  return settings.engine === 'sqlite' && !existsSync(settings.file) ? { ...settings, file: ':memory:' } : settings
}

async function using({ plane }: Schema, settings: EngineSettings, work: (db: Kysely<unknown>) => Promise<void>) {
  const db = await open(settings)
  try {
    await work(db)
  } catch (error) {
    throw error instanceof Unavailable
      ? new Sentence(`The ${plane} database cannot be used (${codeOf(error)}).`)
      : error
  } finally {
    await db.destroy()
  }
}

async function open(settings: EngineSettings): Promise<Kysely<unknown>> {
  if (settings.engine === 'db2') return openDb2(settings.db2)
  return settings.engine === 'sqlite' ? openSqlite(settings.file) : openMysql(settings.mysql)
}

/** The driver's word for it, without its message. */
function codeOf({ cause }: Error): string {
  if (!(cause instanceof Error)) return 'no reason given'
  const { code, sqlcode }: Error & { readonly code?: unknown; readonly sqlcode?: unknown } = cause
  return String(code ?? sqlcode ?? 'no reason given')
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
