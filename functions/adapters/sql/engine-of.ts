import { type Kysely, MysqlAdapter } from 'kysely'

export type Engine = 'sqlite' | 'mysql'

/** Which engine a database or an open transaction runs on. Only the files beside this one should have to ask. */
export function engineOf(db: Pick<Kysely<unknown>, 'getExecutor'>): Engine {
  return db.getExecutor().adapter instanceof MysqlAdapter ? 'mysql' : 'sqlite'
}

export const quoted = (engine: Engine, name: string): string => (engine === 'mysql' ? `\`${name}\`` : `"${name}"`)
