import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type KeyTexts, newKeys } from '../../functions/adapters/node/tokens.ts'
import { Sentence } from '../../functions/domain/sentence.ts'

/** The keys that access tokens are signed with, made when the folder is new. Throws a `Sentence`. */
export function keysIn(folder: string): KeyTexts {
  const file = join(folder, 'keys.json')
  const text = read(file)
  if (text !== undefined) return parsed(text, file)

  const keys = newKeys()
  writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  return keys
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw new Sentence(`The file ${file} cannot be read.`, { cause })
  }
}

function parsed(text: string, file: string): KeyTexts {
  try {
    const { privateKey, publicKeys } = JSON.parse(text)
    if (typeof privateKey === 'string' && typeof publicKeys === 'string') return { privateKey, publicKeys }
  } catch {
    // said below
  }
  throw new Sentence(
    `The file ${file} does not hold keys. Restore it from a backup, or remove it: all log in anew then.`,
  )
}
