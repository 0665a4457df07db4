import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { posix } from 'node:path'
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild'
import type { ZipInputFile } from 'fflate'
import type { Packed } from './db2.ts'
import {
  type Driver,
  driverData,
  driverFile,
  drivers,
  driversIn,
  ownAddress,
  ownDrivers,
  settingsWithoutWords,
  shapesWithoutWords,
  sqliteByFolder,
  utf8mb4Only,
  utf8Only,
  virtual,
  withoutSchemaBuilder,
} from './plugins.ts'
import { settingsNamed } from './settings-named.ts'
import type { SiteFiles } from './site.ts'

/** What `dist/actions/<name>.json` says of a zip; budgets read it. */
export interface ActionReport {
  readonly name: string
  /** Bytes of the bundle, minified, without drivers. */
  readonly bundle: number
  readonly zip: number
  readonly drivers: { readonly [driver: string]: number }
  /** Bytes that each source file or package adds, the largest first. */
  readonly inputs: { readonly [path: string]: number }
  /** What has to be set for it. */
  readonly settings: readonly string[]
  /** What is required at run time and is not in the zip; Node's own modules aside. */
  readonly externals: readonly string[]
}

const folder = 'dist/actions'
/** Zips of the same sources are the same bytes. */
const mtime = new Date('2026-01-01T00:00:00')

const forActions: BuildOptions = {
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  legalComments: 'none',
}

const actionNames = (): readonly string[] => readdirSync('functions/actions').sort()

/**
 * One zip per action: `package.json`, the bundle at the handler's path, and the drivers that its ports ask for; where these
 * can speak to Db2, also IBM's client, if it is given.
 */
export async function buildActions(site: SiteFiles, db2: readonly Packed[] = []): Promise<readonly ActionReport[]> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })

  const reports: ActionReport[] = []
  const bundledDrivers = await buildDrivers()
  for (const name of actionNames()) reports.push(await buildAction(name, site, { drivers: bundledDrivers, db2 }))
  return reports
}

type Bundled = ReadonlyMap<Driver, Uint8Array>

/** What zips carry beside their bundles, as far as they ask for it. */
interface Carried {
  readonly drivers: Bundled
  readonly db2?: readonly Packed[]
}

export async function buildDrivers(): Promise<Bundled> {
  const built = new Map<Driver, Uint8Array>()
  for (const driver of drivers) {
    const { outputFiles } = await build({ ...forActions, ...entryOf[driver]() })
    if (outputFiles?.[0]) built.set(driver, outputFiles[0].contents)
  }
  return built
}

const entryOf: { readonly [D in Driver]: () => BuildOptions } = {
  kysely: () => ({
    stdin: { contents: `export { ${namesFrom('kysely').join(', ')} } from 'kysely'`, resolveDir: process.cwd() },
    plugins: [withoutSchemaBuilder],
  }),
  mysql2: () => ({ entryPoints: ['mysql2'], plugins: [utf8mb4Only] }),
  'ibm-cos-sdk': () => ({ entryPoints: ['ibm-cos-sdk'] }),
  '@sendgrid/mail': () => ({ entryPoints: ['@sendgrid/mail'] }),
  nodemailer: () => ({ entryPoints: ['nodemailer'] }),
  openwhisk: () => ({ entryPoints: ['openwhisk'], plugins: [utf8Only] }),
  // the define makes its loader take the folder that it is told
  libsql: () => ({
    entryPoints: ['libsql'],
    define: { 'process.env.LIBSQL_JS_DEV': '"1"' },
    plugins: [sqliteByFolder],
  }),
  db2: () => ownDriver('db2'),
  letters: () => ownDriver('letters'),
  pictures: () => ownDriver('pictures'),
  sheets: () => ownDriver('sheets'),
}

/** Among the drivers it finds the others beside itself, and its files by its own address. */
function ownDriver(driver: keyof typeof ownDrivers): BuildOptions {
  return {
    ...ownAddress,
    entryPoints: [ownDrivers[driver]],
    plugins: [driversIn('.')],
  }
}

/** The names that the adapters import from a package, types aside. */
function namesFrom(name: string): readonly string[] {
  const imports = new RegExp(`import \\{([^}]*)\\} from '${name}'`, 'g')
  const files = readdirSync('functions', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/\.(test|contract)\.ts$/.test(file),
  )
  const found = files.flatMap((file) => [...readFileSync(`functions/${file}`, 'utf8').matchAll(imports)])
  const names = found.flatMap(([, list = '']) => list.split(',').map((one) => one.trim()))
  return [...new Set(names.filter((one) => one && !one.startsWith('type ')))].sort()
}

