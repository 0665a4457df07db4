import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newKeys } from '../../functions/adapters/node/tokens.ts'
import { callerOf } from '../support/client.ts'
import { startHere, startThere } from '../support/host.ts'
import { register } from '../support/people.ts'

let data = ''
const fresh = () => {
  data = mkdtempSync(join(tmpdir(), 'outlay-host-'))
}
const gone = () => rmSync(data, { recursive: true, force: true })

const running = suite('the local host')
running.before.each(fresh)
running.after.each(gone)

running('makes what it needs in its folder, for the eyes of one user', async () => {
  const folder = join(data, 'new', 'folder')
  const host = await startHere({ data: folder })
  const { status, body } = await callerOf(host.url)('GET', '/v1/health')
  await host.close()

  assert.is(status, 200)
  assert.equal(body, { status: 'up', planes: { identity: 'up', ledger: 'up' } })
  assert.is(statSync(folder).mode & 0o777, 0o700)
  assert.is(statSync(join(folder, 'keys.json')).mode & 0o777, 0o600)
})

running('has the folders of its databases for itself, too', async () => {
  const planes = join(data, 'planes')
  const env = {
    OUTLAY_IDENTITY: `sqlite:${join(planes, 'people.db')}`,
    OUTLAY_LEDGER: `sqlite:${join(planes, 'money.db')}`,
  }
  const first = await startThere({ data: join(data, 'one'), env })
  const other = await startThere({ data: join(data, 'other'), env }).catch((error) => String(error))
  await first.close()

  assert.match(String(other), `The folder ${planes} is in use by process`)
  const again = await startThere({ data: join(data, 'other'), env })
  await again.close()
})

running('says what is missing where others are to reach it', async () => {
  const host = await startThere({ data, env: { HOST: '0.0.0.0' } })
  const said = host.output()
  await host.close()
  const told = await startThere({ data, env: { HOST: '0.0.0.0', PUBLIC_URL: 'http://outlay.example.org' } })
  const silent = told.output()
  await told.close()

  assert.match(said, /^Who comes by another address cannot log in until PUBLIC_URL names it\.$/m)
  assert.not.match(silent, /PUBLIC_URL/)
})

running('has yesterday’s data, and takes yesterday’s tokens', async () => {
  const first = await startHere({ data })
  const asha = await register(callerOf(first.url))
  await asha.ledger('POST', '/payees', { name: 'Mill Lane Bakery' })
  await first.close()

  const second = await startHere({ data })
  const again = await callerOf(second.url)('GET', '/v1/ledgers/default/payees', { token: asha.token })
  await second.close()
  assert.is(Object(again.body).items[0].name, 'Mill Lane Bakery')
})

running('answers under the path that PUBLIC_URL ends in, and without it', async () => {
  const host = await startHere({ data, env: { PUBLIC_URL: 'https://gw.example.org/outlay' } })
  const call = callerOf(host.url)
  assert.is((await call('GET', '/outlay/v1/health')).status, 200)
  assert.is((await call('GET', '/v1/health')).status, 200)
  const { body } = await call('GET', '/v1/openapi.json')
  assert.equal(Object(body).servers, [{ url: 'https://gw.example.org/outlay' }])
  await host.close()
})

running(
  'has the address that it listens on where that is one alone, and takes a refresh from a page there',
  async () => {
    const { startHost } = await import('../../scripts/local/host.ts')
    const host = await startHost({ port: 0, host: '127.0.0.2', data, env: {} })
    assert.match(host.url, /^http:\/\/127\.0\.0\.2:\d+$/)
    const call = callerOf(host.url)
    const { cookie } = await register(call)
    const refreshed = await call('POST', '/v1/sessions/refresh', { headers: { cookie, origin: host.url } })
    await host.close()
    assert.is(refreshed.status, 200)
  },
)

running('answers what is under way before it ends', async () => {
  const host = await startHere({ data })
  const asha = await register(callerOf(host.url))
  const upload = request(`${host.url}/v1/ledgers/default/payees`, {
    method: 'POST',
    headers: { authorization: `Bearer ${asha.token}`, 'content-type': 'application/json', expect: '100-continue' },
  })
  upload.flushHeaders()
  await once(upload, 'continue')

  const closed = host.close()
  upload.end('{"name":"Mill Lane Bakery"}')
  const [answer] = await once(upload, 'response')
  answer.resume()
  await closed
  assert.is(answer.statusCode, 201)
  assert.is(answer.headers.connection, 'close')
})

const sizeOf = (file: string) => (existsSync(file) ? statSync(file).size : 0)

const processes = suite('the local host as a process')
processes.before.each(fresh)
processes.after.each(gone)

processes('says where it is and where its mails are, and ends with 0 when it is asked to', async () => {
  const host = await startThere({ data })
  assert.is((await fetch(`${host.url}/v1/health`)).status, 200)
  await host.close()

  assert.is(host.output(), `Outlay is at ${host.url}\nMails that nobody delivers are at ${host.outboxUrl}\n`)
  assert.is(host.child.exitCode, 0)
  for (const plane of ['identity', 'ledger']) assert.not.ok(sizeOf(join(data, `${plane}.db-wal`)), plane)
})

