import type { Database, Parameter, Statement } from './client.ts'
import { isOfStatement } from './errors.ts'

export interface Answer {
  /** As Db2 names them, in capitals; empty where the statement answers no rows. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
  readonly affected: number
}

/**
 * One connection of ibm_db, in one of two ways: each statement commits itself, with which it begins and which is how it
 * lies in the pool; or several are ended by a COMMIT of their own.
 *
 * A query that commits itself is answered in one round trip, but its commit is a second one, which the client sends when
 * the query is closed. So reads stay open for a moment: an insert that follows takes their commit along with its own.
 */
export class Link {
  readonly #database: Database
  #reads: Statement[] = []
  #readSince = 0
  #isGood = true
  #commitsItself = true

  constructor(database: Database) {
    this.#database = database
  }

  /** False once anything went wrong that was not a single statement's fault: then it is only good to be closed. */
  get isGood(): boolean {
    return this.#isGood
  }

  /** Since when a commit of reads is due; undefined when none is. */
  get readSince(): number | undefined {
    return this.#reads.length > 0 ? this.#readSince : undefined
  }

  /** From here on nothing is committed until `end`. */
  async begin(): Promise<void> {
    // else the client would commit them before it sets anything, and everybody here would wait for that
    if (this.#reads.length > 0) await this.closeReads()
    this.#commitItself(false)
  }

  /** Throws where IBM's client knows already that the connection is no more; sends nothing. */
  check(): void {
    try {
      this.#database.getInfoSync(nameOfServer)
    } catch (error) {
      this.#isGood = false
      throw error
    }
  }

  /** Asks the server for nothing, and waits no longer for it than anybody would. */
  async ping(): Promise<void> {
    await this.#during(async () => {
      const statement = await this.#database.prepare('select 1 from sysibm.sysdummy1')
      try {
        statement.setAttrSync(queryTimeout, 2)
        await this.#answer(statement, [])
      } finally {
        await statement.close()
      }
    })
    this.check()
  }

  async run(sql: string, parameters: readonly Parameter[]): Promise<Answer> {
    return this.#during(async () => {
      const statement = await this.#database.prepare(sql)
      try {
        return await this.#answer(statement, parameters)
      } finally {
        await statement.close()
      }
    })
  }

  /** A query that commits itself later: see `closeReads`. */
  async read(sql: string, parameters: readonly Parameter[], now: number): Promise<Answer> {
    return this.#during(async () => {
      const statement = await this.#database.prepare(sql)
      if (this.#reads.push(statement) === 1) this.#readSince = now
      return this.#answer(statement, parameters)
    })
  }

  async closeReads(): Promise<void> {
    const reads = this.#reads
    this.#reads = []
    await this.#during(async () => {
      for (const statement of reads) await statement.close()
    })
    // closing one tells nothing of how it went
    this.check()
  }

  /** By `query`, for of all calls of ibm_db it alone takes nothing but a plain success for one. */
  async end(how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    await this.#during(() => this.#database.query(how))
    this.#commitItself(true)
  }

  /** Statements first: what the driver frees later by itself, it frees by a number that may be another's by then. */
  async close(): Promise<void> {
    await this.closeReads().catch(() => {})
    // or the client would not let go of it, nor the server of its locks
    if (!this.#commitsItself) await this.end('ROLLBACK').catch(() => {})
    // a good-bye is answered, and the client would wait for that without end: so first it is to find out who is there
    if (this.#isGood) await this.ping().catch(() => {})
    this.#isGood = false
    await this.#database.close()
  }

  /** Sends nothing where nothing is open, and tells where the client knows that the connection is no more. */
  #commitItself(isOn: boolean): void {
    const done = this.#database.setAttrSync(autocommit, isOn ? 1 : 0)
    this.#commitsItself = isOn
    if (done === true) return
    this.#isGood = false
    throw done
  }

  async #answer(statement: Statement, parameters: readonly Parameter[]): Promise<Answer> {
    const result = await statement.execute(parameters)
    const columns = result.getColumnNamesSync()
    if (columns.length > 0) return { columns, rows: await result.fetchAll({ fetchMode: 3 }), affected: 0 }
    // on a connection that is no more, any statement is answered as one that has changed nothing
    this.check()
    return { columns, rows: [], affected: Math.max(result.getAffectedRowsSync(), 0) }
  }

  async #during<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (!isOfStatement(error)) this.#isGood = false
      throw error
    }
  }
}

/** SQL_ATTR_AUTOCOMMIT */
const autocommit = 102
/** SQL_ATTR_QUERY_TIMEOUT, in seconds */
const queryTimeout = 0
/** SQL_DBMS_NAME */
const nameOfServer = 17
