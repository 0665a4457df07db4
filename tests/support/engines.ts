import type { Kysely } from 'kysely'
import { openDb2 } from '../../functions/adapters/sql/db2/open.ts'
import { parseDb2 } from '../../functions/adapters/sql/db2/settings.ts'
import { openMysql } from '../../functions/adapters/sql/mysql.ts'
import { openSqlite } from '../../functions/adapters/sql/sqlite.ts'
import type { Watch } from '../../functions/adapters/sql/watch.ts'
import { db2Lacks, freshDb2 } from './db2.ts'
import { leaveOut } from './left-out.ts'
import { freshDatabase, mariadbPath } from './mariadb.ts'

export interface TestEngine {
  readonly name: 'SQLite' | 'MariaDB' | 'Db2'
  /** A new database with nothing in it, and a pool of four connections where the engine has pools. */
  fresh<Tables>(options?: { readonly onStatement?: Watch }): Promise<Kysely<Tables>>
}

/** The engines that this machine has; names the one it has not. */
export function enginesHere(what: string): readonly TestEngine[] {
  if (mariadbPath()) return [sqlite, mariadb]
  leaveOut(`${what} on MariaDB`, 'there is no mariadbd; scripts/test-setup installs it')
  return [sqlite]
}

/** The same for what has to do with people, whom Db2 keeps too. */
export function identityEnginesHere(what: string): readonly TestEngine[] {
  return [...enginesHere(what), ...db2Here(what)]
}

/** Db2's driver, against a server that speaks Db2's protocol; none where this machine lacks one of the two. */
export function db2Here(what: string): readonly TestEngine[] {
  const lack = db2Lacks()
  if (!lack) return [db2]
  leaveOut(`${what} on Db2`, `${lack}; scripts/test-setup installs it`)
  return []
}

const sqlite: TestEngine = { name: 'SQLite', fresh: (options) => openSqlite(':memory:', options) }

const mariadb: TestEngine = {
  name: 'MariaDB',
  fresh: async (options) => openMysql({ ...(await freshDatabase()), connections: 4 }, options),
}

const db2: TestEngine = {
  name: 'Db2',
  fresh: async (options) => openDb2({ ...parseDb2(await freshDb2()), connections: 4 }, options),
}
