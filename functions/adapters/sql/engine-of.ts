import { type Kysely, MysqlAdapter, SqliteAdapter, sql } from 'kysely'

export type Engine = 'sqlite' | 'mysql' | 'db2'

/** Which engine a database or an open transaction runs on. Only the files beside this one should have to ask. */
export function engineOf(db: Pick<Kysely<unknown>, 'getExecutor'>): Engine {
  const { adapter } = db.getExecutor()
  if (adapter instanceof MysqlAdapter) return 'mysql'
  return adapter instanceof SqliteAdapter ? 'sqlite' : 'db2'
}

export const quoted = (engine: Engine, name: string): string =>
  engine === 'mysql' ? `\`${name}\`` : `"${engine === 'db2' ? name.toUpperCase() : name}"`

/** A query's `from` where one row of no table is wanted. */
export const oneRow = (engine: Engine) =>
  (engine === 'db2' ? sql`sysibm.sysdummy1` : sql`(select 1 as one)`).as('one_row')
