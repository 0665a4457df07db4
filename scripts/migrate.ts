import type { Kysely } from 'kysely'
import { identitySchema } from '../functions/adapters/identity/migrations/index.ts'
import { ledgerSchema } from '../functions/adapters/ledger/migrations/index.ts'
import { needed } from '../functions/adapters/setting.ts'
import type { EngineSettings } from '../functions/adapters/sql/engine.ts'
import { lockFolder } from '../functions/adapters/sql/folder-lock.ts'
import { migrate, type Schema, status } from '../functions/adapters/sql/migrator.ts'
import { identity, ledger } from '../functions/settings.ts'
import { unusable } from './doctor/trouble.ts'
import { isNew, openPlane } from './local/open-plane.ts'
import { planeFolders } from './local/plane-folders.ts'
import { folderIn, withUsual } from './local/settings.ts'

const usage = `npm run migrate [-- --status]

  (nothing)  takes the steps that the schemas lack, and names each
  --status   says which steps are taken and when, and changes nothing

OUTLAY_IDENTITY and OUTLAY_LEDGER say where the planes lie, as docs/settings.md has it. Without them they are files in
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

function envOf(given: NodeJS.ProcessEnv) {
  return withUsual(given, { data: folderIn(given), port: 0 })
}

function planesOf(given: NodeJS.ProcessEnv): readonly Plane[] {
  const env = envOf(given)
  return [
    { schema: identitySchema, settings: needed(env, identity) },
    { schema: ledgerSchema, settings: needed(env, ledger) },
  ]
}

async function takeSteps(planes: readonly Plane[]): Promise<void> {
  // what it makes is for the eyes of this user
  process.umask(0o077)
  for (const folder of planeFolders(envOf(process.env))) await lockFolder(folder)
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

/** A file that is not there lacks every step, and looking does not make it. */
function peek(settings: EngineSettings): EngineSettings {
  return settings.engine === 'sqlite' && isNew(settings) ? { ...settings, file: ':memory:' } : settings
}

async function using({ plane }: Schema, settings: EngineSettings, work: (db: Kysely<unknown>) => Promise<void>) {
  const db = await openPlane(settings)
  try {
    await work(db)
  } catch (error) {
    throw unusable(plane, error)
  } finally {
    await db.destroy()
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
