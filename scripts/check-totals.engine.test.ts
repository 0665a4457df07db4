import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sqlLedgers } from '../functions/adapters/ledger/ledgers.ts'
import type { LedgerTables } from '../functions/adapters/ledger/schema.ts'
import { openSqlite } from '../functions/adapters/sql/sqlite.ts'
import { firstLedger } from '../functions/domain/first-ledger.ts'
import { asha } from '../functions/ports/users.contract.ts'
import { migrated } from '../tests/support/migrated.ts'

const checking = suite('npm run check:totals')

const folder = mkdtempSync(join(tmpdir(), 'outlay-check-'))
const file = join(folder, 'ledger.db')
checking.after(() => rmSync(folder, { recursive: true, force: true }))

checking('says that all is exact, or what is not, by sentence and exit code', async () => {
  await migrated({ identity: `sqlite:${join(folder, 'identity.db')}`, ledger: `sqlite:${file}` })
  const db = await openSqlite<LedgerTables>(file)
  await sqlLedgers(db).provision(firstLedger(asha, 0), 0)

  assert.equal(run(), { status: 0, said: '1 ledgers checked, all exact\n' })
  await db.updateTable('accounts').set({ balance: 5 }).execute()
  const wrong = run(asha.ledgerId)
  await db.destroy()

  assert.is(wrong.status, 1)
  assert.match(wrong.said, `${asha.ledgerId}: The balance of account`)
  assert.match(wrong.said, '1 ledgers checked, 1 not exact')
})

checking('says in a sentence what it cannot do', () => {
  assert.equal(run('01890000-0000-7000-8000-0000000000ff').status, 1)
  assert.equal(run('--help').status, 0)
  assert.equal(run('rubbish').status, 1)
})

checking.run()

function run(...args: readonly string[]) {
  const env = { ...process.env, OUTLAY_DATA: folder, OUTLAY_LEDGER: '' }
  const words = [join('scripts', 'run.mjs'), 'check-totals', ...args]
  const { status, stdout } = spawnSync(process.execPath, words, { encoding: 'utf8', env })
  return { status, said: stdout }
}