async function buildAction(name: string, site: SiteFiles, beside: Carried): Promise<ActionReport> {
  const { code, zip, ...report } = await zipOf(name, `functions/actions/${name}/action.ts`, beside, [
    virtual('outlay:site', uncompressed(site)),
    ...(name === 'openapi' ? [] : [shapesWithoutWords]),
  ])
  const all = { ...report, zip: zip.length }
  writeFileSync(`${folder}/${name}.js`, code)
  writeFileSync(`${folder}/${name}.zip`, zip)
  writeFileSync(`${folder}/${name}.json`, `${JSON.stringify(all, null, 2)}\n`)
  return all
}

type Zipped = Omit<ActionReport, 'zip'> & { readonly code: Uint8Array; readonly zip: Uint8Array }

/** The zip of an action that is written in the given file. */
export async function zipOf(
  name: string,
  entry: string,
  beside: Carried,
  plugins: readonly Plugin[] = [],
): Promise<Zipped> {
  const { outputFiles, metafile } = await build({
    ...forActions,
    entryPoints: [entry],
    plugins: [driversIn('./drivers'), settingsWithoutWords, ...plugins],
  })
  const bundle = outputFiles?.[0]?.contents
  if (!bundle || !metafile) throw new Error(`The bundle of ${name} is missing.`)

  // where the deploy tool looks for it, on disk and in the zip
  const handler = `${folder}/${name}.js`
  const required = requiredBy(metafile)
  // who draws sheets draws the pictures of their letters; other letters have none
  const wanted = required.includes(driverFile('sheets')) ? [...required, driverFile('pictures')] : required
  const carried = drivers.filter((driver) => wanted.includes(driverFile(driver)))
  const codeOf = (driver: Driver) => beside.drivers.get(driver) ?? new Uint8Array()
  const zip = await zipped(
    {
      'package.json': text(JSON.stringify({ main: handler })),
      [handler]: bundle,
      ...Object.fromEntries(carried.map((driver) => [posix.join(folder, driverFile(driver)), codeOf(driver)])),
      ...Object.fromEntries(
        carried
          .flatMap((driver) => Object.entries(driverData[driver] ?? {}))
          .map(([place, file]) => [posix.join(folder, place), readFileSync(file)]),
      ),
    },
    carried.includes('db2') ? beside.db2 : [],
  )
  return {
    name,
    code: bundle,
    bundle: bundle.length,
    zip,
    drivers: Object.fromEntries(carried.map((driver) => [driver, codeOf(driver).length])),
    inputs: largestFirst(metafile),
    settings: settingsNamed(Buffer.from(bundle).toString()),
    externals: required.filter((path) => !path.startsWith('./drivers/') && !path.startsWith('node:')),
  }
}

async function zipped(files: { readonly [path: string]: Uint8Array }, packed: readonly Packed[] = []) {
  // a development dependency: `npm start` builds no zip
  const { Zip, ZipDeflate } = await import('fflate')
  const chunks: Uint8Array[] = []
  const zip = new Zip((_, chunk) => chunks.push(chunk))
  for (const [path, content] of Object.entries(files)) {
    const file = Object.assign(new ZipDeflate(path, { level: 9 }), { mtime })
    zip.add(file)
    file.push(new Uint8Array(content), true)
  }
  for (const { compressed, ...rest } of packed) {
    const file: ZipInputFile = { ...rest, compression: 8, mtime }
    zip.add(file)
    file.ondata?.(null, compressed, true)
  }
  zip.end()
  return Buffer.concat(chunks)
}

/** A web action cannot answer text in any other encoding, so the zip need not carry them. */
const uncompressed = (site: SiteFiles): SiteFiles =>
  Object.fromEntries(Object.entries(site).map(([path, { br: _, gzip: __, ...file }]) => [path, file]))

const text = (content: string): Uint8Array => new TextEncoder().encode(content)

function requiredBy(metafile: Metafile): readonly string[] {
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports)
  return [...new Set(imports.filter(({ external }) => external).map(({ path }) => path))]
}

function largestFirst(metafile: Metafile): ActionReport['inputs'] {
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs))
  const bytes = inputs.map(([path, { bytesInOutput }]) => [path, bytesInOutput] as const)
  return Object.fromEntries(bytes.filter(([, size]) => size > 0).sort(([, a], [, b]) => b - a))
}
