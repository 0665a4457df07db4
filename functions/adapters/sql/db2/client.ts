import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Sentence } from '../../../domain/sentence.ts'

// What is used of ibm_db, by the names that its documentation has for it. Its pool is not, nor its `commitTransaction`,
// which reports every failure as a success; nor is `query` for rows: errors of reading them, and values with them, it
// writes to the console.

export interface IbmDb {
  readonly Database: new () => Database
}

export interface Database {
  open(connectionString: string): Promise<unknown>
  close(): Promise<unknown>
  query(sql: string): Promise<unknown>
  prepare(sql: string): Promise<Statement>
  /** True, or what is wrong: it is not thrown. Sends nothing by itself. */
  setAttrSync(attribute: number, value: number): unknown
  /** What the client knows of the server; throws where it knows that the connection is no more. Sends nothing. */
  getInfoSync(what: number): unknown
}

export interface Statement {
  execute(parameters: readonly Parameter[]): Promise<Result>
  setAttrSync(attribute: number, value: number): unknown
  close(): Promise<unknown>
}

export interface Result {
  getColumnNamesSync(): readonly string[]
  getAffectedRowsSync(): number
  /** Rows as arrays, by mode 3. */
  fetchAll(how: { readonly fetchMode: 3 }): Promise<readonly (readonly unknown[])[]>
}

/** Text or null; or, as the driver's own list, a whole number: input, from text, a BIGINT, its digits, no length. */
export type Parameter = string | null | readonly [1, 1, -5, string, 0]

/**
 * The driver, which lies in a folder of its own with IBM's client: `dist/db2`, of the project or of an action's zip. Throws
 * a `Sentence` that says what to do where it is missing or cannot be loaded.
 */
export function loadIbmDb(from = dirname(fileURLToPath(import.meta.url))): IbmDb {
  const folder = folderAbove(from)
  if (!folder) {
    throw new Sentence(
      'Db2 is configured but its driver is not here: run `npm run db2:install`, and for functions `npm run build -- --db2`.',
    )
  }
  try {
    return createRequire(join(folder, 'package.json'))('ibm_db')
  } catch (cause) {
    const [reason = 'no reason given'] = cause instanceof Error ? cause.message.split('\n') : []
    throw new Sentence(`The Db2 driver in ${folder} cannot be loaded (${reason}): run \`npm run db2:install\` again.`, {
      cause,
    })
  }
}

function folderAbove(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const place = join(folder, 'dist', 'db2')
    if (existsSync(join(place, 'node_modules', 'ibm_db'))) return place
    if (folder === dirname(folder)) return undefined
  }
}
