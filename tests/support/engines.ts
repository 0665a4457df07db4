import type { Kysely } from 'kysely'
import { openMysql } from '../../functions/adapters/sql/mysql.ts'
import { openSqlite } from '../../functions/adapters/sql/sqlite.ts'
import type { Watch } from '../../functions/adapters/sql/watch.ts'
import { leaveOut } from './left-out.ts'
import { freshDatabase, mariadbPath } from './mariadb.ts'

export interface TestEngine {
  readonly name: 'SQLite' | 'MariaDB'
  /** A new database with nothing in it, and a pool of four connections where the engine has pools. */
  fresh<Tables>(options?: { readonly onStatement?: Watch }): Promise<Kysely<Tables>>
}

/** The engines that this machine has; names the one it has not. */
export function enginesHere(what: string): readonly TestEngine[] {
  if (mariadbPath()) return [sqlite, mariadb]
  leaveOut(`${what} on MariaDB`, 'there is no mariadbd; scripts/test-setup installs it')
  return [sqlite]
}

const sqlite: TestEngine = { name: 'SQLite', fresh: (options) => openSqlite(':memory:', options) }

const mariadb: TestEngine = {
  name: 'MariaDB',
  fresh: async (options) => openMysql({ ...(await freshDatabase()), connections: 4 }, options),
}
