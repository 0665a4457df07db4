import type { Driver, TransactionSettings } from 'kysely'
import type { Pool, PoolConnection } from 'mysql2'
import { Unavailable } from '../../ports/unavailable.ts'
import { translated } from './errors.ts'
import { MysqlConnection } from './mysql-connection.ts'
import { MysqlLine } from './mysql-line.ts'
import type { Watch } from './watch.ts'

/** Milliseconds. Who waits for the worst of each gets an answer within their sum. */
export interface Patience {
  /** For a connection: a place in the pool, or a new one. */
  readonly connectMs: number
  /** For the answer to a statement; longer than the server lets one wait for a lock. */
  readonly statementMs: number
  /** A connection that lay idle for longer is asked whether it is still there. */
  readonly idleMs: number
  /** For the answer to that. */
  readonly pingMs: number
}

/** Kysely's own driver binds whatever it is given, hands on raw errors, and waits for ever. */
export class MysqlDriver implements Driver {
  readonly #pool: Pool
  readonly #patience: Patience
  readonly #watch: Watch | undefined
  /** Set up, and for whoever comes next: asking the pool takes a timer and a wait. */
  readonly #idle: MysqlLine[] = []
  /** Set up, and given to the pool for one of those who wait. */
  readonly #lines = new WeakMap<PoolConnection, MysqlLine>()
  /** How many wait for the pool. */
  #waiting = 0

  constructor(pool: Pool, patience: Patience, watch: Watch | undefined) {
    this.#pool = pool
    this.#patience = patience
    this.#watch = watch
  }

  async init() {}

  async acquireConnection(): Promise<MysqlConnection> {
    const another = () => this.#ready()
    return new MysqlConnection(await another(), another, this.#watch)
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
    await connection.run('rollback').catch(() => connection.line.drop())
  }

  async releaseConnection({ line }: MysqlConnection) {
    line.lastUsed = Date.now()
    if (!line.isGone && this.#waiting === 0) {
      this.#idle.push(line)
      return
    }
    this.#lines.set(line.raw, line)
    line.raw.release()
  }

  async destroy() {
    await new Promise<void>((resolve, reject) => this.#pool.end((error) => (error ? reject(error) : resolve())))
  }

  /** One that is set up and, after a long rest, still there. */
  async #ready(): Promise<MysqlLine> {
    const { idleMs, pingMs } = this.#patience
    for (;;) {
      const line = this.#idle.pop() ?? (await this.#fromPool())
      if (!line.isGone && (Date.now() - line.lastUsed <= idleMs || (await line.isThere(pingMs)))) return line
      line.drop()
    }
  }

  async #fromPool(): Promise<MysqlLine> {
    const raw = await this.#taken()
    return this.#lines.get(raw) ?? this.#setUp(raw)
  }

  #taken(): Promise<PoolConnection> {
    return new Promise((resolve, reject) => {
      let isLate = false
      const giveUp = setTimeout(() => {
        isLate = true
        this.#waiting--
        reject(new Unavailable('No connection to the database became free in time'))
      }, this.#patience.connectMs)
      this.#waiting++
      this.#pool.getConnection((error, raw) => {
        clearTimeout(giveUp)
        if (!isLate) this.#waiting--
        if (error) reject(translated(error))
        else if (isLate) raw.release()
        else resolve(raw)
      })
    })
  }

  async #setUp(raw: PoolConnection): Promise<MysqlLine> {
    const { connectMs, statementMs } = this.#patience
    const line = new MysqlLine(raw, statementMs)
    try {
      await Promise.all(session.map((sql) => said(raw, sql, connectMs)))
    } catch (error) {
      line.drop()
      throw translated(error)
    }
    return line
  }
}

function said(raw: PoolConnection, sql: string, timeout: number): Promise<void> {
  return new Promise((resolve, reject) => {
    raw.query({ sql, timeout }, (error) => (error ? reject(error) : resolve()))
  })
}

/**
 * Said once on each new connection: strict about values, days and instants without a zone, no long queue for a lock.
 * MariaDB alone can be asked to let go of what an instance that was frozen within a transaction has locked.
 */
const session = [
  `set session sql_mode = 'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', time_zone = '+00:00', innodb_lock_wait_timeout = 5, lock_wait_timeout = 5 /*M!100300 , idle_transaction_timeout = 30 */`,
  'set session transaction isolation level read committed',
]
