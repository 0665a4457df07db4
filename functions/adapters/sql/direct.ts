import { type Compilable, type CompiledQuery, type Dialect, type Driver, Kysely, type QueryResult } from 'kysely'

/**
 * What is SQL already goes straight to the driver, unless within a transaction: on Kysely's way there it is handed from
 * promise to promise, which takes longer than all that our drivers do (measured).
 */
export class Direct<Tables> extends Kysely<Tables> {
  readonly #driver: Driver
  #destroyed: Promise<void> | undefined

  constructor(dialect: Dialect) {
    const driver = dialect.createDriver()
    super({ dialect: { ...dialect, createDriver: () => driver } })
    this.#driver = driver
  }

  override async executeQuery<Row>(query: CompiledQuery<Row> | Compilable<Row>): Promise<QueryResult<Row>> {
    if ('compile' in query) return super.executeQuery(query)
    const connection = await this.#driver.acquireConnection()
    try {
      return await connection.executeQuery<Row>(query)
    } finally {
      await this.#driver.releaseConnection(connection)
    }
  }

  /** Kysely closes only what it has used itself. */
  override destroy(): Promise<void> {
    this.#destroyed ??= this.#driver.destroy()
    return this.#destroyed
  }
}
