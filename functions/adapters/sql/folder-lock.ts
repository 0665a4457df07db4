import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type Libsql from 'libsql'
import { Sentence } from '../../domain/sentence.ts'
import { isBusy, translated } from './errors.ts'

/**
 * Takes a data folder for this process alone, making the folder where there is none, and hands back how to let go of
 * it. Throws a `Sentence` when another process has it or nothing can be written there.
 *
 * The lock is an open exclusive transaction on a file of its own: the system lets go of it when the process dies,
 * however it dies, and a process number that is given out anew misleads nobody.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const { default: Database } = await import('libsql')
  const lock = attempt(folder, () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK | constants.X_OK)
    return new Database(join(folder, 'lock.db'))
  })
  attempt(folder, () => {
    lock.exec('begin exclusive')
    writeFileSync(join(folder, 'lock.pid'), String(process.pid))
  })
  held.add(lock)
  return () => {
    held.delete(lock)
    lock.close()
  }
}

/** What is held must not be collected as garbage: the lock would go with it. */
const held = new Set<Libsql.Database>()

function attempt<T>(folder: string, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    const trouble = isBusy(translated(cause)) ? `is in use by ${holder(folder)}` : 'cannot be written to'
    throw new Sentence(`The folder ${folder} ${trouble}.`, { cause })
  }
}

function holder(folder: string): string {
  try {
    return `process ${Number(readFileSync(join(folder, 'lock.pid'), 'utf8'))}`
  } catch {
    return 'another process'
  }
}
