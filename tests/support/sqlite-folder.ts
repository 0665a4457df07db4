import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'

/** Where SQLite's native part lies, for a bundle that carries none: what OUTLAY_SQLITE is set to. */
export function sqliteFolder(): string {
  const installed = readdirSync('node_modules/@libsql').find((name) => !name.endsWith('musl'))
  if (!installed) throw new Error('No platform package of SQLite is installed.')
  const fromLibsql = createRequire(createRequire(import.meta.url).resolve('libsql'))
  return dirname(fromLibsql.resolve(`@libsql/${installed}/package.json`))
}
