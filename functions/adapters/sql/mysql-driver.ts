import type { CompiledQuery, DatabaseConnection, Driver, QueryResult, TransactionSettings } from 'kysely'
import type { Pool, PoolConnection, ResultSetHeader } from 'mysql2'
import { bindable } from './bind.ts'
import { translated } from './errors.ts'
import { wantsTuples } from './piece.ts'
import type { Watch } from './watch.ts'

/** Kysely's own driver binds whatever it is given and hands on raw errors; this one guards values and names errors. */
export class MysqlDriver implements Driver {
  readonly #pool: Pool
  readonly #watch: Watch | undefined
  readonly #ready = new WeakSet<PoolConnection>()

  constructor(pool: Pool, watch: Watch | undefined) {
    this.#pool = pool
    this.#watch = watch
  }

  async init() {}

  /** The place to look at a connection that lay idle for long: ping it, or put another in its place. */
  async acquireConnection(): Promise<MysqlConnection> {
    const raw = await new Promise<PoolConnection>((resolve, reject) => {
      this.#pool.getConnection((error, connection) => (error ? reject(translated(error)) : resolve(connection)))
    })
    const connection = new MysqlConnection(raw, this.#watch)
    if (this.#ready.has(raw)) return connection

    try {
      await Promise.all(session.map((sql) => send(raw, sql, [])))
    } catch (error) {
      raw.destroy()
      throw translated(error)
    }
    this.#ready.add(raw)
    return connection
  }

  async beginTransaction(connection: MysqlConnection, { accessMode, isolationLevel }: TransactionSettings) {
    if (isolationLevel) await connection.run(`set transaction isolation level ${isolationLevel}`)
    await connection.run(accessMode === 'read only' ? 'start transaction read only' : 'begin')
  }

  async commitTransaction(connection: MysqlConnection) {
    await connection.run('commit')
    this.#watch?.('committed')
  }

  /** A rollback that fails must not hide why it was needed; the server does it when the connection goes. */
  async rollbackTransaction(connection: MysqlConnection) {
    await connection.run('rollback').catch(() => connection.raw.destroy())
  }

  async releaseConnection({ raw }: MysqlConnection) {
    raw.release()
  }

  async destroy() {
    await new Promise<void>((resolve, reject) => this.#pool.end((error) => (error ? reject(error) : resolve())))
  }
}

/** Said once on each new connection: strict about values, days and instants without a zone, no long queue for a lock. */
const session = [
  `set session sql_mode = 'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', time_zone = '+00:00', innodb_lock_wait_timeout = 10`,
  'set session transaction isolation level read committed',
]

class MysqlConnection implements DatabaseConnection {
  readonly raw: PoolConnection
  readonly #watch: Watch | undefined

  constructor(raw: PoolConnection, watch: Watch | undefined) {
    this.raw = raw
    this.#watch = watch
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const answer = await this.run(query.sql, query.parameters, wantsTuples(query))
    if (Array.isArray(answer)) return { rows: answer }
    return { rows: [], numAffectedRows: BigInt(answer.affectedRows) }
  }

  async *streamQuery<Row>({ sql, parameters }: CompiledQuery): AsyncGenerator<QueryResult<Row>> {
    this.#watch?.(sql)
    const rows = this.raw.query(sql, parameters.map(asMysql)).stream()
    let whole = false
    try {
      for await (const row of rows) yield { rows: [row] }
      whole = true
    } catch (error) {
      throw translated(error)
    } finally {
      // The next statement would wait until the rest had come.
      if (!whole) this.raw.destroy()
    }
  }

  async run(sql: string, parameters: readonly unknown[] = [], asTuples = false) {
    this.#watch?.(sql)
    const values = parameters.map(asMysql)
    try {
      return await send(this.raw, sql, values, asTuples)
    } catch (error) {
      throw translated(error)
    }
  }
}

/** `query`, not `execute`: upserts of many widths would fill the server's table of prepared statements. */
function send(raw: PoolConnection, sql: string, values: Value[], rowsAsArray = false) {
  return new Promise<never[] | ResultSetHeader>((resolve, reject) => {
    raw.query<never[] | ResultSetHeader>({ sql, values, rowsAsArray }, (error, answer) =>
      error ? reject(error) : resolve(answer),
    )
  })
}

type Value = string | bigint | Buffer | null

function asMysql(value: unknown): Value {
  const bound = bindable(value)
  return bound instanceof Uint8Array ? Buffer.from(bound.buffer, bound.byteOffset, bound.byteLength) : bound
}
