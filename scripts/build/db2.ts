import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { ZipInputFile } from 'fflate'
import { Sentence } from '../../functions/domain/sentence.ts'

/** Where `npm run db2:install` puts driver and client; a zip carries what it needs of them at the same place. */
const folder = 'dist/db2'

/** Files, and folders with all that is in them. */
const parts = [
  'node_modules/ibm_db/package.json',
  'node_modules/ibm_db/LICENSE',
  'node_modules/ibm_db/lib',
  'node_modules/ibm_db/build/Release/odbc_bindings.node',
  'node_modules/bindings/package.json',
  'node_modules/bindings/bindings.js',
  'node_modules/file-uri-to-path/package.json',
  'node_modules/file-uri-to-path/index.js',
  'clidriver/lib/libdb2.so.1',
  // encryption
  'clidriver/lib/icc',
  'clidriver/cfg',
  'clidriver/conv',
  'clidriver/msg',
  'clidriver/license',
  'ibm_db.libs',
]

/** A file that was compressed once and goes into many zips. */
export interface Packed extends Pick<ZipInputFile, 'filename' | 'size' | 'crc'> {
  readonly compressed: Uint8Array<ArrayBuffer>
}

/** Paths of what is needed to speak to Db2, below the project's folder. Throws a `Sentence` where it is not installed. */
export function db2Files(): readonly string[] {
  if (!existsSync(join(folder, 'node_modules/ibm_db'))) {
    throw new Sentence('The Db2 driver cannot be carried along, for it is not here: run `npm run db2:install` first.')
  }
  return parts.flatMap(filesIn).map((place) => posix.join(folder, place))
}

/** The same, compressed for the zips of actions. */
export async function packDb2(): Promise<readonly Packed[]> {
  const { ZipDeflate } = await import('fflate')
  const packed: Packed[] = []
  for (const path of db2Files()) {
    const chunks: Uint8Array[] = []
    // three seconds at the usual level; the highest takes ten and saves a hundredth
    const file = new ZipDeflate(path)
    file.ondata = (_, chunk) => chunks.push(chunk)
    file.push(readFileSync(path), true)
    packed.push({ filename: file.filename, size: file.size, crc: file.crc, compressed: Buffer.concat(chunks) })
  }
  return packed
}

/** What a client of one's own lacks is left out: where it is needed, the driver says so when it is loaded. */
function filesIn(part: string): readonly string[] {
  const path = join(folder, part)
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [part]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(posix.join(part, name)))
}
