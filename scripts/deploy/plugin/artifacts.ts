import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { FunctionEntry } from './tool.ts'

const text = new TextDecoder()

/** One sentence per zip that would deploy without a word and fail when it is first called. */
export function faultsOfArtifact(
  name: string,
  { handler = '', package: made }: FunctionEntry,
  folder: string,
): string[] {
  const entries = entriesOf(join(folder, made?.artifact ?? ''))
  if (!entries) return [`${name}: there is no zip ${made?.artifact}: run npm run build.`]

  const file = handler.replace(/\.[^./]*$/, '.js')
  const bundle = entries[file]
  if (!bundle) return [`${name}: its zip has no ${file}, which its handler names.`]
  return requiredBy(text.decode(bundle))
    .filter((path) => !(join(file, '..', path) in entries))
    .map((path) => `${name}: its bundle asks for ${path}, which its zip does not have.`)
}

/** Where people are kept in Db2: a sentence if the action asks for them and has no client to do so. */
export function faultsOfDb2(name: string, entry: FunctionEntry, folder: string): string[] {
  const asksFor = requiredBy(bundleOf(entry, folder))
  const entries = entriesOf(join(folder, entry.package?.artifact ?? ''))
  if (!asksFor.includes('./drivers/db2.cjs') || (entries && driver in entries)) return []
  return [`${name}: people are in Db2, and its zip has no client for it: run npm run build -- --db2.`]
}

/** The text of an action's bundle. */
export function bundleOf({ handler = '', package: made }: FunctionEntry, folder: string): string {
  const entries = entriesOf(join(folder, made?.artifact ?? ''))
  return text.decode(entries?.[handler.replace(/\.[^./]*$/, '.js')] ?? new Uint8Array())
}

const requiredBy = (code: string): readonly string[] =>
  [...code.matchAll(/\b(?:require|import)\("(\.[^"]+)"\)/g)].map(([, path = '']) => path)

const driver = 'dist/db2/node_modules/ibm_db/package.json'

function entriesOf(file: string): { readonly [path: string]: Uint8Array } | undefined {
  try {
    // the client of Db2 is a hundred times the rest, and nothing to look at
    const isLookedAt = ({ name }: { readonly name: string }) => !name.startsWith('dist/db2/') || name === driver
    return unzipSync(readFileSync(file), { filter: isLookedAt })
  } catch {
    return undefined
  }
}
