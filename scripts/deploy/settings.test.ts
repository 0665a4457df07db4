import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { optionsIn } from './options.ts'
import { settingsOf, strayNames } from './plugin/settings.ts'
import { redactor, secretsIn } from './redact.ts'
import { buildOptions, placeAndSettings } from './settings.ts'
import { faultsOfShape } from './shape.ts'

const folder = mkdtempSync(join(tmpdir(), 'outlay-settings-'))
const fileWith = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const nobodys = join(folder, 'none')
const place = { OW_APIHOST: 'https://ow.example.org/', OW_AUTH: 'user:key', OW_NAMESPACE: 'guest' }

const reading = suite('settings of a deploy')
reading.after(() => rmSync(folder, { recursive: true, force: true }))

reading('come from a file, and what begins with OW_ says where', () => {
  const file = fileWith('whole.json', JSON.stringify({ ...place, PUBLIC_URL: 'https://outlay.example.org' }))
  const read = placeAndSettings('dev', file, { WSK_CONFIG_FILE: nobodys })

  assert.equal(read.place, { apihost: 'https://ow.example.org', auth: 'user:key', namespace: 'guest' })
  assert.equal(read.settings, { PUBLIC_URL: 'https://outlay.example.org' })
})

reading('come from the environment where there is no file, and place first of all', () => {
  const file = fileWith('place.json', JSON.stringify(place))
  const env = { WSK_CONFIG_FILE: nobodys, OW_NAMESPACE: 'other', OUTLAY_ENV: '{"A_B":"c"}' }

  assert.is(placeAndSettings('dev', file, env).place.namespace, 'other')
  assert.equal(placeAndSettings('dev', undefined, { ...env, ...place }).settings, { A_B: 'c' })
})

reading('take a key of OpenWhisk’s own file to its end, equals signs and all', () => {
  const props = fileWith('wskprops', 'APIHOST=ow.example.org\nAUTH=user:a2V5==\nNAMESPACE=guest\n')
  assert.is(placeAndSettings('dev', undefined, { WSK_CONFIG_FILE: props }).place.auth, 'user:a2V5==')
})

reading('are refused in a sentence that shows nothing of them', () => {
  const from = (text: string) => () =>
    placeAndSettings('dev', fileWith('wrong.json', text), { WSK_CONFIG_FILE: nobodys, ...place })
  assert.throws(from('{secret'), /wrong\.json is not JSON\.$/)
  assert.throws(from('{"A_B":7}'), /wrong\.json: A_B is not a text, or empty\.$/)
  assert.throws(() => placeAndSettings('dev', nobodys, place), /cannot be read/)
  assert.throws(() => placeAndSettings('dev', undefined, { WSK_CONFIG_FILE: nobodys }), /OW_APIHOST is missing/)
})

reading('that keep people in Db2 have its client built into the zips', () => {
  assert.equal(buildOptions({ OUTLAY_IDENTITY: 'db2://asha:secret@db2.example.org/BLUDB' }), ['--db2'])
  assert.equal(buildOptions({ OUTLAY_IDENTITY: 'mysql://asha:secret@db.example.org/outlay' }), [])
  assert.equal(buildOptions({}), [])
})

reading('that no action reads are named, and who reads them', () => {
  assert.equal(faultsOfShape({ PORT: '80', LOG: 'off', OUTLAY_LEGDER: 'secret' }, 'dev'), [
    'Outlay has no setting OUTLAY_LEGDER; docs/settings.md lists those that it has.',
    'No action reads LOG: it is for local host and image alone.',
    'No action reads PORT: it is for local host and image alone.',
  ])
})

const asking = suite('options of a deploy')

asking('are read in either form, and none is made up', () => {
  assert.equal(optionsIn(['--stage', 'prod', '--dry-run']), {
    stage: 'prod',
    settings: undefined,
    dryRun: true,
    remove: false,
    verbose: false,
    patienceS: 60,
  })
  assert.is(optionsIn(['--stage=prod'])?.stage, 'prod')
  for (const wrong of [['--dryrun'], ['--stage'], ['--stage', 'test'], ['prod'], ['--dry-run', '--remove']]) {
    assert.is(optionsIn(wrong), undefined, wrong.join(' '))
  }
})

const hiding = suite('what a program says')

hiding('loses every secret, in each form that it may take', () => {
  const url = 'mysql://outlay:p%40ss-word@db.example.org/outlay'
  const hidden = redactor(['user:averylongkey', url, 'a"quoted"secret'])
  const said = [
    `Authorization: Basic ${Buffer.from('user:averylongkey').toString('base64')}`,
    'key averylongkey',
    `connecting to ${url}`,
    'password p@ss-word, p%40ss-word',
    JSON.stringify({ env: JSON.stringify({ x: 'a"quoted"secret' }) }),
  ].map(hidden)

  for (const line of said) assert.not.match(line, /averylongkey|dXNlcj|p@ss|p%40|quoted/)
  assert.is(said[0], 'Authorization: Basic <hidden>')
})

hiding('keeps what is no secret', () => {
  assert.is(redactor(['true', 'on'])('turned on, and that is true'), 'turned on, and that is true')
})

hiding('takes for a secret what the table calls one, and what it does not know', () => {
  const ledger = 'mysql://outlay:password@db.example.org/outlay'
  const settings = { OUTLAY_LEDGER: ledger, PUBLIC_URL: 'https://outlay.example.org', OUTLAY_LEGDER: 'stranger' }
  assert.equal(secretsIn(settings), [ledger, 'stranger'])
})

const sharing = suite('the settings of one action')
const settings = { TOKEN_PRIVATE_KEY: 'x', TOKEN_PUBLIC_KEYS: 'y', PUBLIC_URL: 'z' }

sharing('are those that its bundle names', () => {
  assert.equal(settingsOf('read("TOKEN_PUBLIC_KEYS")', settings), { TOKEN_PUBLIC_KEYS: 'y' })
  assert.equal(settingsOf("'PUBLIC_URL' is no web address: PUBLIC_URL", settings), { PUBLIC_URL: 'z' })
})

sharing('leave over what nobody reads', () => {
  assert.equal(strayNames(['"PUBLIC_URL"', '"TOKEN_PUBLIC_KEYS"'], settings), ['TOKEN_PRIVATE_KEY'])
})

reading.run()
asking.run()
hiding.run()
sharing.run()
