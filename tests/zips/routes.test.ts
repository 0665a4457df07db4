import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Answer, callerOf } from '../support/client.ts'
import { addressOf, prepare, routes } from '../support/examples.ts'
import { type Here, startHere } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import { freshDatabase, mariadbPath } from '../support/mariadb.ts'
import { type Person, register } from '../support/people.ts'
import { eventsSetting } from '../support/signed-events.ts'
import { zipsBuilt } from '../support/zips.ts'
import { Containers } from './containers.ts'

const fewest = 20

/** Which answer each route gives is another test's affair; here it has to be a good one, and the same. */
for (const engine of ['sqlite', 'mysql'] as const) {
  if (engine === 'mysql' && !mariadbPath()) {
    leaveOut('every zip on MariaDB', 'there is no mariadbd; scripts/test-setup installs it')
    continue
  }
  const walking = suite(`every route of every zip, on ${engine}`)
  let host: Here
  let data = ''
  let onOpenWhisk: Containers
  let onCodeEngine: Containers

  walking.before(async () => {
    await zipsBuilt()
    data = mkdtempSync(join(tmpdir(), 'outlay-walk-'))
    const place = engine === 'mysql' ? await mysql() : undefined
    // beside the zips the local host, over the same planes: it has the mails, and makes the reports that routes ask for
    host = await startHere({ data, env: { ...(place && { OUTLAY_LEDGER: place }) } })
    const { privateKey, publicKeys, filesSecret } = JSON.parse(readFileSync(join(data, 'keys.json'), 'utf8'))
    const settings = {
      PUBLIC_URL: host.url,
      TOKEN_PRIVATE_KEY: privateKey,
      TOKEN_PUBLIC_KEYS: publicKeys,
      FILES_SECRET: filesSecret,
      OUTLAY_IDENTITY: `sqlite:${join(data, 'identity.db')}`,
      OUTLAY_LEDGER: place ?? `sqlite:${join(data, 'ledger.db')}`,
      OUTLAY_OBJECTS: `folder:${join(data, 'objects')}`,
      OUTLAY_MAIL: `outbox:${join(data, 'outbox')}`,
      ...eventsSetting,
      OUTLAY_JOBS: 'in-process',
    }
    onOpenWhisk = new Containers('OpenWhisk', settings)
    onCodeEngine = new Containers('Code Engine', settings)
  })
  walking.after(async () => {
    onOpenWhisk.stop()
    onCodeEngine.stop()
    await host.close()
    rmSync(data, { recursive: true, force: true })
  })

  const newcomer = () => register(callerOf(host.url))

  /** The route's own example. */
  async function asked(at: Containers, { name, route }: (typeof routes)[number], person: Person): Promise<Answer> {
    const prepared = await prepare(name, route, person)
    return at.call(route.method, addressOf(route, prepared), {
      ...(route.who !== 'anyone' && { token: prepared.by.token }),
      ...(prepared.body !== undefined && { body: prepared.body }),
      headers: prepared.headers,
    })
  }

  walking('gives the same answer to both kinds of hosts', async () => {
    for (const route of routes) {
      // somebody new finds the same things wherever they ask
      const [one, other] = [
        await asked(onOpenWhisk, route, await newcomer()),
        await asked(onCodeEngine, route, await newcomer()),
      ]

      assert.ok(one.status < 400, `${route.name}: ${JSON.stringify(one)}`)
      assert.equal(withoutNames(other), withoutNames(one), route.name)
    }
  })

  walking(`answers ${fewest} times and more from one warm container`, async () => {
    const person = await newcomer()
    for (const action of new Set(routes.map(({ name }) => name.split('.')[0] ?? ''))) {
      const own = routes.filter(({ name }) => name.startsWith(`${action}.`))
      for (let n = 0; (onOpenWhisk.runs.get(action) ?? 0) < fewest; n++) {
        const one = own[n % own.length]
        if (!one) throw new Error(`${action} has no route`)
        const { status } = await asked(onOpenWhisk, one, person)
        assert.ok(status < 400, `${one.name}: ${status}`)
      }
    }
    for (let n = 0; n < fewest; n++) assert.is((await onOpenWhisk.call('GET', '/reports')).status, 200)
  })

  walking('has written a sentinel for each run on each stream, and nothing of a person', () => {
    const runs = [...onOpenWhisk.runs.values()].reduce((sum, count) => sum + count, 0)
    const written = onOpenWhisk.output()
    assert.is(written.match(/XXX_THE_END_OF_A_WHISK_ACTIVATION_XXX/g)?.length, runs * 2)
    for (const secret of ['@example.org', 'correct horse', 'Bearer', 'eyJ', 'Mill Lane'])
      assert.not.ok(written.includes(secret), secret)
  })

  walking.run()
}

async function mysql(): Promise<string> {
  const { user, database, socketPath } = await freshDatabase()
  return `mysql://${user}@localhost/${database}?socketPath=${encodeURIComponent(socketPath)}`
}

/** Ids, secrets, instants and made-up names are different each time; everything else must not be. */
function withoutNames({ status, headers, body }: Answer) {
  const text = JSON.stringify({ headers: { ...headers, 'content-length': undefined }, body: body ?? null })
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>')
    .replace(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, '<token>')
    .replace(/(?<![\w-])[\w-]{43}(?![\w-])/g, '<secret>')
    .replace(/\b[0-9a-f]{64}\b/g, '<hash>')
    .replace(/"bytes":\d+/g, '"bytes":0')
    .replace(/\b1[78]\d{11}\b/g, '0')
    .replace(/(Max-Age|Expires|expires|until)=\d+/g, '$1=<seconds>')
  return { status, ...ordered(JSON.parse(text)) }
}

/** Where ids decide what comes first, nothing does. */
function ordered<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    return value.map(ordered).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) as Value
  }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, ordered(inner)])) as Value
}
