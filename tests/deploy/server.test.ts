import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newKeys } from '../../functions/adapters/node/tokens.ts'
import { callerOf } from '../support/client.ts'
import { leaveOut } from '../support/left-out.ts'
import { mariadbPath, startMariadb } from '../support/mariadb.ts'
import { migrated } from '../support/migrated.ts'
import { register } from '../support/people.ts'
import { reportMade } from '../support/reports.ts'
import { ended, program, type Server, settingsIn, startServer } from './serving.ts'

let folder = ''
let settings: { readonly [name: string]: string }
let server: Server

const serving = suite('the program of the image')
serving.before(async () => {
  await program()
  folder = mkdtempSync(join(tmpdir(), 'outlay-image-'))
  settings = await settingsIn(folder)
  server = await startServer({ ...settings, FUNCTION: 'api', REQUEST_S: '1', GRACE_S: '5' })
})
serving.after(async () => {
  await server.leave()
  rmSync(folder, { recursive: true, force: true })
})

serving('serves API and page together, the page compressed', async () => {
  const asha = await register(callerOf(server.url))
  const added = await asha.ledger('POST', '/transactions', { kind: 'expense', day: '2026-03-15', amount: '1.00' })
  const page = await fetch(`${server.url}/reports`, { headers: { 'accept-encoding': 'br' } })
  const [, script = ''] = /src="([^"]+\.js)"/.exec(await page.text()) ?? []
  const file = await fetch(`${server.url}/${script}`, { headers: { 'accept-encoding': 'br' } })

  assert.is(added.status, 201)
  assert.is(file.status, 200)
  assert.is(file.headers.get('content-encoding'), 'br')
})

serving('passes on the name of a request, and logs it with its trace', async () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
  const { headers } = await fetch(`${server.url}/v1/me`, { headers: { 'x-request-id': 'r-7', traceparent } })

  assert.is(headers.get('x-request-id'), 'r-7')
  const line = await server.said(({ id }) => id === 'r-7')
  assert.equal(
    [line.event, line.route, line.status, line.trace],
    ['request', '/v1/me', 401, '0af7651916cd43dd8448eb211c80319c'],
  )
})

serving('is alive and ready', async () => {
  const [alive, ready] = await Promise.all(['/healthz', '/readyz'].map((path) => fetch(server.url + path)))
  assert.equal([alive?.status, ready?.status], [200, 200])
})

serving('is not ready before the migration, which nobody has to tell it of', async () => {
  const planes = { identity: settings.OUTLAY_IDENTITY ?? '', ledger: `sqlite:${folder}/bare.db` }
  const early = await startServer({ ...settings, FUNCTION: 'api', OUTLAY_LEDGER: planes.ledger })
  const before = await fetch(`${early.url}/readyz`)
  await migrated(planes)
  const after = await fetch(`${early.url}/readyz`)
  await early.leave()

  assert.equal([before.status, await before.text()], [503, 'not migrated: ledger\n'])
  assert.equal([after.status, await after.text()], [200, 'ready\n'])
})

serving('is found well by the doctor beside it', async () => {
  const { code, said } = await ended({ ...settings, FUNCTION: 'api' }, [], 'doctor')
  assert.is(code, 0, said)
  assert.match(said, /^ok +ledger .* all \d+ steps/m)
})

serving('lets no event in beside the web', async () => {
  const response = await fetch(`${server.url}/housekeeping`, { method: 'POST', headers: event, body: '{}' })
  assert.is(response.status, 405)
})

serving('says that a body is too large, and cuts off one without end', async () => {
  const sent = await fetch(`${server.url}/v1/users`, { method: 'POST', body: 'x'.repeat(900_000) })
  assert.is(sent.status, 413)
  assert.is(Object(await sent.json()).code, 'too-large')

  const upload = request(`${server.url}/v1/users`, { method: 'POST', headers: { 'transfer-encoding': 'chunked' } })
  const cut = once(upload, 'error')
  const chunk = Buffer.alloc(1024 * 1024)
  const more = () => {
    if (!upload.destroyed) upload.write(chunk, more)
  }
  more()
  await cut
})

serving('does not wait for somebody slow: not for headers, not for a body', async () => {
  for (const beginning of ['GET /v1/health HTTP/1.1\r\nHost: x\r\nX-Drip: ', post('/v1/users', 100)]) {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    socket.write(beginning)
    let heard = ''
    socket.on('data', (bytes) => {
      heard += bytes
    })
    await once(socket, 'close')
    assert.match(heard, /^HTTP\/1\.1 408 /, beginning)
  }
})

