import { randomUUID } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { checkLedger } from '../../functions/adapters/ledger/check.ts'
import { ledgerDb } from '../../functions/compose.ts'
import type { LedgerId } from '../../functions/domain/ids.ts'
import { callerOf } from '../support/client.ts'
import { startHere } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import { freshDatabase, mariadbPath } from '../support/mariadb.ts'
import { type Person, register } from '../support/people.ts'

if (mariadbPath()) tests()
else leaveOut('writers on MariaDB', 'there is no mariadbd; scripts/test-setup installs it')

function tests(): void {
  const seconds = 20
  const writing = suite(`thirty-two who write at once to MariaDB for ${seconds} s`)

  writing('in one ledger and in ledgers of their own are all served, and every figure is exact', async () => {
    const { socketPath, user, database } = await freshDatabase()
    const socket = encodeURIComponent(socketPath)
    const ledger = `mysql://${user}@localhost/${database}?connections=8&socketPath=${socket}`
    const host = await startHere({ env: { OUTLAY_LEDGER: ledger } })
    const people = await Promise.all(Array.from({ length: 17 }, () => register(callerOf(host.url))))
    const [asha, ...others] = people as [Person, ...Person[]]

    const end = performance.now() + seconds * 1_000
    const shared = Promise.all(others.map(() => writeUntil(end, asha)))
    const own = Promise.all(others.map((person) => writeUntil(end, person)))
    const inOne = (await shared).reduce((sum, cents) => sum + cents, 0)

    await isExact(asha, inOne)
    for (const [n, cents] of (await own).entries()) await isExact(others[n] as Person, cents)
    await host.close()
  })

  writing.run()
}

/** Creates, changes and deletes, each of which must be taken; what is spent in the end, in cents. */
async function writeUntil(end: number, person: Person): Promise<number> {
  let spent = 0
  for (let n = 0; performance.now() < end; n++) {
    const path = `/transactions/${randomUUID()}`
    const entry = { kind: 'expense', day: '2026-11-20', amount: '1.25', payee: `Shop ${n % 5}` }
    assert.is((await person.ledger('PUT', path, entry)).status, 201)
    if (n % 3 === 0) assert.is((await person.ledger('PATCH', path, { amount: '2.00' })).status, 200)
    if (n % 3 === 1) assert.is((await person.ledger('DELETE', path)).status, 204)
    spent += [200, 0, 125][n % 3] ?? 0
  }
  return spent
}

async function isExact(person: Person, cents: number): Promise<void> {
  const { items } = (await person.ledger('GET', '/accounts')).body as { items: readonly { balance: string }[] }
  assert.equal(
    items.map(({ balance }) => balance),
    [`-${(cents / 100).toFixed(2)}`],
  )
  // by the host's own connections, which are open
  assert.equal(await checkLedger(await ledgerDb(undefined), person.ledgerId as LedgerId), [])
}
