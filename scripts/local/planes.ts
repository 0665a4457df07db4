import { join } from 'node:path'
import { sql } from 'kysely'
import { identitySchema } from '../../functions/adapters/identity/migrations/index.ts'
import { ledgerSchema } from '../../functions/adapters/ledger/migrations/index.ts'
import { engineOf } from '../../functions/adapters/sql/engine-of.ts'
import { migrate } from '../../functions/adapters/sql/migrator.ts'
import { identityDb, ledgerDb } from '../../functions/compose.ts'
import type { HostSettings } from './settings.ts'

/** Where both planes lie, as the actions' settings say it. */
export interface Planes {
  readonly OUTLAY_IDENTITY: string
  readonly OUTLAY_LEDGER: string
}

/**
 * Brings both planes to this program's schema, by the connections that the actions will have: files in the data folder,
 * unless the settings name another place.
 */
export async function prepare({ data, env }: HostSettings): Promise<Planes> {
  const planes = {
    OUTLAY_IDENTITY: env.OUTLAY_IDENTITY || `sqlite:${join(data, 'identity.db')}`,
    OUTLAY_LEDGER: env.OUTLAY_LEDGER || `sqlite:${join(data, 'ledger.db')}`,
  }
  await migrate(await identityDb(planes), identitySchema, Date.now)
  await migrate(await ledgerDb(planes), ledgerSchema, Date.now)
  return planes
}

/** Brings what is written into the files themselves, so that a folder at rest is whole without its logs. */
export async function settle(planes: Planes): Promise<void> {
  for (const db of [await identityDb(planes), await ledgerDb(planes)]) {
    if (engineOf(db) === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db)
  }
}