const post = (path: string, length: number) =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n{`

const event = {
  'ce-specversion': '1.0',
  'ce-id': 'e-1',
  'ce-type': 'dev.outlay.alarm',
  'ce-source': '/alarms',
  'content-type': 'application/json',
}

const going = suite('the program of the image, when it is time to go')
going.before(program)
going.before.each(async () => {
  folder = mkdtempSync(join(tmpdir(), 'outlay-going-'))
  settings = await settingsIn(folder)
})
going.after.each(() => rmSync(folder, { recursive: true, force: true }))

going('answers all that it has taken, in the middle of a load', async () => {
  const { url, child, leave, lines } = await startServer({ ...settings, FUNCTION: 'api' })
  const asha = await register(callerOf(url))
  let sent = 0
  const answered: number[] = []
  const turnedAway: string[] = []

  async function client(): Promise<void> {
    while (turnedAway.length < 50) {
      sent += 1
      if (sent === 300) child.kill('SIGTERM')
      const entry = { kind: 'expense', day: '2026-03-15', amount: '1.00' }
      const answer = await asha.ledger('POST', '/transactions', entry).catch((cause: Error) => cause)
      if (answer instanceof Error) turnedAway.push(codeOf(answer))
      else answered.push(answer.status)
    }
  }
  await Promise.all(Array.from({ length: 8 }, client))

  assert.is(await leave(), 0)
  assert.equal([...new Set(answered)], [201])
  for (const code of turnedAway) assert.match(code, /^(ECONNREFUSED|ECONNRESET|UND_ERR_SOCKET)$/)
  const database = new Database(join(folder, 'ledger.db'))
  const { n } = database.prepare('select count(*) as n from transactions').get() as { n: number }
  database.close()
  assert.is(n, answered.length, 'what was written was answered')
  const events = lines().map(({ event }) => event)
  assert.ok(events.includes('leaving'))
  assert.is(events.at(-1), 'left')
})

/** The driver's word for why there was no answer. */
function codeOf({ cause }: Error): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
}

going('does not wait for ever for one who never reads', async () => {
  const { url, child, leave } = await startServer({ ...settings, FUNCTION: 'api', GRACE_S: '1' })
  const socket = connect(Number(new URL(url).port), '127.0.0.1').pause()
  socket.on('error', () => {})
  socket.write('GET /v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(400))
  await fetch(`${url}/healthz`)

  await leave()
  socket.destroy()
  assert.is(child.signalCode, null)
})

const stubborn = suite('the program of the image does not start')
stubborn.before(async () => {
  await program()
  folder = mkdtempSync(join(tmpdir(), 'outlay-stubborn-'))
  settings = await settingsIn(folder)
})
stubborn.after(() => rmSync(folder, { recursive: true, force: true }))

stubborn('for a function that it does not have', async () => {
  const { code, said } = await ended({ ...settings, FUNCTION: 'toString' })
  assert.is(code, 1)
  assert.match(said, /^FUNCTION is "toString"; it is one of api, jobs, register, .*housekeeping, .*report-job\b.*\.\n$/)
  assert.match((await ended(settings)).said, /^FUNCTION is not set;/)
})

stubborn('without a setting that it needs, or with one that is none, and says no secret', async () => {
  const { TOKEN_PRIVATE_KEY: _, ...keyless } = settings
  const missing = await ended({ ...keyless, FUNCTION: 'api' })
  const wrong = await ended({ ...settings, FUNCTION: 'api', TOKEN_PRIVATE_KEY: 'c2VjcmV0' })

  assert.equal(missing, { code: 1, said: 'The setting TOKEN_PRIVATE_KEY is missing.\n' })
  assert.equal(wrong, {
    code: 1,
    said: 'TOKEN_PRIVATE_KEY: The private key for tokens is not an Ed25519 key in base64.\n',
  })
  const unfit = await ended({ ...settings, FUNCTION: 'login', TOKEN_PRIVATE_KEY: newKeys().privateKey })
  assert.match(unfit.said, /^TOKEN_PUBLIC_KEYS has not the public key/)
  assert.match((await ended({ ...settings, FUNCTION: 'api', PORT: 'eighty' })).said, /^PORT: This is no whole number/)
})

stubborn('but one function starts with its own settings alone', async () => {
  const { TOKEN_PUBLIC_KEYS, OUTLAY_LEDGER } = settings
  const server = await startServer({ FUNCTION: 'payees', TOKEN_PUBLIC_KEYS, OUTLAY_LEDGER })
  const paths = ['/v1/ledgers/default/payees', '/v1/me', '/readyz']
  const answers = await Promise.all(paths.map((path) => fetch(server.url + path)))
  await server.leave()

  assert.equal(
    answers.map(({ status }) => status),
    [401, 404, 200],
  )
})

const jobs = suite('the internal functions')
let host: Server
jobs.before(async () => {
  await program()
  folder = mkdtempSync(join(tmpdir(), 'outlay-jobs-'))
  settings = await settingsIn(folder)
  host = await startServer({ ...settings, FUNCTION: 'jobs' })
})
jobs.after(async () => {
  await host.leave()
  rmSync(folder, { recursive: true, force: true })
})

const tell = (headers: object, body: string, path = '/housekeeping') =>
  fetch(host.url + path, { method: 'POST', headers: { ...headers }, body })

jobs('do what an event says, in either form, and answer with what was done', async () => {
  const whole = JSON.stringify({
    specversion: '1.0',
    id: 'e-2',
    type: 't',
    source: 's',
    data: { event: 'housekeeping' },
  })
  const binary = await tell(event, '{"event":"housekeeping"}')
  const structured = await tell({ 'content-type': 'application/cloudevents+json' }, whole)

  assert.equal([binary.status, structured.status], [200, 200])
  assert.equal(await binary.json(), { left: 0, purged: 0 })
  for (const id of ['e-1', 'e-2']) assert.is((await host.said((line) => line.id === id)).event, 'event')
})

jobs('begin and answer at once where that is wanted', async () => {
  const { status, headers } = await tell({ ...event, prefer: 'respond-async' }, '{}')
  assert.is(status, 202)
  assert.is(headers.get('preference-applied'), 'respond-async')
})

jobs('make a report that somebody has asked for, drawn as it will be', async () => {
  const api = await startServer({ ...settings, FUNCTION: 'api', OUTLAY_JOBS: `${host.url}/report-job` })
  const asha = await register(callerOf(api.url))
  await asha.ledger('POST', '/transactions', { kind: 'expense', day: '2026-11-15', amount: '1.00' })
  const report = await reportMade(asha)
  const pdf = await asha.ledger('GET', `/reports/${report.id}/pdf`)
  await api.leave()

  assert.is(report.state, 'stored')
  assert.is(pdf.status, 303)
  assert.ok(Number(report.pdf?.bytes) > 10_000, `${report.pdf?.bytes} bytes`)
})

jobs('take nothing else', async () => {
  assert.is((await tell({}, '{}')).status, 400)
  assert.is((await tell(event, '[]')).status, 400)
  assert.is((await tell(event, '{}', '/toString')).status, 404)
  assert.is((await tell(event, '{}', '/v1/users')).status, 404)
  assert.is((await fetch(`${host.url}/housekeeping`)).status, 400)
})

const nowhere = 'mysql://root@127.0.0.1:9/ledger'

jobs('answer 500 when they fail, and take no settings from an event', async () => {
  const broken = await startServer({
    ...settings,
    FUNCTION: 'housekeeping',
    OUTLAY_LEDGER: nowhere,
  })
  const own = { env: { OUTLAY_LEDGER: settings.OUTLAY_LEDGER } }
  const response = await fetch(broken.url, { method: 'POST', headers: event, body: JSON.stringify(own) })
  const ready = await fetch(`${broken.url}/readyz`)
  await broken.leave()

  assert.is(response.status, 500)
  assert.equal([ready.status, await ready.text()], [503, 'down: ledger\n'])
})

jobs('run once and end, as a CronJob wants it', async () => {
  const done = await ended({ ...settings, FUNCTION: 'housekeeping' }, ['--once', '{"event":"housekeeping"}'])
  const failed = await ended({ ...settings, FUNCTION: 'housekeeping', OUTLAY_LEDGER: nowhere }, ['--once'])

  assert.is(done.code, 0)
  const { ms, ...line } = JSON.parse(done.said)
  assert.type(ms, 'number')
  assert.equal(line, { event: 'housekeeping', left: 0, purged: 0 })
  assert.is(failed.code, 1)
  assert.match((await ended({ ...settings, FUNCTION: 'jobs' }, ['--once'])).said, /FUNCTION has to name it/)
})

const healing = suite('the program of the image, when a store goes')
healing('stays ready for what rests on the other one, and heals', async () => {
  folder = mkdtempSync(join(tmpdir(), 'outlay-healing-'))
  await program()
  const whole = await settingsIn(folder)
  const mariadb = await startMariadb({ tcp: true })
  const reach = await mariadb.database('ledger')
  const place = 'port' in reach ? `mysql://${reach.user}@${reach.host}:${reach.port}/${reach.database}` : ''
  await migrated({ identity: whole.OUTLAY_IDENTITY ?? '', ledger: place })
  const server = await startServer({ ...whole, OUTLAY_LEDGER: place, FUNCTION: 'api' })
  const asha = await register(callerOf(server.url))
  const ready = async () => {
    const response = await fetch(`${server.url}/readyz`)
    return [response.status, await response.text()]
  }

  assert.equal(await ready(), [200, 'ready\n'])
  mariadb.stop()
  assert.equal(await ready(), [200, 'down: ledger\n'])
  const { status, headers } = await asha.ledger('GET', '/payees')
  const page = await fetch(server.url)
  await server.leave()
  rmSync(folder, { recursive: true, force: true })

  assert.is(status, 503)
  assert.is(headers['retry-after'], '2')
  assert.is(page.status, 200)
})

serving.run()
going.run()
stubborn.run()
jobs.run()
if (mariadbPath()) healing.run()
else leaveOut('a server whose ledger goes', 'there is no mariadbd; scripts/test-setup installs it')
