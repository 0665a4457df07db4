import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Connection, createConnection } from 'mysql2/promise'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Answer, callerOf } from '../support/client.ts'
import { startThere, type There } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import { type Mariadb, mariadbPath, startMariadb } from '../support/mariadb.ts'
import { type Person, register } from '../support/people.ts'

// A host that sets containers aside freezes their process; meanwhile the server loses patience with its silent callers.

if (mariadbPath()) tests()
else leaveOut('a frozen host before MariaDB', 'there is no mariadbd; scripts/test-setup installs it')

function tests(): void {
  const frozen = suite('a process that was frozen for longer than its server waits')
  let server: Mariadb
  let admin: Connection
  let host: There
  let asha: Person

  frozen.before(async () => {
    server = await startMariadb({ options: ['--wait-timeout=1', '--interactive-timeout=600'] })
    const reach = await server.database('outlay')
    const socket = encodeURIComponent(server.socketPath)
    admin = await createConnection({ ...reach, flags: ['INTERACTIVE'] })
    // one connection, as in an action
    host = await startThere({ env: { OUTLAY_LEDGER: `mysql://root@localhost/outlay?socketPath=${socket}` } })
    asha = await register(callerOf(host.url))
  })
  frozen.after(async () => {
    await host.close()
    await admin.end()
    server.stop()
  })

  /** Freezes it until the server has thrown out its connection; what is asked meanwhile is the first that it sees. */
  const frozenWhile = async (ask: () => Promise<Answer>) => {
    await asha.ledger('GET', '/accounts')
    host.child.kill('SIGSTOP')
    const answer = ask()
    while ((await callers()) > 0) await pause(50)
    host.child.kill('SIGCONT')
    return answer
  }
  const callers = async () => {
    const [rows] = await admin.query<never[]>(
      'select id from information_schema.processlist where id <> connection_id() and db is not null',
    )
    return rows.length
  }

  frozen('serves who has waited to read', async () => {
    for (let round = 0; round < 3; round++) {
      assert.is((await frozenWhile(() => asha.ledger('GET', '/transactions'))).status, 200)
    }
  })

  frozen('serves who has waited to write', async () => {
    const entry = { kind: 'expense', day: '2026-11-20', amount: '1.00' }
    for (let round = 0; round < 3; round++) {
      const write = () => asha.ledger('PUT', `/transactions/${randomUUID()}`, entry)
      assert.is((await frozenWhile(write)).status, 201)
    }
    const { items } = (await asha.ledger('GET', '/accounts')).body as { items: readonly { balance: string }[] }
    assert.is(items[0]?.balance, '-3.00')
  })

  frozen.run()
}
