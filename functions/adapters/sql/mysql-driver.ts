import type { Driver, TransactionSettings } from 'kysely'
import type { Pool, PoolConnection } from 'mysql2'
import { Unavailable } from '../../ports/unavailable.ts'
import { translated } from './errors.ts'
import { MysqlConnection, send } from './mysql-connection.ts'
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
  /** When those that are ready for use were last used. */
  readonly #lastUsed = new WeakMap<PoolConnection, number>()

  constructor(pool: Pool, patience: Patience, watch: Watch | undefined) {
    this.#pool = pool
    this.#patience = patience
    this.#watch = watch
  }

  async init() {}

  async acquireConnection(): Promise<MysqlConnection> {
    const another = () => this.#ready()
    const { statementMs } = this.#patience
    return new MysqlConnection(await another(), { statementMs, another, watch: this.#watch })
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
    this.#lastUsed.set(raw, Date.now())
    raw.release()
  }

  async destroy() {
    await new Promise<void>((resolve, reject) => this.#pool.end((error) => (error ? reject(error) : resolve())))
  }

  /** One that is set up and, after a long rest, still there. */
  async #ready(): Promise<PoolConnection> {
    for (;;) {
      const raw = await this.#taken()
      const since = this.#lastUsed.get(raw)
      if (since === undefined) return this.#setUp(raw)
      // by the clock on the wall: other clocks stand still while a container is frozen
      if (Date.now() - since <= this.#patience.idleMs || (await this.#isThere(raw))) return raw
      raw.destroy()
    }
  }

  #taken(): Promise<PoolConnection> {
    return new Promise((resolve, reject) => {
      let isLate = false
      const giveUp = setTimeout(() => {
        isLate = true
        reject(new Unavailable('No connection to the database became free in time'))
      }, this.#patience.connectMs)
      this.#pool.getConnection((error, raw) => {
        clearTimeout(giveUp)
        if (error) reject(translated(error))
        else if (isLate) raw.release()
        else resolve(raw)
      })
    })
  }

  async #setUp(raw: PoolConnection): Promise<PoolConnection> {
    // whoever asks hears of trouble; the event is for nobody, and unheard it would end the process
    raw.on('error', () => {})
    try {
      await Promise.all(session.map((sql) => send(raw, sql, [], this.#patience.connectMs)))
    } catch (error) {
      raw.destroy()
      throw translated(error)
    }
    this.#lastUsed.set(raw, Date.now())
    return raw
  }

  #isThere(raw: PoolConnection): Promise<boolean> {
    return new Promise((resolve) => {
      const giveUp = setTimeout(resolve, this.#patience.pingMs, false)
      raw.ping((error) => {
        clearTimeout(giveUp)
        resolve(!error)
      })
    })
  }
}

/**
 * Said once on each new connection: strict about values, days and instants without a zone, no long queue for a lock.
 * MariaDB alone can be asked to let go of what an instance that was frozen within a transaction has locked.
 */
const session = [
  `set session sql_mode = 'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', time_zone = '+00:00', innodb_lock_wait_timeout = 5, lock_wait_timeout = 5 /*M!100300 , idle_transaction_timeout = 30 */`,
  'set session transaction isolation level read committed',
]
