import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { callerOf } from '../support/client.ts'
import { leaveOut } from '../support/left-out.ts'
import { register } from '../support/people.ts'
import { reportMade } from '../support/reports.ts'
import { bound, expected, rules, sent } from './expected.ts'
import { type OpenWhisk, startOpenWhisk } from './openwhisk/host.ts'
import { deploy, lacking, settingsOf, tool } from './running.ts'

let ow: OpenWhisk
let settings: { readonly [name: string]: string }

const deploying = suite('deploying')
deploying.before(async () => {
  ow = await startOpenWhisk()
  settings = await settingsOf()
})
deploying.after(() => ow.stop())

deploying('changes nothing while it only tries', async () => {
  const { code, output } = await deploy(ow, { ...settings, PUBLIC_URL: 'https://outlay.example.org' }, ['--dry-run'])

  assert.is(code, 0, output)
  assert.match(output, /nothing was sent/)
  assert.equal(ow.heard, [])
})

deploying('learns the address from the gateway, tries what is there and says where', async () => {
  const { code, output } = await deploy(ow, settings)

  assert.is(code, 0, output)
  assert.match(output, /health: both planes answer/)
  assert.match(output, /page: it and its \d+ parts are there/)
  assert.match(output, /log-in: a stranger is turned away/)
  assert.is(output.trimEnd().split('\n').at(-1), `Outlay is at ${ow.gateway}`)
  assert.is(bound(ow.heard).site?.PUBLIC_URL, ow.gateway)
})

deploying('sends what the route table says, and nothing else', async () => {
  ow.heard.length = 0
  const { code, output } = await deploy(ow, settings, ['--stage', 'dev'])

  assert.is(code, 0, output)
  const [found, wanted] = [sent(ow.heard), expected(ow.apihost, 'dev', ow.auth)]
  for (const [n, call] of found.entries()) assert.equal(call, wanted[n])
  assert.is(found.length, wanted.length)
})

deploying('gives every action its own settings as they are, and the private key only to who signs', async () => {
  const all = { ...settings, PUBLIC_URL: ow.gateway }
  const given = bound(ow.heard)

  for (const [action, env] of Object.entries(given)) {
    for (const [name, value] of Object.entries(env)) assert.is(value, Object(all)[name], `${action}: ${name}`)
  }
  const signing = Object.keys(given).filter((action) => given[action]?.TOKEN_PRIVATE_KEY)
  assert.equal(signing.sort(), ['login', 'profile', 'register'])
})

deploying('makes a place where people can keep their books', async () => {
  const call = callerOf(ow.gateway)
  const asha = await register(call)
  const entry = { kind: 'expense', day: '2026-03-15', amount: '12.50', payee: 'Mill Lane Bakery' }
  const added = await asha.ledger('POST', '/transactions', entry)
  const { body } = await asha.ledger('GET', '/insights?on=2026-03-20')
  const page = await fetch(`${ow.gateway}/reports`)

  assert.is(added.status, 201)
  assert.is(Object(body).currencies[0].expense, '12.50')
  assert.match(asha.cookie, /^outlay=/)
  assert.match(await page.text(), new RegExp(`<base href="${new URL(ow.gateway).pathname}/">`))
})

deploying('lets an action with a key hand on work to one that nobody else can call', async () => {
  const asha = await register(callerOf(ow.gateway))
  await asha.ledger('POST', '/transactions', { kind: 'expense', day: '2026-11-15', amount: '1.00' })
  ow.heard.length = 0
  const report = await reportMade(asha)

  assert.is(report.state, 'stored')
  assert.equal(
    ow.heard.map(({ method, path }) => `${method} ${path}`),
    ['POST /api/v1/namespaces/guest/actions/outlay/report-job?blocking=false'],
  )
})

deploying('opens nothing but the routes: an internal action, a made-up path', async () => {
  for (const path of ['/housekeeping', '/v1/housekeeping', '/outlay/housekeeping.http', '/v1/ledgers/x/y/z']) {
    const { status } = await fetch(ow.gateway + path, { method: 'POST', body: '{}' })
    assert.is(status, 404, path)
  }
})

