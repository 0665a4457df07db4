import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type BuildOptions, build, type Metafile } from 'esbuild'
import type { Zippable } from 'fflate'
import {
  besideTheBundle,
  type Driver,
  driverFile,
  drivers,
  sqliteByFolder,
  utf8mb4Only,
  virtual,
  withoutSchemaBuilder,
} from './plugins.ts'
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

export const actionNames = (): readonly string[] => readdirSync('functions/actions').sort()

/** One zip per action: `package.json`, the bundle at the handler's path, and the drivers that its ports ask for. */
export async function buildActions(site: SiteFiles): Promise<readonly ActionReport[]> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })

  const reports: ActionReport[] = []
  const bundledDrivers = await buildDrivers()
  for (const name of actionNames()) reports.push(await buildAction(name, site, bundledDrivers))
  return reports
}

type Bundled = ReadonlyMap<Driver, Uint8Array>

async function buildDrivers(): Promise<Bundled> {
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
  // the define makes its loader take the folder that it is told
  libsql: () => ({
    entryPoints: ['libsql'],
    define: { 'process.env.LIBSQL_JS_DEV': '"1"' },
    plugins: [sqliteByFolder],
  }),
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

async function buildAction(name: string, site: SiteFiles, bundledDrivers: Bundled): Promise<ActionReport> {
  const { outputFiles, metafile } = await build({
    ...forActions,
    entryPoints: [`functions/actions/${name}/action.ts`],
    plugins: [besideTheBundle, virtual('outlay:site', uncompressed(site))],
  })
  const bundle = outputFiles?.[0]?.contents
  if (!bundle || !metafile) throw new Error(`The bundle of ${name} is missing.`)

  // a development dependency: `npm start` builds no zip
  const { zipSync } = await import('fflate')
  const required = requiredBy(metafile)
  const carried = drivers.filter((driver) => required.includes(driverFile(driver)))
  const zip = zipSync(
    {
      'package.json': text(JSON.stringify({ main: `${name}.js` })),
      [`${name}.js`]: bundle,
      ...Object.fromEntries(
        carried.map((driver) => [driverFile(driver).slice(2), bundledDrivers.get(driver) ?? new Uint8Array()]),
      ),
    } satisfies Zippable,
    { level: 9, mtime },
  )
  const report = {
    name,
    bundle: bundle.length,
    zip: zip.length,
    drivers: Object.fromEntries(carried.map((driver) => [driver, bundledDrivers.get(driver)?.length ?? 0])),
    inputs: largestFirst(metafile),
    externals: required.filter((path) => !path.startsWith('./drivers/') && !path.startsWith('node:')),
  }
  writeFileSync(`${folder}/${name}.zip`, zip)
  writeFileSync(`${folder}/${name}.json`, `${JSON.stringify(report, null, 2)}\n`)
  return report
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
