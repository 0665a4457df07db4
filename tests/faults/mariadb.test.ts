import { createConnection } from 'mysql2/promise'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { openMysql } from '../../functions/adapters/sql/mysql.ts'
import { type Answer, callerOf } from '../support/client.ts'
import { type Here, startHere } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import { type Mariadb, mariadbPath, type Reach, startMariadb } from '../support/mariadb.ts'
import { type Person, register } from '../support/people.ts'
import { saysLater } from './insistent.ts'
import { isExact, startWriter, type Writer } from './writers.ts'

// Eight write into one ledger while its server dies, freezes, or throws everybody out. They are told to come again, do so
// under the same ids, and in the end all is there, once. What does not need that server goes on.

if (mariadbPath()) tests()
else leaveOut('faults of MariaDB', 'there is no mariadbd; scripts/test-setup installs it')

function tests(): void {
  const faults = suite('MariaDB in mid-load')
  let server: Mariadb
  let reach: Reach
  let host: Here
  let asha: Person
  let writers: readonly Writer[]

  faults.before(async () => {
    server = await startMariadb()
    reach = await server.database('outlay')
    const socket = encodeURIComponent(server.socketPath)
    const ledger = `mysql://root@localhost/outlay?connections=8&socketPath=${socket}`
    host = await startHere({ env: { OUTLAY_LEDGER: ledger } })
  })
  faults.before.each(async () => {
    asha = await register(callerOf(host.url))
    writers = Array.from({ length: 8 }, () => startWriter(asha))
    await all((writer) => writer.gets(2))
  })
  faults.after.each(() => {
    for (const writer of writers) writer.abandon()
  })
  faults.after(async () => {
    await host.close()
    server.stop()
  })

  const all = (does: (writer: Writer) => Promise<void>) => Promise.all(writers.map(does))
  const settled = async () => {
    await all((writer) => writer.stop())
    await isExact(writers, () => openMysql(reach))
  }

  for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
    faults(`that ends by ${signal} and comes back costs nobody more than another try`, async () => {
      await server.end(signal)
      await all((writer) => writer.isPutOff())
      await isDown()
      await server.revive()
      await all((writer) => writer.gets(3))

      await settled()
      assert.is((await asha.ask('GET', '/v1/health')).status, 200)
    })
  }

  faults('that freezes keeps nobody waiting without end', async () => {
    process.kill(server.pid(), 'SIGSTOP')
    await all((writer) => writer.isPutOff())
    await isDown()
    process.kill(server.pid(), 'SIGCONT')
    await all((writer) => writer.gets(3))

    await settled()
  })

  faults('that throws out its callers, again and again, loses and doubles nothing', async () => {
    const admin = await createConnection(reach)
    for (let round = 0; round < 25; round++) {
      const [rows] = await admin.query<never[]>(
        'select id from information_schema.processlist where id <> connection_id()',
      )
      await Promise.all(rows.map(({ id }) => admin.query(`kill ${id}`).catch(() => 'gone already')))
      await (writers[round % writers.length] as Writer).gets(1)
    }
    await admin.end()
    await all((writer) => writer.gets(3))

    await settled()
  })

  faults.run()

  /** What needs that server says so, in time; what does not is served. */
  async function isDown(): Promise<void> {
    const needing = ['/transactions', '/accounts', '/insights'].map((path) => asha.ledger('GET', path))
    const others = ['/v1/me', '/v1/sessions', '/v1/openapi.json'].map((path) => asha.ask('GET', path))
    for (const answer of await Promise.all(needing)) saysLater(answer)
    for (const { status } of await Promise.all(others)) assert.is(status, 200)
    const health: Answer = await asha.ask('GET', '/v1/health')
    assert.is(health.status, 503)
    assert.equal(health.body, { status: 'down', planes: { identity: 'up', ledger: 'down' } })
  }
}