deploying('lets an alarm reach its action', async () => {
  assert.equal(
    (await ow.fire('outlay-housekeeping')).map((done) => Object.keys(done)),
    [['left', 'purged']],
  )
})

deploying('shows no secret, however much it is asked to say', async () => {
  const { code, output } = await deploy(ow, settings, ['--verbose'])

  assert.is(code, 0, output)
  assert.match(output, /Compiled Function \(login\)/)
  const secrets = [ow.auth, ow.auth.split(':')[1], settings.TOKEN_PRIVATE_KEY, settings.OUTLAY_LEDGER]
  for (const secret of secrets) assert.not.ok(output.includes(secret ?? ''), 'a secret is in the log')
  const straight = await tool(ow, ['deploy', '--verbose'], '.', { OUTLAY_ENV: JSON.stringify(settings) })
  assert.is(straight.code, 0, straight.output)
  for (const secret of secrets)
    assert.not.ok(straight.output.includes(secret ?? ''), 'a secret is in the log of the tool')
})

deploying('takes away on an update what is no longer in the table', async () => {
  const login = ow.store.get('actions', 'outlay/login')
  const { exec, limits } = login
  ow.store.put('actions', 'outlay/old', { exec, limits, annotations: [], parameters: [] }, false)
  ow.store.put('triggers', 'outlay-old', {}, false)
  ow.store.put('rules', 'outlay-old-rule', { trigger: '/guest/outlay-old', action: '/guest/outlay/old' }, false)
  ow.store.put('triggers', 'somebody-elses', {}, false)

  const { code, output } = await deploy(ow, settings)

  assert.is(code, 0, output)
  assert.not.ok(ow.store.actions.has('outlay/old') || ow.store.triggers.has('outlay-old'))
  assert.equal([...ow.store.rules.keys()].sort(), [...rules].sort())
  assert.ok(ow.store.triggers.has('somebody-elses'))
  assert.is.not(ow.store.get('actions', 'outlay/login').version, login.version)
})

deploying('tells what is there when the tool is asked', async () => {
  const { code, output } = await tool(ow, ['info'])

  assert.is(code, 0, output)
  assert.match(output, /outlay\/transactions/)
  assert.match(output, new RegExp(`GET ${ow.gateway}/v1/health --> health`))
})

deploying('is not done over another stage', async () => {
  const env = { OUTLAY_ENV: JSON.stringify({ ...settings, PUBLIC_URL: ow.gateway }) }
  const { code, output } = await tool(ow, ['deploy', '--stage', 'prod'], '.', env)
  const removed = await deploy(ow, {}, ['--stage', 'prod', '--remove'])

  assert.is(code, 1)
  assert.match(output, /holds the stage dev, not prod/)
  assert.is(removed.code, 1)
  assert.ok(ow.store.actions.has('outlay/login'))
})

deploying('says what the host would not let go of', async () => {
  ow.refuse({ call: /^DELETE .*\/actions\/outlay\/site/, status: 500, error: 'There was an internal server error.' })
  const { code, output } = await deploy(ow, {}, ['--remove'])
  ow.refuse(undefined)

  assert.is(code, 1)
  assert.match(output, /internal server error/)
  assert.ok(ow.store.actions.has('outlay/site'))
})

deploying('leaves nothing behind when it is taken away', async () => {
  const { code, output } = await deploy(ow, {}, ['--remove'])

  assert.is(code, 0, output)
  const { packages, actions, rules, apis, triggers } = ow.store
  assert.equal([packages.size, actions.size, rules.size, apis.size, ow.alarms.set.size], [0, 0, 0, 0, 0])
  assert.equal([...triggers.keys()], ['somebody-elses'])
  const again = await deploy(ow, {}, ['--remove'])
  assert.is(again.code, 0, again.output)
})

const missing = lacking()
if (missing) leaveOut(...missing)
else deploying.run()
