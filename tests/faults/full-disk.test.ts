import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { openSqlite } from '../../functions/adapters/sql/sqlite.ts'
import { ledgerDb } from '../../functions/compose.ts'
import { callerOf } from '../support/client.ts'
import { startHere, startThere } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import { register } from '../support/people.ts'
import { programPath } from '../support/programs.ts'
import { isExact, startWriter } from './writers.ts'

// The embedded engine cannot write any more, and later it can: what was acknowledged is there, reading goes on, and nobody
// has to restart anything.

const full = suite('a full disk')

full('lets nobody write but everybody read, until there is room again', async () => {
  const host = await startHere()
  const asha = await register(callerOf(host.url))
  const writers = Array.from({ length: 4 }, () => startWriter(asha))
  await Promise.all(writers.map((writer) => writer.gets(2)))

  // the host's own connection is the one that has to run out of pages
  const ledger = await ledgerDb(undefined)
  await sql`pragma max_page_count = 1`.execute(ledger)
  await Promise.all(writers.map((writer) => writer.isPutOff()))
  assert.is((await asha.ledger('GET', '/insights')).status, 200)
  await sql`pragma max_page_count = 1073741823`.execute(ledger)
  await Promise.all(writers.map((writer) => writer.gets(2)))
  await Promise.all(writers.map((writer) => writer.stop()))

  await isExact(writers, () => openSqlite(join(host.data, 'ledger.db')))
  await host.close()
})

const prlimit = programPath('prlimit')
if (prlimit) {
  full('is no different when it is the system that says so', async () => {
    const host = await startThere()
    const asha = await register(callerOf(host.url))
    const writers = Array.from({ length: 4 }, () => startWriter(asha))
    await Promise.all(writers.map((writer) => writer.gets(2)))

    mayWrite(statSync(join(host.data, 'ledger.db-wal')).size)
    await Promise.all(writers.map((writer) => writer.isPutOff()))
    assert.is((await asha.ledger('GET', '/insights')).status, 200)
    mayWrite('unlimited')
    await Promise.all(writers.map((writer) => writer.gets(2)))
    await Promise.all(writers.map((writer) => writer.stop()))

    await isExact(writers, () => openSqlite(join(host.data, 'ledger.db')))
    await host.close()

    /** How many bytes a file of that process may have. */
    function mayWrite(bytes: number | 'unlimited'): void {
      const done = spawnSync(prlimit ?? '', ['--pid', String(host.child.pid), `--fsize=${bytes}:unlimited`])
      assert.is(done.status, 0, String(done.stderr))
    }
  })
} else leaveOut('a limit on the size of files', 'there is no prlimit')

full.run()
