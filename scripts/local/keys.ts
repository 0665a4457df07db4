import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type KeyTexts, newKeys } from '../../functions/adapters/node/tokens.ts'
import { Sentence } from '../../functions/domain/sentence.ts'

export interface HostKeys extends KeyTexts {
  /** What the addresses of files are signed with. */
  readonly filesSecret: string
}

/** The keys that access tokens and addresses are signed with, made when the folder is new. Throws a `Sentence`. */
export function keysIn(folder: string): HostKeys {
  const kept = keptKeys(folder)
  if (kept?.filesSecret !== undefined) return { ...kept, filesSecret: kept.filesSecret }

  const keys = freshKeys(kept)
  const file = fileIn(folder)
  writeFileSync(`${file}.new`, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return keys
}

/** What is there of them, undefined in a new folder; folders from before there were files have no secret for their addresses. */
export function keptKeys(folder: string): (KeyTexts & { readonly filesSecret?: string }) | undefined {
  const text = read(fileIn(folder))
  return text === undefined ? undefined : parsed(text, fileIn(folder))
}

/** Made where there are none, kept by nobody yet. */
export const freshKeys = (kept?: KeyTexts): HostKeys => ({
  ...(kept ?? newKeys()),
  filesSecret: randomBytes(32).toString('base64url'),
})

const fileIn = (folder: string) => join(folder, 'keys.json')

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw new Sentence(`The file ${file} cannot be read.`, { cause })
  }
}

function parsed(text: string, file: string): KeyTexts & { readonly filesSecret?: string } {
  try {
    const { privateKey, publicKeys, filesSecret } = JSON.parse(text)
    if (typeof privateKey === 'string' && typeof publicKeys === 'string') {
      return { privateKey, publicKeys, ...(typeof filesSecret === 'string' && { filesSecret }) }
    }
  } catch {
    // said below
  }
  throw new Sentence(
    `The file ${file} does not hold keys. Restore it from a backup, or remove it: all log in anew then.`,
  )
}
