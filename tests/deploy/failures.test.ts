import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newKeys } from '../../functions/adapters/node/tokens.ts'
import { leaveOut } from '../support/left-out.ts'
import { type OpenWhisk, startOpenWhisk } from './openwhisk/host.ts'
import { deploy, type Ended, folderWith, lacking, settingsOf, tool } from './running.ts'

let ow: OpenWhisk
let settings: { readonly [name: string]: string }
const folders: string[] = []

const failing = suite('a deploy that cannot work says why and ends with 1')
failing.before(async () => {
  ow = await startOpenWhisk()
  settings = await settingsOf({ PUBLIC_URL: 'https://outlay.example.org' })
})
failing.before.each(() => {
  ow.heard.length = 0
})
failing.after(async () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  await ow.stop()
})

/** Nothing may have been changed on the host. */
function refused({ code, output }: Ended, why: RegExp): void {
  assert.is(code, 1, output)
  assert.match(output, why)
  assert.equal(
    ow.heard.filter(({ method }) => method !== 'GET'),
    [],
  )
}

/** What the tool says of another serverless.yml, or of other settings. */
function told(change: (yml: string) => string, env: { readonly [name: string]: string | undefined } = {}) {
  const folder = folderWith(change)
  folders.push(folder)
  return tool(ow, ['deploy'], folder, { OUTLAY_ENV: JSON.stringify(settings), ...env })
}

const asIs = (yml: string) => yml

failing('for a namespace that is not the key’s, or none', async () => {
  refused(await deploy(ow, settings, [], { OW_NAMESPACE: 'ghost' }), /OW_NAMESPACE is ghost, but this key is for guest/)
  refused(await deploy(ow, settings, [], { OW_NAMESPACE: '' }), /OW_NAMESPACE is missing/)
  refused(await told(asIs, { OW_NAMESPACE: '_' }), /OW_NAMESPACE has to name the namespace/)
  refused(await told(asIs, { OW_NAMESPACE: undefined }), /OW_NAMESPACE has to name the namespace/)
})

failing('for a key that the host does not take, and a host that is not there', async () => {
  refused(await told(asIs, { OW_AUTH: 'somebody:else' }), /does not take OW_AUTH/)
  refused(await told(asIs, { OW_APIHOST: 'http://127.0.0.1:9' }), /127\.0\.0\.1:9 cannot be reached/)
})

failing('for what serverless.yml has that nobody reads', async () => {
  const added = (line: string) => (yml: string) => yml.replace('provider:\n', `provider:\n  ${line}\n`)
  refused(await told(added('namespace: guest')), /there is no provider\.namespace/)
  refused(await told((yml) => yml.replace('    cors: false', '    cros: false')), /resources\.apigw\.cros/)
  refused(await told((yml) => yml.replace('timezone: UTC', 'time_zone: UTC')), /feed_parameters\.time_zone/)
})

failing('for a web action whose answer would lose its status, and for a schedule that knows no zone', async () => {
  const http = "- http: { method: get, path: '/v1/health', resp: http }"
  refused(await told((yml) => yml.replace(http, http.replace(', resp: http', ''))), /functions\.health\.events/)
  refused(await told((yml) => yml.replace(http, '- schedule: cron(0 3 * * *)')), /functions\.health\.events/)
  refused(await told((yml) => yml.replace('name: outlay/health', 'name: health')), /functions\.health\.name/)
})

failing('for a zip that does not hold what its handler names', async () => {
  const folder = folderWith(asIs)
  folders.push(folder)
  const file = join(folder, 'dist/actions/payees.zip')
  const entries = unzipSync(readFileSync(file))
  const { 'dist/actions/payees.js': bundle = new Uint8Array(), ...others } = entries
  const ask = () => tool(ow, ['deploy'], folder, { OUTLAY_ENV: JSON.stringify(settings) })

  writeFileSync(file, zipSync({ ...others, 'payees.js': bundle }))
  refused(await ask(), /payees: its zip has no dist\/actions\/payees\.js/)
  const { 'dist/actions/drivers/mysql2.cjs': _, ...driverless } = entries
  writeFileSync(file, zipSync(driverless))
  refused(await ask(), /payees: its bundle asks for \.\/drivers\/mysql2\.cjs/)
  rmSync(file)
  refused(await ask(), /payees: there is no zip/)
})

