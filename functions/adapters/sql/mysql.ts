import { isIP } from 'node:net'
import { type Kysely, MysqlAdapter, MysqlQueryCompiler } from 'kysely'
import type { Pool, SslOptions } from 'mysql2'
import { Direct } from './direct.ts'
import type { MysqlSettings } from './engine.ts'
import { MysqlDriver, type Patience } from './mysql-driver.ts'
import type { Watch } from './watch.ts'

export interface MysqlOptions {
  readonly onStatement?: Watch
  /** Where it is to differ from the usual. */
  readonly patience?: Partial<Patience>
}

const usualPatience: Patience = { connectMs: 5_000, statementMs: 10_000, idleMs: 30_000, pingMs: 2_000 }

/** Opens MySQL or MariaDB; connects at the first statement and not before. Close with `destroy()`. */
export async function openMysql<Tables>(settings: MysqlSettings, options: MysqlOptions = {}): Promise<Kysely<Tables>> {
  const patience = { ...usualPatience, ...options.patience }
  const pool = await poolFor(settings, patience)
  return new Direct<Tables>({
    createDriver: () => new MysqlDriver(pool, patience, options.onStatement),
    createQueryCompiler: () => new MysqlQueryCompiler(),
    createAdapter: () => new MysqlAdapter(),
    createIntrospector: () => {
      throw new Error('The schema is known from the migrations')
    },
  })
}

/** FOUND_ROWS stays on, as mysql2 has it: affected rows are matched rows, on every engine. */
async function poolFor({ connections = 1, tls, ...server }: MysqlSettings, { connectMs }: Patience): Promise<Pool> {
  const { createPool } = await import('mysql2')
  return createPool({
    ...server,
    ...(tls && { ssl: sslFor(tls, server.host ?? '') }),
    connectionLimit: connections,
    connectTimeout: connectMs,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    dateStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
    multipleStatements: false,
    rowsAsArray: true,
  })
}

/**
 * The certificate must be the server's own, by name. A number is no name to mysql2: then it must be enough that an
 * authority of one's own has signed it, and `parseMysql` refuses those that sign for everybody.
 */
function sslFor(tls: string, host: string): SslOptions {
  return { ...(tls !== 'system' && { ca: tls }), minVersion: 'TLSv1.2', verifyIdentity: isIP(host) === 0 }
}