processes('makes no file that others on the machine can read', async () => {
  const host = await startThere({ data })
  await register(callerOf(host.url))
  const open = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter(
    (name) => (statSync(join(data, name)).mode & 0o077) !== 0,
  )
  await host.close()
  assert.equal(open, [])
})

processes('starts again after it was killed', async () => {
  const first = await startThere({ data })
  const asha = await register(callerOf(first.url))
  await first.kill()

  const second = await startThere({ data })
  assert.is((await callerOf(second.url)('GET', '/v1/ledgers', { token: asha.token })).status, 200)
  await second.close()
})

processes('logs one line per request, without what was asked', async () => {
  const host = await startThere({ data, env: { LOG: 'on' } })
  await fetch(`${host.url}/v1/ledgers/default/payees?text=secret`, { headers: { 'x-request-id': 'r1' } })
  await host.close()

  const { event, id, method, route, status, ...rest } = JSON.parse(host.output().split('\n')[2] ?? '')
  const path = '/v1/ledgers/{ledger}/payees'
  assert.equal([event, id, method, route, status], ['request', 'r1', 'GET', path, 401])
  assert.equal(Object.keys(rest), ['ms'])
})

const sentences = suite('what keeps the local host from starting is one sentence')
sentences.before.each(fresh)
sentences.after.each(gone)

async function sentence(env: { readonly [name: string]: string } = {}): Promise<string> {
  const started = await startThere({ data, env }).catch((error: Error) => error)
  if (started instanceof Error) return started.message
  await started.close()
  return 'it started'
}

sentences('a port that is taken, or is none', async () => {
  const squatter = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => squatter.once('listening', resolve))
  const address = squatter.address()
  const port = String(typeof address === 'object' ? address?.port : '')

  assert.is(await sentence({ PORT: port }), `Port ${port} is in use. Stop what uses it, or set PORT to another one.`)
  squatter.close()
  assert.is(await sentence({ PORT: 'eighty' }), 'PORT: This is no whole number from 0 to 65535.')
})

sentences('a setting that is misspelt, but none that a cluster puts there', async () => {
  const said = await sentence({ OUTLAY_LEGDER: 'mysql://asha:hush@db.example.org/outlay' })
  assert.is(said, 'Outlay has no setting OUTLAY_LEGDER; docs/settings.md lists those that it has.')
  const service = {
    OUTLAY_SERVICE_HOST: '10.0.0.7',
    OUTLAY_PORT: 'tcp://10.0.0.7:80',
    OUTLAY_PORT_80_TCP_ADDR: '10.0.0.7',
  }
  assert.is(await sentence(service), 'it started')
})

sentences('a key that does not fit the other', async () => {
  const { privateKey } = newKeys()
  const said = 'TOKEN_PUBLIC_KEYS has not the public key of TOKEN_PRIVATE_KEY: nobody could log in.'
  assert.is(await sentence({ TOKEN_PRIVATE_KEY: privateKey }), said)
})

sentences('a database server that nobody reaches', async () => {
  const nobody = 'mysql://asha:hush@127.0.0.1:2/outlay'
  const said = (plane: string) => `The ${plane} database cannot be used (ECONNREFUSED).`
  assert.is(await sentence({ OUTLAY_LEDGER: nobody }), said('ledger'))
  assert.is(await sentence({ OUTLAY_IDENTITY: nobody }), said('identity'))
})

sentences('or one for each setting that is wrong or missing, before anything is made', async () => {
  const said = await sentence({ OUTLAY_MAIL: 'sendgrid:SG.hush', REPORT_BATCHES: 'hush', OUTLAY_LEDGER: 'mysql:hush' })
  assert.equal(said.split('\n').sort(), [
    'OUTLAY_LEDGER: The MySQL settings lack user.',
    'REPORT_BATCHES: This is no whole number from 1 to 999999.',
    'The setting MAIL_FROM is missing.',
  ])
  assert.not.ok(readdirSync(data).some((name) => /^(identity|ledger)\.db/.test(name)))
})

sentences('a folder that another one uses', async () => {
  const first = await startThere({ data })
  assert.is(await sentence(), `The folder ${data} is in use by process ${first.child.pid}.`)
  await first.close()
  assert.is(await sentence(), 'it started')
})

sentences('a folder that cannot be', async () => {
  const file = join(data, 'file')
  writeFileSync(file, '')
  assert.is(
    await sentence({ OUTLAY_DATA: join(file, 'data') }),
    `The folder ${join(file, 'data')} cannot be written to.`,
  )
})

sentences('a schema that is newer than the program', async () => {
  await (await startHere({ data })).close()
  const database = new Database(join(data, 'ledger.db'))
  database.exec(`insert into schema_steps (name, applied_ms) values ('ledger/9999/later', 1)`)
  database.close()

  assert.match(await sentence(), /^The ledger schema is newer than this program \(.+\): use a newer Outlay\.$/)
})

sentences('a database that is none', async () => {
  writeFileSync(join(data, 'ledger.db'), 'this is not a database, however long it may be'.repeat(200))
  assert.is(await sentence(), `The database file ${join(data, 'ledger.db')} cannot be opened.`)
  assert.ok(readdirSync(data).includes('ledger.db'))
})

running.run()
processes.run()
sentences.run()
