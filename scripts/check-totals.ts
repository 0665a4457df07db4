import { existsSync } from 'node:fs'
import type { Kysely } from 'kysely'
import { checkLedger } from '../functions/adapters/ledger/check.ts'
import { ledgerSchema } from '../functions/adapters/ledger/migrations/index.ts'
import type { LedgerTables } from '../functions/adapters/ledger/schema.ts'
import { needed } from '../functions/adapters/setting.ts'
import type { LedgerEngine } from '../functions/adapters/sql/engine.ts'
import { checkSchema } from '../functions/adapters/sql/migrator.ts'
import { openMysql } from '../functions/adapters/sql/mysql.ts'
import { openSqlite } from '../functions/adapters/sql/sqlite.ts'
import { type LedgerId, parseId } from '../functions/domain/ids.ts'
import { Sentence } from '../functions/domain/sentence.ts'
import { ledger } from '../functions/settings.ts'
import { folderIn, withUsual } from './local/settings.ts'

const usage = `npm run check:totals [-- ledger]

Adds up every entry of every ledger (or of the one with this id) and compares that with the totals that are kept. Only
reads, and may run while Outlay is in use. Says what is not as it should be; the exit code is 1 then.

OUTLAY_LEDGER says where the ledgers lie, as docs/settings.md has it. Without it they are ledger.db in OUTLAY_DATA, which
is ./data when absent.
`

const [only] = process.argv.slice(2)
if (only === undefined || parseId<LedgerId>(only)) {
  const db = await open(settingsIn(process.env))
  try {
    await checkSchema(db, ledgerSchema)
    process.exitCode = await checkAll(db, only)
  } finally {
    await db.destroy()
  }
} else {
  process.stdout.write(usage)
  process.exitCode = only === '--help' ? 0 : 1
}

function settingsIn(env: NodeJS.ProcessEnv): LedgerEngine {
  return needed(withUsual(env, { data: folderIn(env), port: 0 }), ledger)
}

/** Looking makes no file. */
function open(settings: LedgerEngine): Promise<Kysely<LedgerTables>> {
  if (settings.engine === 'mysql') return openMysql(settings.mysql)
  if (!existsSync(settings.file)) throw new Sentence(`There is no file ${settings.file}.`)
  return openSqlite(settings.file)
}

/** The exit code. */
async function checkAll(db: Kysely<LedgerTables>, only: string | undefined): Promise<0 | 1> {
  const rows = await db.selectFrom('ledgers').select('id').orderBy('id').execute()
  const ledgers = rows.filter(({ id }) => only === undefined || id === only)
  if (only !== undefined && ledgers.length === 0) throw new Sentence(`There is no ledger ${only}.`)

  let wrong = 0
  for (const { id } of ledgers) {
    const faults = await checkLedger(db, id as LedgerId)
    for (const fault of faults) process.stdout.write(`${id}: ${fault}\n`)
    if (faults.length > 0) wrong += 1
  }
  process.stdout.write(`${ledgers.length} ledgers checked, ${wrong === 0 ? 'all exact' : `${wrong} not exact`}\n`)
  return wrong === 0 ? 0 : 1
}
