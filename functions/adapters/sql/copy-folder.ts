import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { Sentence } from '../../domain/sentence.ts'

/**
 * Copies a data folder to `target`, while Outlay runs on it: each of these databases as of one moment, then the files, so
 * that a file which a row speaks of is there. Identity comes first: a person without a ledger yet is whole, a ledger's
 * owner without a ledger is not. `target` appears when all is in it. Throws a `Sentence`.
 */
export async function copyFolder(
  folder: string,
  target: string,
  inIt: readonly string[] = ['identity.db', 'ledger.db'],
): Promise<void> {
  const names = existsSync(folder) ? readdirSync(folder) : []
  const databases = inIt.filter((name) => names.includes(name))
  // where both planes are on servers, the keys are here all the same
  if (![...databases, 'keys.json'].some((name) => names.includes(name)))
    throw new Sentence(`There is nothing of Outlay in the folder ${folder}.`)
  const [first] = relative(folder, target).split(sep)
  // it would be in the copy after it
  if (first !== '..' && first !== 'backups')
    throw new Sentence(
      `${target} is in the folder that is copied; in there a backup has its place below ${join(folder, 'backups')}.`,
    )
  if (existsSync(target)) throw new Sentence(`${target} is there already; a backup overwrites nothing.`)

  const unfinished = `${target}.unfinished`
  try {
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(unfinished, { recursive: true, mode: 0o700 })
    for (const name of databases) await copyDatabase(join(folder, name), join(unfinished, name))
    for (const name of names.filter((one) => isKept(one, databases)))
      copyFiles(join(folder, name), join(unfinished, name))
    renameSync(unfinished, target)
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true })
    throw new Sentence(`The folder ${folder} could not be copied to ${target}${why(cause)}.`, { cause })
  }
}

/** A second connection that only reads: the one that writes neither waits for it nor is waited for. */
async function copyDatabase(file: string, target: string): Promise<void> {
  const { default: Database } = await import('libsql')
  const database = new Database(file, { timeout: 5_000 })
  try {
    database.prepare('vacuum into ?').run([target])
  } finally {
    database.close()
  }
}

/** What is gone meanwhile is passed over: a file of somebody who leaves, or one that had its half-made name. */
function copyFiles(from: string, to: string): void {
  try {
    if (statSync(from).isDirectory()) {
      mkdirSync(to, { mode: 0o700 })
      for (const name of readdirSync(from)) copyFiles(join(from, name), join(to, name))
    } else copyFileSync(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}

/** Objects, keys and whatever else a host keeps there, but no database's own files, whatever it is called, no lock and no other backup. */
function isKept(name: string, databases: readonly string[]): boolean {
  const [, stem = ''] = /^(.*?)(?:-wal|-shm|-journal)?$/.exec(name) ?? []
  return !databases.includes(stem) && !/\.db$/.test(stem) && !/^(lock\.pid|backups)$/.test(name)
}

function why(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' ? ` (${code})` : ''
}
