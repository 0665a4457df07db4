import { existsSync } from 'node:fs'
import type { Kysely } from 'kysely'
import { openDb2 } from '../../functions/adapters/sql/db2/open.ts'
import type { EngineSettings } from '../../functions/adapters/sql/engine.ts'
import { openMysql } from '../../functions/adapters/sql/mysql.ts'
import { openSqlite } from '../../functions/adapters/sql/sqlite.ts'

/** A plane's tables, for programs that look at them beside the actions. */
export async function openPlane<Tables = unknown>(settings: EngineSettings): Promise<Kysely<Tables>> {
  if (settings.engine === 'db2') return openDb2(settings.db2)
  return settings.engine === 'sqlite' ? openSqlite(settings.file) : openMysql(settings.mysql)
}

/** Whether opening it would make it. */
export const isNew = (settings: EngineSettings): boolean => settings.engine === 'sqlite' && !existsSync(settings.file)
