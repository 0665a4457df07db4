import { Kysely, MysqlAdapter, MysqlQueryCompiler } from 'kysely'
import type { Pool } from 'mysql2'
import type { MysqlSettings } from './engine.ts'
import { MysqlDriver } from './mysql-driver.ts'
import type { Watch } from './watch.ts'

export interface MysqlOptions {
  readonly onStatement?: Watch
}

/** Opens MySQL or MariaDB; connects at the first statement and not before. Close with `destroy()`. */
export async function openMysql<Tables>(settings: MysqlSettings, options: MysqlOptions = {}): Promise<Kysely<Tables>> {
  const pool = await poolFor(settings)
  return new Kysely<Tables>({
    dialect: {
      createDriver: () => new MysqlDriver(pool, options.onStatement),
      createQueryCompiler: () => new MysqlQueryCompiler(),
      createAdapter: () => new MysqlAdapter(),
      createIntrospector: () => {
        throw new Error('The schema is known from the migrations')
      },
    },
  })
}

/** FOUND_ROWS stays on, as mysql2 has it: affected rows are matched rows, on every engine. */
async function poolFor({ connections = 1, tls, ...server }: MysqlSettings): Promise<Pool> {
  const { createPool } = await import('mysql2')
  return createPool({
    ...server,
    ...(tls && { ssl: tls === 'system' ? {} : { ca: tls } }),
    connectionLimit: connections,
    connectTimeout: 5_000,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    dateStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
    multipleStatements: false,
  })
}
