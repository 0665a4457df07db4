import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import type { PoolConnection, ResultSetHeader } from 'mysql2'
import { Unavailable } from '../../ports/unavailable.ts'
import { bindable } from './bind.ts'
import { isBusy, isCut, translated } from './errors.ts'
import { wantsTuples } from './piece.ts'
import type { Watch } from './watch.ts'

export interface MysqlConnectionOptions {
  /** Milliseconds that a statement may take, one that changes the schema aside. */
  readonly statementMs: number
  /** Another connection in the place of one that turned out to be dead. */
  readonly another: () => Promise<PoolConnection>
  readonly watch: Watch | undefined
}

/** Guards values, names errors, gives up on a statement without end, and gets over a socket that died while it lay idle. */
export class MysqlConnection implements DatabaseConnection {
  readonly #options: MysqlConnectionOptions
  #raw: PoolConnection
  #hasSpoken = false

  constructor(raw: PoolConnection, options: MysqlConnectionOptions) {
    this.#raw = raw
    this.#options = options
  }

  /** The one that is in use now: it changes when the first one turns out to be dead. */
  get raw(): PoolConnection {
    return this.#raw
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const answer = await this.run(query.sql, query.parameters, wantsTuples(query))
    if (Array.isArray(answer)) return { rows: answer }
    return { rows: [], numAffectedRows: BigInt(answer.affectedRows) }
  }

  /** Takes as long as its reader does. */
  async *streamQuery<Row>({ sql, parameters }: CompiledQuery): AsyncGenerator<QueryResult<Row>> {
    this.#options.watch?.(sql)
    this.#hasSpoken = true
    const rows = this.#raw.query(sql, parameters.map(asMysql)).stream()
    let whole = false
    try {
      for await (const row of rows) yield { rows: [row] }
      whole = true
    } catch (error) {
      throw translated(error)
    } finally {
      // The next statement would wait until the rest had come.
      if (!whole) this.#raw.destroy()
    }
  }

  async run(sql: string, parameters: readonly unknown[] = [], asTuples = false): Promise<Answer> {
    this.#options.watch?.(sql)
    const values = parameters.map(asMysql)
    const isFirst = !this.#hasSpoken
    this.#hasSpoken = true
    try {
      return await this.#send(sql, values, asTuples).catch(async (error) => {
        if (!isFirst || !isCut(error) || !mayRepeat.test(sql)) throw error
        this.#raw.destroy()
        this.#raw = await this.#options.another()
        return this.#send(sql, values, asTuples)
      })
    } catch (error) {
      const trouble = translated(error)
      // An answer may still come, and would be taken for that of the next statement; or the server is of no use any more.
      if (trouble instanceof Unavailable && !isBusy(trouble)) this.#raw.destroy()
      throw trouble
    }
  }

  #send(sql: string, values: Value[], asTuples: boolean): Promise<Answer> {
    return send(this.#raw, sql, values, changesSchema.test(sql) ? undefined : this.#options.statementMs, asTuples)
  }
}

/**
 * What may be sent once more though it may have been carried out: it writes nothing. A write outside a transaction is
 * its caller's to repeat, who knows whether that is safe.
 */
const mayRepeat = /^\s*(select|begin|start transaction|set)\b/i
const changesSchema = /^\s*(create|alter|drop)\b/i

type Answer = never[] | ResultSetHeader

/** `query`, not `execute`: upserts of many widths would fill the server's table of prepared statements. */
export function send(
  raw: PoolConnection,
  sql: string,
  values: Value[],
  timeout?: number,
  rowsAsArray = false,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, answer: Answer) => (error ? reject(error) : resolve(answer))
    raw.query<Answer>({ sql, values, rowsAsArray, ...(timeout && { timeout }) }, done)
  })
}

type Value = string | bigint | Buffer | null

function asMysql(value: unknown): Value {
  const bound = bindable(value)
  return bound instanceof Uint8Array ? Buffer.from(bound.buffer, bound.byteOffset, bound.byteLength) : bound
}