failing('for a variable that is not set, and a setting that no action knows', async () => {
  refused(await told(asIs, { OUTLAY_ENV: undefined }), /OUTLAY_ENV is not set/)
  refused(await told(asIs, { OUTLAY_ENV: '{"PUBLIC_URL":""}' }), /PUBLIC_URL is not a text, or empty/)
  refused(await told(asIs, { OUTLAY_ENV: '{"PUBLIC_ULR":"x"}' }), /no action knows the setting PUBLIC_ULR/)
  const unset = (yml: string) => yml.replace('bound when it is deployed', ["'$", "{env:NOT_SET}'"].join(''))
  refused(await told(unset), /Cannot resolve variable at "functions\.register\.parameters\.env"/)
})

failing('for a runtime that the host does not have', async () => {
  const other = (yml: string) => yml.replace('runtime: nodejs:20', 'runtime: nodejs:24')
  refused(await told(other), /The host has no nodejs:24\. It has nodejs:18, nodejs:20/)
})

failing('for settings with which no action could start', async () => {
  const { TOKEN_PRIVATE_KEY, ...keyless } = settings
  refused(await deploy(ow, keyless), /The setting TOKEN_PRIVATE_KEY is missing/)
  const { publicKeys } = newKeys()
  refused(await deploy(ow, { ...settings, TOKEN_PUBLIC_KEYS: publicKeys }), /has not the public key/)
  refused(await deploy(ow, { ...settings, OUTLAY_LEDGER: 'sqlite:ledger.db' }), /OUTLAY_LEDGER is a file/)
  assert.not.ok(existsSync('ledger.db'), 'nothing was made of it')
  refused(await deploy(ow, { ...settings, PUBLIC_URL: 'http://outlay.example.org' }), /has to begin with https/)
  refused(await deploy(ow, { ...settings, OUTLAY_JOBS: 'in-process' }), /has to be openwhisk here/)
  refused(await deploy(ow, settings, ['--stage', 'prod']), /OUTLAY_MAIL is a folder: what is put there is lost/)
  const nowhere = 'mysql://root@127.0.0.1:9/outlay'
  refused(await deploy(ow, { ...settings, OUTLAY_LEDGER: nowhere }), /database of OUTLAY_LEDGER does not answer/)
  assert.ok(TOKEN_PRIVATE_KEY)
})

failing('for an option that is none', async () => {
  refused(await deploy(ow, settings, ['--dryrun']), /npm run deploy \[-- options\]/)
  refused(await deploy(ow, settings, ['--stage', 'production']), /--stage dev\|prod/)
})

failing('for an alarm that is not set', async () => {
  ow.refuse({ call: /^POST .*\/alarms\/alarm/, status: 502, error: 'no triggers can be made now' })
  const { code, output } = await deploy(ow, settings)
  ow.refuse(undefined)

  assert.is(code, 1)
  assert.match(output, /no triggers can be made now/)
})

failing('for an action or a route that the host refuses', async () => {
  for (const call of [/^PUT .*\/actions\/outlay\/login/, /^POST .*createApi/]) {
    ow.refuse({ call, status: 400, error: 'The request content was malformed' })
    const { code, output } = await deploy(ow, settings)
    ow.refuse(undefined)

    assert.is(code, 1)
    assert.match(output, /The request content was malformed/)
  }
})

failing('for an address where something else answers', async () => {
  const elsewhere = await deploy(ow, { ...settings, PUBLIC_URL: `${ow.apihost}/elsewhere` }, ['--patience=1'])

  assert.is(elsewhere.code, 1)
  assert.match(elsewhere.output, /It was deployed, but health does not work/)
})

const missing = lacking()
if (missing) leaveOut(...missing)
else failing.run()
