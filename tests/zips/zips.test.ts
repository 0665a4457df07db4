import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newKeys } from '../../functions/adapters/node/tokens.ts'
import { driverData, driverFile, drivers } from '../../scripts/build/plugins.ts'
import { freshDatabase } from '../support/mariadb.ts'
import { migrated } from '../support/migrated.ts'
import { asParams, type Container, startContainer, zipped } from '../support/runtime.ts'
import { sqliteFolder } from '../support/sqlite-folder.ts'
import { zipsBuilt } from '../support/zips.ts'

interface Answer {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  // an answer is looked into by the names that the API document gives
  // biome-ignore lint/suspicious/noExplicitAny: JSON of many shapes
  readonly body: any
}

/** All actions, each warm in a container of its own, over one set of planes. */
class Deployed {
  readonly #containers = new Map<string, Container>()
  readonly #env: object
  readonly #process: NodeJS.ProcessEnv

  constructor(env: object, process: NodeJS.ProcessEnv) {
    this.#env = env
    this.#process = process
  }

  async container(action: string): Promise<Container> {
    const warm = this.#containers.get(action)
    if (warm) return warm
    const started = await startContainer(this.#process)
    this.#containers.set(action, started)
    const { status, result } = await started.init(zipped(action))
    assert.is(status, 200, `${action}: ${JSON.stringify(result)}`)
    return started
  }

  async call(action: string, method: string, path: string, body?: unknown, token?: string): Promise<Answer> {
    const container = await this.container(action)
    const headers = token ? { authorization: `Bearer ${token}` } : {}
    const { status, result } = await container.run(asParams(method, path, { body, headers, env: this.#env }))
    assert.is(status, 200)
    return result as Answer
  }

  stop(): void {
    for (const container of this.#containers.values()) container.stop()
  }
}

const folder = mkdtempSync(join(tmpdir(), 'outlay-zips-'))
async function deployed(engine: 'sqlite' | 'mysql'): Promise<Deployed> {
  const home = mkdtempSync(join(folder, `${engine}-`))
  const identity = `sqlite:${join(home, 'identity.db')}`
  const mysql = engine === 'mysql' ? await freshDatabase() : undefined
  const ledger = mysql
    ? `mysql://${mysql.user}@localhost/${mysql.database}?socketPath=${encodeURIComponent(mysql.socketPath)}`
    : `sqlite:${join(home, 'ledger.db')}`
  await migrated({ identity, ledger })

  const keys = newKeys()
  return new Deployed(
    {
      PUBLIC_URL: 'https://outlay.example',
      TOKEN_PRIVATE_KEY: keys.privateKey,
      TOKEN_PUBLIC_KEYS: keys.publicKeys,
      OUTLAY_IDENTITY: identity,
      OUTLAY_LEDGER: ledger,
      OUTLAY_OBJECTS: `folder:${join(home, 'objects')}`,
      FILES_SECRET: 'a secret of files',
      OUTLAY_MAIL: `outbox:${join(home, 'outbox')}`,
      OUTLAY_JOBS: 'in-process',
    },
    { OUTLAY_SQLITE: sqliteFolder() },
  )
}

const person = (name: string) => ({
  email: `${name}-${randomUUID()}@example.org`,
  password: 'correct horse battery',
  name,
  timeZone: 'Europe/Berlin',
  locale: 'en',
  currency: 'EUR',
})

const zips = suite('the zip of each action')

zips.before(async () => {
  await zipsBuilt()
})
zips.after(() => rmSync(folder, { recursive: true, force: true }))

/** All that may lie in a zip beside its bundle. */
const carried = drivers
  .flatMap((driver) => [driverFile(driver), ...Object.keys(driverData[driver] ?? {})])
  .map((place) => join('dist/actions', place))

zips('holds a package.json that says main and nothing else, the bundle there, and drivers beside it', () => {
  for (const file of readdirSync('dist/actions').filter((name) => name.endsWith('.zip'))) {
    const name = file.slice(0, -'.zip'.length)
    const entries = unzipSync(readFileSync(`dist/actions/${file}`))

    const main = `dist/actions/${name}.js`
    assert.equal(JSON.parse(Buffer.from(entries['package.json'] ?? []).toString()), { main })
    assert.ok(entries[main])
    const rest = Object.keys(entries).filter((entry) => entry !== 'package.json' && entry !== main)
    assert.ok(
      rest.every((entry) => carried.includes(entry)),
      `${file}: ${rest}`,
    )
    assert.is(Object.keys(entries).filter((entry) => entry.endsWith('.node')).length, 0)
  }
})

zips('reports its bytes, its inputs, and nothing that it asks for and does not carry', () => {
  for (const file of readdirSync('dist/actions').filter((name) => name.endsWith('.json'))) {
    const report = JSON.parse(readFileSync(`dist/actions/${file}`, 'utf8'))

    assert.equal(report.externals, [], file)
    assert.ok(report.bundle > 0 && Object.keys(report.inputs).length > 0)
  }
})

for (const engine of ['sqlite', 'mysql'] as const) {
  zips(`serves register, log in, record and see on ${engine}, each action in a container of its own`, async () => {
    const host = await deployed(engine)
    try {
      const asha = person('Asha')
      const registered = await host.call('register', 'POST', '/v1/users', asha)
      assert.is(registered.statusCode, 201, JSON.stringify(registered.body))
      const loggedIn = await host.call('login', 'POST', '/v1/sessions', { email: asha.email, password: asha.password })
      const token: string = loggedIn.body.accessToken

      const added = await host.call(
        'transactions',
        'POST',
        '/v1/ledgers/default/transactions',
        {
          kind: 'expense',
          day: '2026-03-15',
          amount: '12.50',
          payee: 'Mill Lane Bakery',
          note: 'lunch',
        },
        token,
      )
      assert.is(added.statusCode, 201, JSON.stringify(added.body))
      const seen = await host.call('insights', 'GET', '/v1/ledgers/default/insights?on=2026-03-20', undefined, token)
      assert.is(seen.body.currencies[0].expense, '12.50')

      for (const [action, path] of Object.entries({
        profile: '/v1/me',
        ledgers: '/v1/ledgers',
        accounts: '/v1/ledgers/default/accounts',
        categories: '/v1/ledgers/default/categories',
        payees: '/v1/ledgers/default/payees',
        budgets: '/v1/ledgers/default/budgets',
        health: '/v1/health',
        openapi: '/v1/openapi.json',
        site: '/',
      })) {
        const answer = await host.call(action, 'GET', path, undefined, token)
        assert.is(answer.statusCode, 200, `${action}: ${JSON.stringify(answer.body)}`)
      }
    } finally {
      host.stop()
    }
  })
}

zips('keeps nothing of a person in a warm container: two alternate on one', async () => {
  const host = await deployed('sqlite')
  try {
    const people = []
    for (const name of ['Asha', 'Benedikt']) {
      const { body } = await host.call('register', 'POST', '/v1/users', person(name))
      people.push({ token: String(body.accessToken), payee: `${name}'s shop` })
    }
    for (let round = 0; round < 3; round++) {
      for (const { token, payee } of people) {
        const entry = { kind: 'expense', day: '2026-03-15', amount: `${round + 1}.00`, payee }
        await host.call('transactions', 'POST', '/v1/ledgers/default/transactions', entry, token)
      }
    }
    for (const { token, payee } of people) {
      const { body } = await host.call('transactions', 'GET', '/v1/ledgers/default/transactions', undefined, token)
      assert.equal(
        body.items.map((item: { payee: string; amount: string }) => [item.payee, item.amount]),
        [
          [payee, '3.00'],
          [payee, '2.00'],
          [payee, '1.00'],
        ],
      )
    }
  } finally {
    host.stop()
  }
})

zips('writes one sentinel on each stream per run, and no token, address or amount', async () => {
  const host = await deployed('sqlite')
  try {
    const asha = person('Asha')
    const { body } = await host.call('register', 'POST', '/v1/users', asha)
    const entry = { kind: 'expense', day: '2026-03-15', amount: '98765.43' }
    await host.call('transactions', 'POST', '/v1/ledgers/default/transactions', entry, String(body.accessToken))

    const written = (await host.container('register')).output() + (await host.container('transactions')).output()
    assert.is(written.match(/XXX_THE_END_OF_A_WHISK_ACTIVATION_XXX/g)?.length, 4)
    for (const secret of [asha.email, asha.password, String(body.accessToken), '98765'])
      assert.not.ok(written.includes(secret), 'nothing private is logged')
  } finally {
    host.stop()
  }
})

zips('answers a broken configuration with a problem, never with a stack', async () => {
  const container = await startContainer()
  try {
    await container.init(zipped('transactions'))
    const { status, result } = await container.run(
      asParams('GET', '/v1/ledgers/default/transactions', { headers: { authorization: 'Bearer x' }, env: {} }),
    )

    assert.is(status, 200)
    assert.is((result as Answer).statusCode, 500)
    assert.not.ok(JSON.stringify(result).includes('stack'))
  } finally {
    container.stop()
  }
})

zips('neither throws nor rejects, whatever a host calls it with', async () => {
  const names = readdirSync('dist/actions').flatMap((file) => /^(.+)\.zip$/.exec(file)?.[1] ?? [])
  for (const name of names) {
    const container = await startContainer()
    try {
      await container.init(zipped(name))
      for (const params of strange) {
        const { status, result } = await container.run(params)
        const what = `${name} ${JSON.stringify(params)}: ${JSON.stringify(result)}`
        assert.is(status, 200, what)
        assert.not.match(what, /"stack"|node_modules|\.js:\d/)
      }
    } finally {
      container.stop()
    }
  }
})

const strange: readonly object[] = [
  {},
  { env: '{' },
  { env: 7, event: 'housekeeping' },
  { __ow_method: 'get' },
  { __ow_method: 'get', __ow_path: null, __ow_headers: null, __ow_query: 7, __ow_body: {} },
  { __ow_method: 'post', __ow_path: '/v1/users', __ow_headers: [['a']], __ow_body: '%%%' },
  { __ow_method: 'get', __ow_path: '/%E0%A4%A', __ow_query: '%E0%A4%A=%', __ow_headers: { authorization: {} } },
  { __ce_method: 'POST', __ce_headers: 'text', env: { OUTLAY_LEDGER: 'x' } },
  { __ow_method: '__proto__', __ow_path: '/constructor', __ow_headers: { ['__proto__']: 'x' } },
  { owner: 7, schedules: 'all', reports: null },
]

zips('is found out by the imitated runtime when it does', async () => {
  const bad = (code: string) => ({
    name: 'bad',
    main: 'main',
    binary: true,
    code: Buffer.from(zipSync({ 'package.json': Buffer.from('{"main":"a.js"}'), 'a.js': Buffer.from(code) })).toString(
      'base64',
    ),
  })
  const outcomes: unknown[] = []
  for (const body of ['async () => { throw new Error("x") }', '() => { throw new Error("x") }', '() => "text"']) {
    const container = await startContainer()
    await container.init(bad(`module.exports.main = ${body}`))
    const { status, result } = await container.run({})
    outcomes.push([status, Object.keys(Object(Object(result).error)).includes('stack')])
    container.stop()
  }
  assert.equal(outcomes, [
    [200, true],
    [502, false],
    [502, false],
  ])
})

zips.run()
