import type { Kysely } from 'kysely'
import { enginesHere } from '../../../tests/support/engines.ts'
import { attemptsContract } from '../../ports/attempts.contract.ts'
import { sessionsContract } from '../../ports/sessions.contract.ts'
import { type Desk, usersContract } from '../../ports/users.contract.ts'
import { migrate } from '../sql/migrator.ts'
import { sqlAttempts } from './attempts.ts'
import { identitySchema } from './migrations/index.ts'
import type { IdentityTables } from './schema.ts'
import { sqlSessions } from './sessions.ts'
import { sqlUsers } from './users.ts'

// Nobody keeps this plane in MariaDB; but it locks rows and meets duplicates as Db2 does, where SQLite has one writer.
for (const engine of enginesHere('the identity plane')) {
  const desk = <Store>(storeOf: (db: Kysely<IdentityTables>) => Store): Desk<Store> => {
    let opened: Promise<Kysely<IdentityTables>> | undefined
    const open = async () => {
      const db = await engine.fresh<IdentityTables>()
      await migrate(db, identitySchema, Date.now)
      return db
    }
    return {
      fresh: async () => {
        opened ??= open()
        const db = await opened
        for (const table of ['users', 'sessions', 'login_limits'] as const) await db.deleteFrom(table).execute()
        return storeOf(db)
      },
      close: async () => (await opened)?.destroy(),
    }
  }
  const store = (db: Kysely<IdentityTables>) => ({ users: sqlUsers(db), sessions: sqlSessions(db) })

  usersContract(engine.name, desk(store))
  sessionsContract(engine.name, desk(store))
  attemptsContract(engine.name, desk(sqlAttempts))
}
