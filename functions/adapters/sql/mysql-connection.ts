import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import { Unavailable } from '../../ports/unavailable.ts'
import { isBusy, isCut, translated } from './errors.ts'
import { type Answer, asMysql, type MysqlLine } from './mysql-line.ts'
import { wantsTuples } from './piece.ts'
import type { Watch } from './watch.ts'

/** A line in somebody's hands: names errors, gives up a line that is of no use, gets over one that died while it lay idle. */
export class MysqlConnection implements DatabaseConnection {
  readonly #another: () => Promise<MysqlLine>
  readonly #watch: Watch | undefined
  #line: MysqlLine
  #hasSpoken = false

  /** `another`: a line in the place of one that turned out to be dead. */
  constructor(line: MysqlLine, another: () => Promise<MysqlLine>, watch: Watch | undefined) {
    this.#line = line
    this.#another = another
    this.#watch = watch
  }

  /** The one that is in use now: it changes when the first one turns out to be dead. */
  get line(): MysqlLine {
    return this.#line
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const answer = await this.run(query.sql, query.parameters, wantsTuples(query))
    if (Array.isArray(answer)) return { rows: answer }
    return { rows: [], numAffectedRows: BigInt(answer.affectedRows) }
  }

  /** Takes as long as its reader does. */
  async *streamQuery<Row>({ sql, parameters }: CompiledQuery): AsyncGenerator<QueryResult<Row>> {
    this.#watch?.(sql)
    this.#hasSpoken = true
    const rows = this.#line.raw.query({ sql, values: parameters.map(asMysql), rowsAsArray: false }).stream()
    let whole = false
    try {
      for await (const row of rows) yield { rows: [row] }
      whole = true
    } catch (error) {
      throw translated(error)
    } finally {
      // The next statement would wait until the rest had come.
      if (!whole) this.#line.drop()
    }
  }

  async run(sql: string, parameters: readonly unknown[] = [], asTuples = false): Promise<Answer> {
    this.#watch?.(sql)
    const isFirst = !this.#hasSpoken
    this.#hasSpoken = true
    try {
      return await this.#line.send(sql, parameters, asTuples)
    } catch (error) {
      if (!isFirst || !isCut(error) || !mayRepeat.test(sql)) throw this.#trouble(error)
    }
    this.#line.drop()
    this.#line = await this.#another()
    return this.#line.send(sql, parameters, asTuples).catch((error) => Promise.reject(this.#trouble(error)))
  }

  #trouble(error: unknown): unknown {
    const trouble = translated(error)
    // An answer may still come, and would be taken for that of the next statement; or the server is of no use any more.
    if (trouble instanceof Unavailable && !isBusy(trouble)) this.#line.drop()
    return trouble
  }
}

/**
 * What may be sent once more though it may have been carried out: it writes nothing. A write outside a transaction is
 * its caller's to repeat, who knows whether that is safe.
 */
const mayRepeat = /^\s*(select|begin|start transaction|set)\b/i
