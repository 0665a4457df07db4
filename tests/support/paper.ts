import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { leaveOut } from './left-out.ts'
import { programPath } from './programs.ts'

/** Where `scripts/test-setup` puts veraPDF. */
const verapdf = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'outlay', 'verapdf')

/** Named as left out where poppler's programs are missing. */
export function hasPoppler(what: string): boolean {
  if (programPath('pdftotext')) return true
  leaveOut(what, 'poppler is not installed; scripts/test-setup installs it on Debian')
  return false
}

/** Named as left out where Java or the validator is missing. */
export function hasVerapdf(what: string): boolean {
  if (programPath('javac') && jars().length > 0) return true
  leaveOut(what, 'Java or veraPDF is not installed; scripts/test-setup installs both on Debian')
  return false
}

function jars(): readonly string[] {
  try {
    return readdirSync(verapdf).filter((name) => name.endsWith('.jar'))
  } catch {
    return []
  }
}

export type Pages = { readonly [name: string]: Uint8Array }

export interface Folder {
  readonly path: (name: string) => string
  readonly remove: () => void
}

/** The documents as files, for programs that read files. */
export function asFiles(documents: Pages): Folder {
  const folder = mkdtempSync(join(tmpdir(), 'outlay-sheets-'))
  for (const [name, bytes] of Object.entries(documents)) writeFileSync(join(folder, `${name}.pdf`), bytes)
  return {
    path: (name) => join(folder, `${name}.pdf`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

type Program = 'pdftotext' | 'pdfinfo' | 'pdffonts' | 'pdftohtml'

export function poppler(program: Program, ...args: readonly string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
}

/** The text of the first file that lies in a document. */
export function fileIn(document: string): string {
  const file = `${document}.file`
  execFileSync('pdfdetach', ['-save', '1', '-o', file, document])
  return readFileSync(file, 'utf8')
}

/** The rules that each document breaks, by "monthly ua1"; an empty list for one that keeps them all. */
export function brokenRules(files: readonly string[], flavours: string): ReadonlyMap<string, readonly string[]> {
  const program = join('tests', 'sheets', 'verapdf', 'Validate.java')
  const { status, stdout, stderr } = spawnSync('java', ['-cp', join(verapdf, '*'), program, flavours, ...files], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`veraPDF ended with ${status}: ${stderr}`)

  const found = new Map<string, string[]>()
  let broken: string[] = []
  for (const line of stdout.split('\n')) {
    const [, document, flavour, checks] = /^(\S+)\.pdf (\w+) (\d+)$/.exec(line) ?? []
    if (document && flavour) {
      broken = Number(checks) > 100 ? [] : ['nothing was checked']
      found.set(`${document} ${flavour}`, broken)
    } else if (line.startsWith('  ')) {
      broken.push(line.trim())
    }
  }
  return found
}

/** The sentences that stand for pictures: the objects of the tag tree lie in the file as they are. */
export function alternatives(document: Uint8Array): readonly string[] {
  const source = Buffer.from(document).toString('latin1')
  return [...source.matchAll(/\/Alt <feff(\w*)>/g)].map(([, text = '']) =>
    Buffer.from(text, 'hex').swap16().toString('utf16le'),
  )
}
