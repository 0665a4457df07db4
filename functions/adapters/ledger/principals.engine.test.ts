import type { Kysely } from 'kysely'
import { enginesHere } from '../../../tests/support/engines.ts'
import { fillEveryTable, rowsNaming } from '../../../tests/support/rows-of-people.ts'
import { type PrincipalsStore, principalsContract } from '../../ports/principals.contract.ts'
import { migrate } from '../sql/migrator.ts'
import { sqlLedgers } from './ledgers.ts'
import { ledgerSchema } from './migrations/index.ts'
import { sqlPrincipals } from './principals.ts'
import type { LedgerTables } from './schema.ts'

for (const engine of enginesHere('principals')) {
  const open: Kysely<LedgerTables>[] = []

  principalsContract(engine.name, {
    fresh: async () => {
      const db = await engine.fresh<LedgerTables>()
      await migrate(db, ledgerSchema, Date.now)
      open.push(db)
      return storeOf(db)
    },
    close: async () => {
      for (const db of open) await db.destroy()
    },
  })
}

function storeOf(db: Kysely<LedgerTables>): PrincipalsStore {
  return {
    principals: sqlPrincipals(db),
    ledgers: sqlLedgers(db),
    fill: async (userId, ledgerId, count) => {
      await fillEveryTable(db, { userId, ledgerId }, count)
    },
    join: async (userId, ledgerId, role) => {
      await db.insertInto('memberships').values({ user_id: userId, ledger_id: ledgerId, role }).execute()
    },
    naming: (...names) => rowsNaming(db, names),
  }
}
