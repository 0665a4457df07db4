import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newKeys } from './adapters/node/tokens.ts'
import { faultsOf, isOfActions, needed, perhaps, type Setting } from './adapters/setting.ts'
import { Sentence } from './domain/sentence.ts'
import * as settings from './settings.ts'

const all = Object.values<Setting<unknown>>(settings)
const keys = newKeys()
const whole = {
  PUBLIC_URL: 'https://outlay.example.org',
  TOKEN_PRIVATE_KEY: keys.privateKey,
  TOKEN_PUBLIC_KEYS: keys.publicKeys,
  OUTLAY_IDENTITY: 'mysql://asha:pass@db.example.org/people',
  OUTLAY_LEDGER: 'mysql://asha:pass@db.example.org/ledgers',
  OUTLAY_OBJECTS: 'cos://key:secret@s3.example.org/bucket',
  OUTLAY_MAIL: 'outbox:/srv/outbox',
  OUTLAY_JOBS: 'openwhisk',
}
const ofActions = all.filter(isOfActions)
const sentence = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    return error instanceof Sentence ? error.message : String(error)
  }
  return 'nothing is wrong'
}

const reading = suite('settings')

reading('are all well where all that is needed is set, and nothing else', () => {
  assert.equal(faultsOf(whole, ofActions), [])
  assert.is(needed(whole, settings.reportBatches), 40)
  assert.is(perhaps(whole, settings.mailFrom), undefined)
})

reading('that lack are named, each in its sentence; what is empty lacks', () => {
  const names = Object.keys(whole)
  assert.equal(
    [...faultsOf(Object.fromEntries(names.map((name) => [name, ''])), ofActions)].sort(),
    names.map((name) => `The setting ${name} is missing.`).sort(),
  )
})

reading('are needed where another one makes them so', () => {
  const faults = (more: object) => faultsOf({ ...whole, ...more }, ofActions)
  assert.equal(faults({ OUTLAY_OBJECTS: 'folder:/srv/objects' }), ['The setting FILES_SECRET is missing.'])
  assert.equal(faults({ OUTLAY_MAIL: 'sendgrid:SG.key' }), ['The setting MAIL_FROM is missing.'])
  assert.equal(faults({ OUTLAY_MAIL: 'smtp://mail.example.org', MAIL_FROM: 'reports@example.org' }), [])
})

/** What is no value of any setting that can tell. */
const rubbish = 'hush hush'

reading('that are wrong are one sentence with their name, and nothing of their text', () => {
  const free = all.filter(({ read }) => sentence(() => read(rubbish)) === 'nothing is wrong').map(({ name }) => name)
  assert.equal(free.sort(), [
    'FILES_SECRET',
    'FUNCTION',
    'HOST',
    'IBM_DB_HOME',
    'OUTLAY_DATA',
    'OUTLAY_DRAW_WORKER',
    'OUTLAY_ENV',
    'OUTLAY_HASH_WORKER',
    'OW_APIHOST',
    'OW_AUTH',
    'OW_NAMESPACE',
  ])
  for (const setting of all.filter(({ name }) => !free.includes(name))) {
    const said = sentence(() => needed({ [setting.name]: rubbish }, setting))
    assert.match(said, new RegExp(`^${setting.name}\\b.+\\.$`))
    assert.not.match(said, /hush/)
  }
})

reading('of numbers take whole ones within their bounds', () => {
  for (const text of ['-1', '1.5', '1e3', '0x1', ' 1', '86401', '9'.repeat(30)]) {
    assert.match(
      sentence(() => needed({ REPORT_SECONDS: text }, settings.reportSeconds)),
      /from 1 to 86400/,
      text,
    )
  }
  assert.is(needed({ REPORT_SECONDS: '86400' }, settings.reportSeconds), 86_400)
})

const table = suite('the table of settings')

table('has every name once', () => {
  assert.is(new Set(all.map(({ name }) => name)).size, all.length)
})

table('has nothing that nobody reads', () => {
  const sources = textsIn('functions', 'scripts', 'k8s-fallback')
  for (const [key, { name }] of Object.entries<Setting<unknown>>(settings)) {
    const isRead = new RegExp(
      `(?:settings|table)\\.${key}\\b|import [^;]*?\\b${key}\\b[^;]*?settings\\.ts'|env\\.${name}\\b`,
    )
    assert.ok(
      sources.some(([, text]) => isRead.test(text)),
      `${name} is read nowhere`,
    )
  }
})

/** What programs read of the environment that is nobody's to set for Outlay: others' names, and the tests'. */
const others =
  /^(npm_execpath|__OW_\w+|WSK_CONFIG_FILE|NO_COLOR|CI|LDFLAGS|LIBSQL_JS_DEV|OUTLAY_SQLITE|OUTLAY_TEST_\w+|SEED)$/

table('has everything that is read of the environment', () => {
  const names = new Set(all.map(({ name }) => name))
  const strange = textsIn('functions', 'scripts', 'k8s-fallback').flatMap(([file, text]) =>
    [...text.matchAll(/\benv\.([A-Za-z_]\w*)/g)]
      .map(([, name = '']) => name)
      .filter((name) => name === name.toUpperCase() || name.startsWith('npm'))
      .filter((name) => !names.has(name) && !others.test(name))
      .map((name) => `${file} reads ${name}`),
  )
  assert.equal(strange, [])
})

table('is explained by examples that are right', () => {
  const page = readFileSync('docs/settings.md', 'utf8')
  const rows = [...page.matchAll(/^\| `(\w+)` \| ((?:the same; )?`[^|]+`) \|$/gm)]
  const examples = rows.flatMap(([, name = '', forms = '']) =>
    [...forms.matchAll(/`([^`]+)`/g)].map(([, text = '']) => [name, text] as const),
  )
  assert.ok(examples.length > 15)
  for (const [name, text] of examples) {
    const setting = all.find((one) => one.name === name)
    assert.ok(setting, name)
    assert.is(
      sentence(() => setting?.read(text)),
      'nothing is wrong',
      `${name}=${text}`,
    )
  }
})

reading.run()
table.run()

/** Every source but tests, and but the table itself. */
function textsIn(...folders: readonly string[]): readonly (readonly [file: string, text: string])[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|mjs)$/.test(file) && !/\.test\.ts$|node_modules/.test(file))
      .map((file) => join(folder, file))
      .filter((file) => file !== join('functions', 'settings.ts'))
      .map((file) => [file, readFileSync(file, 'utf8')] as const),
  )
}
