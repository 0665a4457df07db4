import { randomUUID } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { callerOf } from '../support/client.ts'
import { type Db2Server, startDb2 } from '../support/db2.ts'
import { db2Here } from '../support/engines.ts'
import { type Here, startHere } from '../support/host.ts'
import { elsewhere, type Person, register } from '../support/people.ts'
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts'
import { type Insistent, insist, saysLater } from './insistent.ts'

// People log in while their database dies, freezes, or is out of reach. They are told to come again, and every session that
// was given out is there in the end; nobody starts anything anew. Ledgers, which lie elsewhere, go on meanwhile.

if (db2Here('faults of Db2').length > 0) tests()

function tests(): void {
  const faults = suite('Db2 in mid-load')
  let server: Db2Server
  let line: TcpProxy
  let host: Here
  let asha: Person
  let devices: readonly Insistent<string>[]

  faults.before(async () => {
    server = await startDb2()
    line = await startTcpProxy({ port: server.port })
    const there = server.fresh().replace(`:${server.port}/`, `:${line.port}/`)
    const identity = `${there}&connections=3&connectTimeout=2&queryTimeout=2`
    host = await startHere({ env: { OUTLAY_IDENTITY: identity } })
  })
  faults.before.each(async () => {
    asha = await register(callerOf(host.url))
    devices = Array.from({ length: 4 }, () => startDevice(asha))
    await all((device) => device.gets(1))
  })
  faults.after.each(async () => {
    for (const device of devices) device.abandon()
    await line.heal()
  })
  faults.after(async () => {
    await host.close()
    await line.close()
    server.stop()
  })

  const all = (does: (device: Insistent<string>) => Promise<void>) => Promise.all(devices.map(does))
  const isExact = async () => {
    await all((device) => device.stop())
    const tokens = devices.flatMap((device) => device.granted)
    for (const token of tokens) assert.is((await asha.call('GET', '/v1/me', { token })).status, 200)
    const { status, body } = await asha.ask('GET', '/v1/sessions')
    assert.is(status, 200)
    const { items } = body as { items: readonly unknown[] }
    // one that was begun while nobody could be told whether, lies there for nobody
    const putOff = devices.reduce((sum, device) => sum + device.putOff(), 0)
    assert.ok(items.length > tokens.length && items.length <= tokens.length + 1 + putOff)
    assert.is((await asha.ask('GET', '/v1/health')).status, 200)
  }

  /** What needs people says so, in time; what does not is served. */
  async function isDown(): Promise<void> {
    const { email, password } = asha
    const ben = { email: `${randomUUID()}@example.org`, password, name: 'Ben' }
    const wish = { ...ben, timeZone: 'Europe/Berlin', locale: 'en', currency: 'EUR' }
    const needing = [
      asha.ask('GET', '/v1/me'),
      asha.call('POST', '/v1/sessions', { body: { email, password }, headers: elsewhere() }),
      asha.call('POST', '/v1/users', { body: wish, headers: elsewhere() }),
    ]
    const entry = { kind: 'expense', day: '2026-11-20', amount: '1.25' }
    assert.is((await asha.ledger('PUT', `/transactions/${randomUUID()}`, entry)).status, 201)
    assert.is((await asha.ledger('GET', '/transactions')).status, 200)
    for (const answer of await Promise.all(needing)) saysLater(answer)
    const health = await asha.ask('GET', '/v1/health')
    assert.equal(health.body, { status: 'down', planes: { identity: 'down', ledger: 'up' } })
  }

  faults('that is killed and comes back costs nobody more than another try', async () => {
    await server.kill()
    await all((device) => device.isPutOff())
    await isDown()
    await server.revive()
    await all((device) => device.gets(1))

    await isExact()
  })

  faults('that freezes keeps nobody waiting without end', async () => {
    process.kill(server.pid(), 'SIGSTOP')
    await all((device) => device.isPutOff())
    await isDown()
    process.kill(server.pid(), 'SIGCONT')
    await all((device) => device.gets(1))

    await isExact()
  })

  faults('that nobody can reach for a while is found again, without anything being started anew', async () => {
    await line.refuse()
    await all((device) => device.isPutOff())
    await isDown()
    await line.heal()
    await all((device) => device.gets(1))

    await isExact()
  })

  faults('whose line is cut again and again loses and doubles nothing', async () => {
    for (let round = 0; round < 20; round++) {
      line.cut()
      await (devices[round % devices.length] as Insistent<string>).gets(1)
    }

    await isExact()
  })

  faults('that does not answer commits says nothing that is not so', async () => {
    for (let round = 0; round < 5; round++) {
      line.cutAfter(700 + 97 * round, round % 2 ? 'client' : 'server')
      await (devices[round % devices.length] as Insistent<string>).gets(1)
    }

    await isExact()
  })

  faults.run()
}

/** Somebody who logs in again and again, and tries until let in; what is granted are access tokens. */
function startDevice({ call, email, password }: Person): Insistent<string> {
  const headers = elsewhere()
  const logIn = () => call('POST', '/v1/sessions', { body: { email, password }, headers })
  return insist(
    () => logIn,
    ({ status, body }) => {
      assert.is(status, 200, JSON.stringify(body))
      return (body as { accessToken: string }).accessToken
    },
  )
}
