import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { posix } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

/** Read as: code in the room on the left may import only from the rooms on the right. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  scene: ['scene', 'domain'],
  api: ['api', 'domain'],
  ports: ['ports', 'domain'],
  views: ['views', 'api', 'ports', 'domain'],
  adapters: ['adapters', 'ports', 'domain', 'scene'],
  edge: ['edge', 'api', 'ports', 'domain'],
  actions: ['actions', 'edge', 'views', 'api', 'ports', 'domain', 'scene', 'compose.ts'],
  'compose.ts': ['settings.ts', 'adapters', 'ports', 'domain'],
  'settings.ts': ['adapters', 'ports', 'domain'],
  sample: ['sample', 'api', 'domain'],
  site: ['site', 'sample', 'views', 'api', 'domain', 'scene'],
  host: ['host', 'actions', 'edge', 'api', 'compose.ts'],
}

/** Read as: the package on the left is imported only in the rooms on the right; one without a row, nowhere. */
const packages: Readonly<Record<string, readonly string[]>> = {
  kysely: ['adapters', 'compose.ts'],
  libsql: ['adapters'],
  mysql2: ['adapters'],
  openwhisk: ['adapters'],
  'hash-wasm': ['adapters'],
  nodemailer: ['adapters'],
  'ibm-cos-sdk': ['adapters'],
  '@sendgrid/mail': ['adapters'],
  valibot: ['api', 'edge'],
  '@valibot/to-json-schema': ['api', 'edge', 'actions'],
  pdfkit: ['adapters'],
  '@resvg/resvg-wasm': ['adapters'],
  'preact-render-to-string': ['adapters'],
  preact: ['site', 'adapters'],
  htm: ['site', 'adapters'],
  // no packages: the build puts the site's files and the site's routes there
  'outlay:site': ['actions'],
  'outlay:routes': ['site'],
  'outlay:languages': ['site'],
  'outlay:shell': ['site'],
}

/** A plain start does without these: the build puts them into the zips, and an adapter that is asked for says how to install its own. */
const notAtStart = ['openwhisk', 'ibm-cos-sdk', '@sendgrid/mail']

/** These know nothing of Node, so that a browser or a test can have them whole. */
const withoutNode = ['domain', 'scene', 'api', 'ports', 'views', 'sample', 'site']

/** Of functions/ and site/, only these read the environment; all others are told. */
const readsEnvironment = ['functions/adapters/setting.ts', 'functions/compose.ts', 'functions/edge/log.ts']

/** Tests, and the contracts that tests run, may import from everywhere; nothing else may import them. */
const isTest = (path: string) => /\.(test|contract)\.ts$/.test(path)

const shape = suite('the shape')

shape('imports go downhill only', () => {
  assert.equal(sources().flatMap(breaches), [])
})

shape('every package of functions/ and site/ is there without those for development', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  assert.equal(
    Object.keys(packages).filter((name) => !name.includes(':') && !(name in dependencies)),
    notAtStart,
  )
})

shape('each kind of import is seen', () => {
  const domain = (text: string) => breaches({ path: 'functions/domain/money.ts', text })
  const uphill = ['functions/domain/money.ts imports functions/ports/clock.ts']

  assert.equal(domain(`import { a } from '../ports/clock.ts'`), uphill)
  assert.equal(domain(`import type {\n  a,\n  b,\n} from '../ports/clock.ts'`), uphill)
  assert.equal(domain(`export * from "../ports/clock.ts"`), uphill)
  assert.equal(domain(`import '../ports/clock.ts'`), uphill)
  assert.equal(domain(`const a = await import('../ports/clock.ts')`), uphill)
  assert.equal(domain(`type A = import('../ports/clock.ts').A`), uphill)
  assert.equal(domain(`// carried over from 'here'\nArray.from('abc'); import { a } from './day.ts'`), [])
})

shape('each rule finds its breach', () => {
  const found = (path: string, text: string) => breaches({ path, text }).length
  const feature = 'functions/actions/payees/rename-payee.ts'

  assert.is(found(feature, `import { a } from '../accounts/list-accounts.ts'`), 1)
  assert.is(found(feature, `import { a } from './list-payees.ts'`), 0)
  assert.is(found(feature, `import { clock } from '../../compose.ts'`), 0)
  assert.is(found(feature, `import { a } from '../../adapters/sql/mysql.ts'`), 1)
  assert.is(found(feature, `import { a } from './rename-payee.test.ts'`), 1)
  assert.is(found('functions/ports/clock.ts', `import fs from 'node:fs'`), 1)
  assert.is(found('functions/api/me.ts', `import { Buffer } from 'buffer'`), 1)
  assert.is(found('functions/edge/log.ts', `import { inspect } from 'node:util'`), 0)
  assert.is(found('functions/edge/log.ts', `import { sql } from 'kysely'`), 1)
  assert.is(found('functions/adapters/sql/mysql.ts', `import { createPool } from 'mysql2/promise'`), 0)
  assert.is(found('functions/adapters/sql/mysql.ts', `import { left } from 'left-pad'`), 1)
  assert.is(found('functions/cupboard/cup.ts', `import '../domain/day.ts'`), 1)
  assert.is(found('functions/edge/serve.ts', `process.env.DEBUG`), 1)
  assert.is(found('functions/compose.ts', `process.env.DEBUG`), 0)
  assert.is(found('site/api.ts', `import { table } from '../functions/api/table.ts'`), 0)
  assert.is(found('site/api.ts', `import { serve } from '../functions/edge/serve.ts'`), 1)
  assert.is(found('site/api.ts', `import { h } from '../tests/support/left-out.ts'`), 1)
})

shape.run()

type Source = { readonly path: string; readonly text: string }

function breaches({ path, text }: Source): readonly string[] {
  const room = roomOf(path)
  const wrong = importsOf({ path, text }).filter((target) => !isAllowed(path, room, target))
  const found = wrong.map((target) => `${path} imports ${target}`)
  const environment = /\bprocess\.env\b/.test(text) && !readsEnvironment.includes(path)
  return environment ? [...found, `${path} reads the environment`] : found
}

function isAllowed(path: string, room: string, target: string): boolean {
  if (isBuiltIn(target)) return !withoutNode.includes(room)
  if (!target.endsWith('.ts')) return packages[packageOf(target)]?.includes(room) ?? false

  const there = roomOf(target)
  const isSideways = room === 'actions' && there === 'actions' && featureOf(path) !== featureOf(target)
  return (rooms[room]?.includes(there) ?? false) && !isSideways && !isTest(target)
}

/** What a file imports: paths from the root, and packages as they are named. */
function importsOf({ path, text }: Source): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
  const specifiers = code.matchAll(/\b(?:from\s*|import\s*\(?\s*)(['"`])(\S+?)\1/g)
  return [...specifiers].map(([, , name = '']) => (name.startsWith('.') ? posix.join(path, '..', name) : name))
}

/** `functions/domain/day.ts` is in `domain`, `functions/compose.ts` in `compose.ts`, `site/api.ts` in `site`. */
function roomOf(path: string): string {
  return path.replace(/^functions\//, '').split('/')[0] ?? ''
}

function featureOf(path: string): string | undefined {
  return path.split('/')[2]
}

/** `mysql2/promise` is of `mysql2`, `@valibot/to-json-schema` of itself. */
function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
}

function isBuiltIn(name: string): boolean {
  return name.startsWith('node:') || builtinModules.includes(name)
}

function sources(): readonly Source[] {
  const files = ['functions', 'site'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => posix.join(folder, name)),
  )
  return files
    .filter((path) => path.endsWith('.ts') && !isTest(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}
