import type { Kysely } from 'kysely'
import { identitySchema } from '../../functions/adapters/identity/migrations/index.ts'
import type { IdentityTables } from '../../functions/adapters/identity/schema.ts'
import { ledgerSchema } from '../../functions/adapters/ledger/migrations/index.ts'
import type { LedgerTables } from '../../functions/adapters/ledger/schema.ts'
import { openDb2 } from '../../functions/adapters/sql/db2/open.ts'
import { parseEngine } from '../../functions/adapters/sql/engine.ts'
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

async function open<Tables>(text: string): Promise<Kysely<Tables>> {
  const settings = parseEngine(text)
  if (settings.engine === 'db2') return openDb2(settings.db2)
  return settings.engine === 'sqlite' ? openSqlite(settings.file) : openMysql(settings.mysql)
}
