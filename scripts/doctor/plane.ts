import { type Kysely, sql } from 'kysely'
import { timely } from '../../functions/adapters/jobs/timely.ts'
import { type Setting, valid } from '../../functions/adapters/setting.ts'
import type { EngineSettings } from '../../functions/adapters/sql/engine.ts'
import { engineOf } from '../../functions/adapters/sql/engine-of.ts'
import { type Schema, status } from '../../functions/adapters/sql/migrator.ts'
import { Unavailable } from '../../functions/ports/unavailable.ts'
import { isNew, openPlane } from '../local/open-plane.ts'
import { type Finding, ill, notAsked, open, well } from './finding.ts'
import { troubleOf } from './trouble.ts'

/** Milliseconds that a database may take over all of it. */
const patienceMs = 15_000

/** Whether a plane's database answers, has the schema of this program, and takes what is written. A deployment migrates by itself. */
export async function examinePlane(
  env: unknown,
  schema: Schema,
  setting: Setting<EngineSettings>,
  isDeployed: boolean,
): Promise<Finding> {
  const what = schema.plane
  const settings = valid(env, setting)
  if (!settings) return notAsked(what, setting)
  const place = placeOf(settings)
  if (isNew(settings)) return open(what, `There is no ${place} yet; npm start makes it.`)

  let db: Kysely<unknown> | undefined
  try {
    db = await openPlane(settings)
    return await timely(looked(db, schema, place, isDeployed), patienceMs)
  } catch (error) {
    return ill(what, `${place}: ${troubleOf(error)}`, adviceFor(error, setting.name))
  } finally {
    // a connection that hangs must not keep back what was found
    void db?.destroy().catch(() => undefined)
  }
}

async function looked(db: Kysely<unknown>, schema: Schema, place: string, isDeployed: boolean): Promise<Finding> {
  const steps = await status(db, schema)
  const missing = steps.filter(({ appliedMs }) => appliedMs === undefined).length
  if (missing > 0 && isDeployed) {
    return open(
      schema.plane,
      `${place} answers, and lacks ${missing} of ${steps.length} steps of the schema; npm run deploy takes them.`,
    )
  }
  const migrate = 'Run npm run migrate; it takes what is missing and leaves what is there.'
  if (missing === steps.length) return ill(schema.plane, `${place} answers, and has no tables of Outlay yet.`, migrate)
  if (missing > 0) {
    return ill(schema.plane, `${place} answers, and its schema lacks ${missing} of ${steps.length} steps.`, migrate)
  }
  await tryToWrite(db)
  return well(
    schema.plane,
    `${await namedAs(db, place)} has all ${steps.length} steps of the schema and can be written to.`,
  )
}

/** A row that is gone again at once: rights, a server that only reads, and a full disk show themselves. */
async function tryToWrite(db: Kysely<unknown>): Promise<void> {
  const enough = new Error('rolled back')
  const row = sql`insert into schema_steps (name, applied_ms) values ('doctor', 0)`
  await db
    .transaction()
    .execute(async (one) => {
      await row.execute(one)
      throw enough
    })
    .catch((error) => {
      if (error !== enough) throw error
    })
}

/** MySQL's protocol is spoken by two servers, and by old ones. */
async function namedAs(db: Kysely<unknown>, place: string): Promise<string> {
  if (engineOf(db) !== 'mysql') return place
  const { rows } = await sql<{ version: string }>`select version() as version`.execute(db)
  const [version = '', name] = rows[0]?.version.split('-') ?? []
  return place.replace('MySQL', `${name === 'MariaDB' ? name : 'MySQL'} ${version}`)
}

function placeOf(settings: EngineSettings): string {
  if (settings.engine === 'sqlite') return `file ${settings.file}`
  if (settings.engine === 'db2') {
    const { servers, database } = settings.db2
    return `Db2 at ${servers.map(({ host, port }) => `${host}:${port}`).join(', ')} (database ${database})`
  }
  const { host, port = 3306, socketPath, database } = settings.mysql
  return `MySQL at ${socketPath ?? `${host}:${port}`} (database ${database})`
}

function adviceFor(error: unknown, name: string): string {
  if (error instanceof Unavailable) return `See that the server runs and can be reached from here, or correct ${name}.`
  if (error instanceof Error && error.name === 'Sentence') return `Mend that, or correct ${name}.`
  return `See that the user in ${name} may read, write, create and alter tables there.`
}
