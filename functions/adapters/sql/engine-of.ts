import { type Kysely, MysqlAdapter, sql } from 'kysely'
import { Db2Adapter } from './db2/adapter.ts'

export type Engine = 'sqlite' | 'mysql' | 'db2'

/** Which engine a database or an open transaction runs on. Only the files beside this one should have to ask. */
export function engineOf(db: Pick<Kysely<unknown>, 'getExecutor'>): Engine {
  const { adapter } = db.getExecutor()
  if (adapter instanceof Db2Adapter) return 'db2'
  return adapter instanceof MysqlAdapter ? 'mysql' : 'sqlite'
}

export const quoted = (engine: Engine, name: string): string =>
  engine === 'mysql' ? `\`${name}\`` : `"${engine === 'db2' ? name.toUpperCase() : name}"`

/** A query's `from` where one row of no table is wanted. */
export const oneRow = (engine: Engine) =>
  (engine === 'db2' ? sql`sysibm.sysdummy1` : sql`(select 1 as one)`).as('one_row')
