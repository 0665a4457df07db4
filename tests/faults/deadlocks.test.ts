import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Connection, createConnection } from 'mysql2/promise'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { callerOf } from '../support/client.ts'
import { type Here, startHere } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import { type Mariadb, mariadbPath, startMariadb } from '../support/mariadb.ts'
import { type Person, register } from '../support/people.ts'
import { saysLater } from './insistent.ts'

// Outlay takes a ledger's lock first and so never deadlocks with itself. Somebody else on the same server, who locks rows
// in another order and has more at stake, makes it lose.

if (mariadbPath()) tests()
else leaveOut('deadlocks in MariaDB', 'there is no mariadbd; scripts/test-setup installs it')

function tests(): void {
  const deadlocks = suite('a deadlock')
  let server: Mariadb
  let other: Connection
  let watcher: Connection
  let host: Here
  let asha: Person

  deadlocks.before(async () => {
    server = await startMariadb()
    const reach = await server.database('outlay')
    const socket = encodeURIComponent(server.socketPath)
    host = await startHere({
      env: { OUTLAY_LEDGER: `mysql://root@localhost/outlay?connections=2&socketPath=${socket}` },
    })
    asha = await register(callerOf(host.url))
    other = await createConnection(reach)
    watcher = await createConnection(reach)
    await other.query('create table stake (n int)')
  })
  deadlocks.after(async () => {
    await host.close()
    await other.end()
    await watcher.end()
    server.stop()
  })

  const write = () =>
    asha.ledger('PUT', `/transactions/${randomUUID()}`, { kind: 'expense', day: '2026-11-20', amount: '1.00' })
  const found = async () => {
    const [rows] = await watcher.query<never[]>(`show global status like 'Innodb_deadlocks'`)
    return Number((rows as { Value: string }[])[0]?.Value)
  }
  /** Until a transaction waits for a lock. The server looks anew only when it was not asked for a tenth of a second. */
  const someoneWaits = async () => {
    for (;;) {
      await pause(150)
      const [rows] = await watcher.query<never[]>('select 1 from information_schema.innodb_lock_waits')
      if (rows.length > 0) return
    }
  }
  /** Takes the account's row and, once Outlay waits for it with the ledger's lock in hand, asks for that lock. */
  const embrace = async () => {
    await other.query('begin')
    await other.query('insert into stake select seq from seq_1_to_1000')
    await other.query('update accounts set balance = balance where ledger_id = ?', [asha.ledgerId])
    const answer = write()
    await someoneWaits()
    await other.query('update ledgers set revision = revision where id = ?', [asha.ledgerId])
    return { answer }
  }

  deadlocks('is lost and tried again, and the caller knows nothing of it', async () => {
    const before = await found()
    for (let round = 1; round <= 5; round++) {
      const { answer } = await embrace()
      // Outlay has lost once the other one has both
      while ((await found()) < before + round) await pause(10)
      await other.query('rollback')
      assert.is((await answer).status, 201)
    }
    const { items } = (await asha.ledger('GET', '/accounts')).body as { items: readonly { balance: string }[] }
    assert.is(items[0]?.balance, '-5.00')
  })

  deadlocks('that nobody ends is answered in time, and leaves nothing', async () => {
    const before = (await asha.ledger('GET', '/accounts')).body
    await other.query('begin')
    await other.query('update ledgers set revision = revision where id = ?', [asha.ledgerId])
    saysLater(await write())
    await other.query('rollback')

    assert.equal((await asha.ledger('GET', '/accounts')).body, before)
    assert.is((await write()).status, 201)
  })

  deadlocks.run()
}
