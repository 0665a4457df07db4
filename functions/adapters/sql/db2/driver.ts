import type { CompiledQuery, DatabaseConnection, Driver, QueryResult, TransactionSettings } from 'kysely'
import { bindable, Unbindable } from '../bind.ts'
import { isUnsettled } from '../errors.ts'
import type { Watch } from '../watch.ts'
import type { Parameter } from './client.ts'
import { rerouted, translatedDb2 } from './errors.ts'
import type { Answer, Link } from './link.ts'
import type { LinkPool } from './pool.ts'

/** Kysely has none for Db2. This one guards values and names errors like those beside it, and counts round trips. */
export class Db2Driver implements Driver {
  readonly #pool: LinkPool
  readonly #watch: Watch | undefined

  constructor(pool: LinkPool, watch: Watch | undefined) {
    this.#pool = pool
    this.#watch = watch
  }

  async init() {}

  async acquireConnection(): Promise<Db2Connection> {
    const { link, isNew } = await this.#pool.acquire()
    return new Db2Connection(this.#pool, link, isNew, this.#watch)
  }

  async beginTransaction(connection: Db2Connection, { isolationLevel }: TransactionSettings) {
    if (isolationLevel) throw new TypeError('Db2 is asked for cursor stability only, which is what it does unasked.')
    await connection.begin()
  }

  async commitTransaction(connection: Db2Connection) {
    await connection.commit()
  }

  async rollbackTransaction(connection: Db2Connection) {
    await connection.rollback()
  }

  async releaseConnection(connection: Db2Connection) {
    this.#pool.release(connection.link)
  }

  async destroy() {
    await this.#pool.destroy()
  }
}

class Db2Connection implements DatabaseConnection {
  link: Link
  readonly #pool: LinkPool
  readonly #watch: Watch | undefined
  /** Once it has answered; before that, one that was lost while it lay idle is replaced without a word. */
  #isProven: boolean
  #inTransaction = false

  constructor(pool: LinkPool, link: Link, isNew: boolean, watch: Watch | undefined) {
    this.#pool = pool
    this.link = link
    this.#isProven = isNew
    this.#watch = watch
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    this.#watch?.(sql)
    const values = parameters.map(asDb2)
    return resultOf<Row>(await this.#proven(() => this.#ask(sql, values)))
  }

  /** All at once: nothing that is kept here is longer than a page. */
  async *streamQuery<Row>(query: CompiledQuery): AsyncGenerator<QueryResult<Row>> {
    yield this.executeQuery<Row>(query)
  }

  async begin(): Promise<void> {
    this.#watch?.('begin')
    await this.#proven(() => this.link.begin(), false)
    this.#inTransaction = true
  }

  async commit(): Promise<void> {
    this.#watch?.('commit')
    await this.#commit()
    this.#inTransaction = false
    this.#watch?.('committed')
  }

  /** One that fails must not hide why it was needed; the server does it when the connection goes. */
  async rollback(): Promise<void> {
    this.#watch?.('rollback')
    await this.#rollback()
    this.#inTransaction = false
  }

  #ask(sql: string, values: readonly Parameter[]): Promise<Answer> {
    if (this.#inTransaction) return this.link.run(sql, values)
    if (reads.test(sql)) return this.link.read(sql, values, performance.now())
    if (inserts.test(sql) && this.link.readSince !== undefined) return this.#insertAfterRead(sql, values)
    return this.#alone(sql, values)
  }

  /**
   * In one round trip with its commit. Only an insert may go that way: a client that was cut off may send it once more by
   * itself, and then the primary key tells.
   */
  async #insertAfterRead(sql: string, values: readonly Parameter[]): Promise<Answer> {
    try {
      const answer = await this.link.run(sql, values)
      await this.link.closeReads()
      return answer
    } catch (error) {
      throw translatedDb2(error, true)
    }
  }

  /** A change with a commit of its own: two round trips, of which only the second leaves anybody in doubt. */
  async #alone(sql: string, values: readonly Parameter[]): Promise<Answer> {
    await this.link.begin()
    try {
      const answer = await this.link.run(sql, values)
      this.#watch?.('commit')
      await this.#commit()
      this.#watch?.('committed')
      return answer
    } catch (error) {
      if (this.link.isGood) await this.#rollback()
      throw error
    }
  }

  async #commit(): Promise<void> {
    try {
      await this.link.end('COMMIT')
    } catch (error) {
      throw translatedDb2(error, true)
    }
  }

  async #rollback(): Promise<void> {
    if (!this.link.isGood) return
    try {
      await this.link.end('ROLLBACK')
    } catch {
      // then it is not good any more
    }
  }

  async #proven<T>(work: () => Promise<T>, proves = true): Promise<T> {
    try {
      const answer = await work()
      this.#isProven ||= proves
      return answer
    } catch (error) {
      if (isUnsettled(error) || !(await this.#isAnother(error))) throw translatedDb2(error)
    }
    this.#isProven = true
    try {
      if (this.#inTransaction) await this.link.begin()
      return await work()
    } catch (error) {
      throw translatedDb2(error)
    }
  }

  /** Whether there is another connection now, to which the same may be said: nothing of what was said counts. */
  async #isAnother(error: unknown): Promise<boolean> {
    if (rerouted(error)) return !this.#inTransaction
    if (this.#isProven || this.link.isGood) return false
    this.link = await this.#pool.replace(this.link)
    return true
  }
}

const reads = /^\s*(select|values|with)\b/i
const inserts = /^\s*insert\b/i

function resultOf<Row>({ columns, rows, affected }: Answer): QueryResult<Row> {
  if (columns.length === 0) return { rows: [], numAffectedRows: BigInt(affected) }
  const names = columns.map((name) => name.toLowerCase())
  return { rows: rows.map((values) => Object.fromEntries(names.map((name, at) => [name, values[at]])) as Row) }
}

/** Whole numbers go as text that is said to be a BIGINT, for the driver knows no bigint and makes doubles of numbers. */
function asDb2(value: unknown): Parameter {
  const bound = bindable(value)
  if (bound instanceof Uint8Array) throw new Unbindable('bytes, which no column here holds', 'type')
  return typeof bound === 'bigint' ? [1, 1, -5, bound.toString(), 0] : bound
}
