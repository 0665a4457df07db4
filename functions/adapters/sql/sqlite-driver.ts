import type { CompiledQuery, DatabaseConnection, Driver, QueryResult, TransactionSettings } from 'kysely'
import type Libsql from 'libsql'
import { bindable } from './bind.ts'
import { translated } from './errors.ts'
import { named } from './named.ts'
import { wantsTuples } from './piece.ts'
import { Turns } from './turns.ts'
import type { Watch } from './watch.ts'

/**
 * Kysely's own driver prepares each statement anew and binds whatever it is given; this one keeps prepared statements,
 * guards every value, and gives its one connection to those who wait in the order they came.
 */
export class SqliteDriver implements Driver {
  readonly #database: Libsql.Database
  readonly #connection: SqliteConnection
  readonly #turns = new Turns()
  readonly #watch: Watch | undefined

  constructor(database: Libsql.Database, watch: Watch | undefined) {
    this.#database = database
    this.#watch = watch
    this.#connection = new SqliteConnection(database, watch)
  }

  async init() {}

  async acquireConnection(): Promise<DatabaseConnection> {
    await this.#turns.take()
    return this.#connection
  }

  /** Immediate: a transaction that only finds out on its first write that it may not write would have to be redone. */
  async beginTransaction(_: DatabaseConnection, { accessMode }: TransactionSettings) {
    this.#run(accessMode === 'read only' ? 'begin' : 'begin immediate')
  }

  async commitTransaction() {
    this.#run('commit')
    this.#watch?.('committed')
  }

  async rollbackTransaction() {
    // An engine that ran out of disk has rolled back already.
    if (this.#database.inTransaction) this.#run('rollback')
  }

  async releaseConnection() {
    this.#turns.give()
  }

  async destroy() {
    this.#database.close()
  }

  #run(sql: string) {
    this.#watch?.(sql)
    try {
      this.#database.exec(sql)
    } catch (error) {
      throw translated(error)
    }
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #database: Libsql.Database
  readonly #watch: Watch | undefined
  #recent = new Map<string, Prepared>()
  #older = new Map<string, Prepared>()

  constructor(database: Libsql.Database, watch: Watch | undefined) {
    this.#database = database
    this.#watch = watch
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { sql, parameters } = query
    this.#watch?.(sql)
    const values = parameters.map(bindable)
    try {
      const { statement, columns } = this.#prepared(sql)
      if (columns) {
        const tuples = statement.all(values)
        return { rows: wantsTuples(query) ? (tuples as Row[]) : named<Row>(tuples, columns) }
      }
      return { rows: [], numAffectedRows: BigInt(statement.run(values).changes) }
    } catch (error) {
      throw translated(error)
    }
  }

  async *streamQuery<Row>({ sql, parameters }: CompiledQuery, chunk: number): AsyncGenerator<QueryResult<Row>> {
    this.#watch?.(sql)
    const { statement, columns = [] } = prepare(this.#database, sql)
    let some: unknown[] = []
    for (const row of statement.iterate(parameters.map(bindable))) {
      if (some.push(row) < chunk) continue
      yield { rows: named<Row>(some, columns) }
      some = []
    }
    yield { rows: named<Row>(some, columns) }
  }

  /** A statement that is used again moves up; when the recent ones are full, those not used since are let go. */
  #prepared(sql: string): Prepared {
    const known = this.#recent.get(sql)
    if (known) return known

    const prepared = this.#older.get(sql) ?? prepare(this.#database, sql)
    if (sql.length > longest) return prepared
    if (changesSchema.test(sql)) {
      this.#recent.clear()
      this.#older.clear()
      return prepared
    }
    if (this.#recent.size >= kept) {
      this.#older = this.#recent
      this.#recent = new Map()
    }
    this.#recent.set(sql, prepared)
    return prepared
  }
}

const kept = 200
const longest = 20_000
const changesSchema = /^\s*(create|alter|drop)/i

interface Prepared {
  readonly statement: Libsql.Statement
  /** Only where rows come back. */
  readonly columns?: readonly string[]
}

function prepare(database: Libsql.Database, sql: string): Prepared {
  const statement = database.prepare(sql)
  if (!statement.reader) return { statement }
  return { statement: statement.raw(), columns: statement.columns().map(({ name }) => name) }
}
