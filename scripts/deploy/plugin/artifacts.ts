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

/** The text of an action's bundle. */
export function bundleOf({ handler = '', package: made }: FunctionEntry, folder: string): string {
  const entries = entriesOf(join(folder, made?.artifact ?? ''))
  return text.decode(entries?.[handler.replace(/\.[^./]*$/, '.js')] ?? new Uint8Array())
}

const requiredBy = (code: string): readonly string[] =>
  [...code.matchAll(/\b(?:require|import)\("(\.[^"]+)"\)/g)].map(([, path = '']) => path)

function entriesOf(file: string): { readonly [path: string]: Uint8Array } | undefined {
  try {
    // the client of Db2 is a hundred times the rest, and nothing to look at
    return unzipSync(readFileSync(file), { filter: ({ name }) => !name.startsWith('dist/db2/') })
  } catch {
    return undefined
  }
}
