import { DialectAdapterBase } from 'kysely'

/** Says of a database that it is Db2, and to Kysely that rows are not handed back by the statement that wrote them. */
export class Db2Adapter extends DialectAdapterBase {
  override get supportsReturning(): boolean {
    return false
  }

  override async acquireMigrationLock(): Promise<void> {}

  override async releaseMigrationLock(): Promise<void> {}
}
