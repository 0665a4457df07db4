import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { identitySchema } from '../../functions/adapters/identity/migrations/index.ts'
import { ledgerSchema } from '../../functions/adapters/ledger/migrations/index.ts'
import { parseEngine } from '../../functions/adapters/sql/engine.ts'
import { migrate, type Schema } from '../../functions/adapters/sql/migrator.ts'
import { openSqlite } from '../../functions/adapters/sql/sqlite.ts'
import type { HostSettings } from './settings.ts'

/** Where both planes lie, as the actions' settings say it. */
export interface Planes {
  readonly OUTLAY_IDENTITY: string
  readonly OUTLAY_LEDGER: string
}

/** Brings both planes to this program's schema: files in the data folder, unless the settings name another place. */
export async function prepare({ data, env }: HostSettings): Promise<Planes> {
  const planes = {
    OUTLAY_IDENTITY: env.OUTLAY_IDENTITY || `sqlite:${join(data, 'identity.db')}`,
    OUTLAY_LEDGER: env.OUTLAY_LEDGER || `sqlite:${join(data, 'ledger.db')}`,
  }
  await bringUp(planes.OUTLAY_IDENTITY, identitySchema)
  await bringUp(planes.OUTLAY_LEDGER, ledgerSchema)
  return planes
}

async function bringUp(engine: string, schema: Schema): Promise<void> {
  const db = await open(engine)
  try {
    await migrate(db, schema, Date.now)
  } finally {
    await db.destroy()
  }
}

async function open(engine: string): Promise<Kysely<unknown>> {
  const settings = parseEngine(engine)
  if (settings.engine === 'sqlite') return openSqlite(settings.file)
  const { openMysql } = await import('../../functions/adapters/sql/mysql.ts')
  return openMysql(settings.mysql)
}
