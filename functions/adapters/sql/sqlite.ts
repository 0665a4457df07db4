import { type Kysely, SqliteAdapter, SqliteQueryCompiler } from 'kysely'
import type LibsqlDatabase from 'libsql'
import { Sentence } from '../../domain/sentence.ts'
import { Direct } from './direct.ts'
import { SqliteDriver } from './sqlite-driver.ts'
import type { Watch } from './watch.ts'

export interface SqliteOptions {
  readonly onStatement?: Watch
}

/**
 * Opens a file (or ':memory:') by the one connection that a process may have on it. Throws a `Sentence` when the file
 * cannot be opened. Close with `destroy()`.
 */
export async function openSqlite<Tables>(file: string, options: SqliteOptions = {}): Promise<Kysely<Tables>> {
  const { default: Database } = await import('libsql')
  const database = connect(Database, file)
  return new Direct<Tables>({
    createDriver: () => new SqliteDriver(database, options.onStatement),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: () => {
      throw new Error('The schema is known from the migrations')
    },
  })
}

function connect(Database: typeof LibsqlDatabase, file: string): LibsqlDatabase.Database {
  try {
    const database = new Database(file, { timeout: 5_000 })
    database.defaultSafeIntegers(true)
    for (const pragma of pragmas) database.pragma(pragma)
    return database
  } catch (cause) {
    throw new Sentence(`The database file ${file} cannot be opened.`, { cause })
  }
}

const pragmas = ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = OFF', 'temp_store = MEMORY']
