import type { Kysely } from 'kysely'
import { identityEnginesHere } from '../../../tests/support/engines.ts'
import { attemptsContract } from '../../ports/attempts.contract.ts'
import { mailPreferencesContract } from '../../ports/mail-preferences.contract.ts'
import { mailTokensContract } from '../../ports/mail-tokens.contract.ts'
import { passwordChangesContract } from '../../ports/password-changes.contract.ts'
import { reportShelfContract } from '../../ports/report-shelf.contract.ts'
import { schedulesContract } from '../../ports/schedules.contract.ts'
import { sessionsContract } from '../../ports/sessions.contract.ts'
import { type Desk, usersContract } from '../../ports/users.contract.ts'
import { migrate } from '../sql/migrator.ts'
import { sqlAttempts } from './attempts.ts'
import { sqlMailPreferences } from './mail-preferences.ts'
import { sqlMailTokens } from './mail-tokens.ts'
import { identitySchema } from './migrations/index.ts'
import { sqlPasswordChanges } from './password-changes.ts'
import { sqlReportShelf } from './report-shelf.ts'
import { sqlSchedules } from './schedules.ts'
import type { IdentityTables } from './schema.ts'
import { sqlSessions } from './sessions.ts'
import { sqlUsers } from './users.ts'

const tables = [
  'users',
  'sessions',
  'login_limits',
  'report_schedules',
  'reports',
  'mail_tokens',
  'mail_preferences',
  'mail_stops',
] as const

for (const engine of identityEnginesHere('the identity plane')) {
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
        for (const table of tables) await db.deleteFrom(table).execute()
        return storeOf(db)
      },
      close: async () => (await opened)?.destroy(),
    }
  }
  const store = (db: Kysely<IdentityTables>) => ({
    users: sqlUsers(db),
    sessions: sqlSessions(db),
    attempts: sqlAttempts(db),
    passwordChanges: sqlPasswordChanges(db),
    mailTokens: sqlMailTokens(db),
  })

  const reportStore = (db: Kysely<IdentityTables>) => ({ schedules: sqlSchedules(db), shelf: sqlReportShelf(db) })

  usersContract(engine.name, desk(store))
  passwordChangesContract(engine.name, desk(store))
  sessionsContract(engine.name, desk(store))
  attemptsContract(engine.name, desk(sqlAttempts))
  schedulesContract(engine.name, desk(reportStore))
  reportShelfContract(engine.name, desk(reportStore))
  mailTokensContract(engine.name, desk(sqlMailTokens))
  mailPreferencesContract(engine.name, desk(sqlMailPreferences))
}
