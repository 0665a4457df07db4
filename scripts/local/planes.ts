import { type Kysely, sql } from 'kysely'
import { identitySchema } from '../../functions/adapters/identity/migrations/index.ts'
import { ledgerSchema } from '../../functions/adapters/ledger/migrations/index.ts'
import { engineOf } from '../../functions/adapters/sql/engine-of.ts'
import { migrate, type Schema } from '../../functions/adapters/sql/migrator.ts'
import { identityDb, ledgerDb } from '../../functions/compose.ts'
import { unusable } from '../doctor/trouble.ts'

/** Brings both planes to this program's schema, by the connections that the actions will have. Throws a `Sentence`. */
export async function prepare(env: object): Promise<void> {
  await brought(() => identityDb(env), identitySchema)
  await brought(() => ledgerDb(env), ledgerSchema)
}

async function brought<Tables>(db: () => Promise<Kysely<Tables>>, schema: Schema): Promise<void> {
  try {
    await migrate(await db(), schema, Date.now)
  } catch (error) {
    throw unusable(schema.plane, error)
  }
}

/** Brings what is written into the files themselves, so that a folder at rest is whole without its logs. */
export async function settle(env: object): Promise<void> {
  for (const db of [await identityDb(env), await ledgerDb(env)]) {
    if (engineOf(db) === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db)
  }
}
