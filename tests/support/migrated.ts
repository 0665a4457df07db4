import { identitySchema } from '../../functions/adapters/identity/migrations/index.ts'
import type { IdentityTables } from '../../functions/adapters/identity/schema.ts'
import { ledgerSchema } from '../../functions/adapters/ledger/migrations/index.ts'
import type { LedgerTables } from '../../functions/adapters/ledger/schema.ts'
import { parseMysql } from '../../functions/adapters/sql/engine.ts'
import { migrate } from '../../functions/adapters/sql/migrator.ts'
import { openMysql } from '../../functions/adapters/sql/mysql.ts'
import { openSqlite } from '../../functions/adapters/sql/sqlite.ts'

/** Brings both planes, named as the configuration names them, to the schema of this program. */
export async function migrated({ identity, ledger }: { identity: string; ledger: string }): Promise<void> {
  const people = await open<IdentityTables>(identity)
  await migrate(people, identitySchema, Date.now)
  await people.destroy()

  const books = await open<LedgerTables>(ledger)
  await migrate(books, ledgerSchema, Date.now)
  await books.destroy()
}

const open = <Tables>(engine: string) =>
  engine.startsWith('sqlite:')
    ? openSqlite<Tables>(engine.slice('sqlite:'.length))
    : openMysql<Tables>(parseMysql(engine))
