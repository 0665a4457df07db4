import { randomUUID } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Call, callerOf } from '../support/client.ts'
import { type Here, startHere } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import { freshDatabase, mariadbPath, type SocketReach } from '../support/mariadb.ts'
import { type Person, register } from '../support/people.ts'
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts'
import { saysLater } from './insistent.ts'

// The server has committed, and the line dies before it can say so: the caller is told to come again, and does. Each plane
// lies behind a line of its own, so that one can be dead while the other lives.

if (mariadbPath()) tests()
else leaveOut('lost answers of MariaDB', 'there is no mariadbd; scripts/test-setup installs it')

interface Plane {
  readonly line: TcpProxy
  readonly setting: string
}

function tests(): void {
  const lost = suite('a commit whose answer was lost')
  let host: Here
  let call: Call
  let identity: Plane
  let ledger: Plane
  let asha: Person

  lost.before(async () => {
    identity = await planeOf(await freshDatabase())
    ledger = await planeOf(await freshDatabase())
    host = await startHere({ env: { OUTLAY_IDENTITY: identity.setting, OUTLAY_LEDGER: ledger.setting } })
    call = callerOf(host.url)
  })
  lost.before.each(async () => {
    asha = await register(call)
  })
  lost.after.each(async () => {
    await identity.line.heal()
    await ledger.line.heal()
  })
  lost.after(async () => {
    await host.close()
    await identity.line.close()
    await ledger.line.close()
  })

  const commit = (bytes: Buffer) => bytes.subarray(5).toString() === 'commit'
  const spent = async () => {
    const { items } = (await asha.ledger('GET', '/accounts')).body as { items: readonly { balance: string }[] }
    const { items: entries } = (await asha.ledger('GET', '/transactions')).body as { items: readonly unknown[] }
    return [items[0]?.balance, entries.length]
  }

  lost('makes an entry once, however it was sent', async () => {
    const [id, key, batched] = [randomUUID(), randomUUID(), randomUUID()]
    const changes = [{ op: 'create', id: batched, transaction: entry }]
    const ways = [
      () => asha.ledger('PUT', `/transactions/${id}`, entry),
      () => asha.ledger('POST', '/transactions', entry, { 'idempotency-key': key }),
      () => asha.ledger('POST', '/transactions/batch', { changes }),
    ]
    for (const [n, send] of ways.entries()) {
      const said = ledger.line.loseAnswerTo(commit)
      saysLater(await send())
      await said

      assert.equal(await spent(), [(-2.5 * (n + 1)).toFixed(2), n + 1], 'it is there')
      assert.is((await send()).status, 200)
      assert.equal(await spent(), [(-2.5 * (n + 1)).toFixed(2), n + 1], 'it is there once')
    }
  })

  lost('changes and deletes once', async () => {
    const id = randomUUID()
    const made = await asha.ledger('PUT', `/transactions/${id}`, entry)
    const match = { 'if-match': made.headers.etag }
    const change = () => asha.ledger('PATCH', `/transactions/${id}`, { amount: '4.00' }, match)
    const remove = () => asha.ledger('DELETE', `/transactions/${id}`)

    const changed = ledger.line.loseAnswerTo(commit)
    saysLater(await change())
    await changed
    assert.is((await change()).status, 412, 'not over another change')
    assert.equal(await spent(), ['-4.00', 1])

    const removed = ledger.line.loseAnswerTo(commit)
    saysLater(await remove())
    await removed
    assert.is((await remove()).status, 204)
    assert.equal(await spent(), ['0.00', 0])
  })

  const asUser = (bytes: Buffer) => bytes.includes('insert into `users`')
  const steps = {
    'of the person': () => identity.line.loseAnswerTo(asUser),
    'of the ledger': () => ledger.line.loseAnswerTo(commit),
    'of the session': () => identity.line.loseAnswerTo(commit),
  }
  for (const [step, lose] of Object.entries(steps)) {
    lost(`${step} does not shut out who registers`, async () => {
      const ben = { email: `${randomUUID()}@example.org`, password: 'correct horse battery', name: 'Ben' }
      const body = { ...ben, timeZone: 'Europe/Berlin', locale: 'en', currency: 'EUR' }
      const said = lose()
      saysLater(await call('POST', '/v1/users', { body }))
      await said

      const { email, password } = ben
      const again = await call('POST', '/v1/users', { body })
      const inside = await call('POST', '/v1/sessions', { body: { email, password } })
      assert.ok(again.status === 201 || again.status === 409, `${again.status}`)
      assert.is(inside.status, 200)
      const { accessToken: token } = inside.body as { accessToken: string }
      const { body: ledgers } = await call('GET', '/v1/ledgers', { token })
      assert.is((ledgers as { items: readonly unknown[] }).items.length, 1)
    })
  }

  lost('is told from a plane that is dead: what does not need that plane goes on', async () => {
    await identity.line.refuse()
    saysLater(await asha.ask('GET', '/v1/me'))
    saysLater(await call('POST', '/v1/sessions', { body: { email: asha.email, password: asha.password } }))
    assert.is((await asha.ledger('PUT', `/transactions/${randomUUID()}`, entry)).status, 201)
    assert.equal(await spent(), ['-2.50', 1])
    await identity.line.heal()

    await ledger.line.refuse()
    saysLater(await asha.ledger('GET', '/transactions'))
    assert.is((await asha.ask('GET', '/v1/me')).status, 200)
    await ledger.line.heal()
    assert.equal(await spent(), ['-2.50', 1])
  })

  lost.run()
}

const entry = { kind: 'expense', day: '2026-11-20', amount: '2.50', payee: 'Mill Lane Bakery' }

async function planeOf({ socketPath, user, database }: SocketReach): Promise<Plane> {
  const line = await startTcpProxy({ path: socketPath })
  return { line, setting: `mysql://${user}@${line.host}:${line.port}/${database}?connections=2` }
}
