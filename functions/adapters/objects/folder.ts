import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import type { Clock } from '../../ports/clock.ts'
import type { ObjectKey, Objects, StoredObject } from '../../ports/objects.ts'
import { Unavailable } from '../../ports/unavailable.ts'

export interface FolderSettings {
  readonly folder: string
  /** Addresses begin with it. */
  readonly publicUrl: string
  /** What addresses are signed with; whoever knows it can open everything. */
  readonly secret: string
  readonly clock: Clock
}

/** Files in a folder, opened from outside by addresses that `openSigned` reads. A file is there whole or not at all. */
export function folderObjects(settings: FolderSettings): Objects {
  const { folder, publicUrl, clock } = settings
  return {
    async put(key, body) {
      const file = fileOf(folder, key)
      const half = join(folder, `.${randomUUID()}`)
      await reached(async () => {
        await mkdir(dirname(file), { recursive: true })
        await written(half, body)
        await rename(half, file)
      }).finally(() => rm(half, { force: true }))
    },

    get: (key) => unlessMissing(() => readFile(fileOf(folder, key))),

    head: (key) =>
      unlessMissing(async (): Promise<StoredObject> => {
        const { size } = await stat(fileOf(folder, key))
        return { bytes: size, type: typeOf(key) }
      }),

    async remove(key) {
      await reached(() => rm(fileOf(folder, key), { force: true }))
    },

    async signedUrl(key, { filename, type }, seconds) {
      const expires = String(Math.floor(clock.now() / 1000) + seconds)
      const query = new URLSearchParams({ expires, filename, type })
      query.set('signature', signatureOf(settings, key, query))
      return `${publicUrl}/files/${key}?${query}`
    },
  }
}

export interface Opened {
  readonly body: Uint8Array
  readonly filename: string
  readonly type: string
}

/** What an address that `signedUrl` has given out opens, while it is good: `path` is what follows `/files/`. */
export async function openSigned(settings: FolderSettings, path: string, query: string): Promise<Opened | undefined> {
  if (!isKey(path)) return undefined
  const given = new URLSearchParams(query)
  const signature = Buffer.from(given.get('signature') ?? '')
  given.delete('signature')
  const right = Buffer.from(signatureOf(settings, path, given))
  if (signature.length !== right.length || !timingSafeEqual(signature, right)) return undefined
  if (Number(given.get('expires')) * 1000 <= settings.clock.now()) return undefined

  const body = await unlessMissing(() => readFile(fileOf(settings.folder, path)))
  return body && { body, filename: given.get('filename') ?? '', type: given.get('type') ?? '' }
}

function signatureOf({ secret }: FolderSettings, key: string, query: URLSearchParams): string {
  return createHmac('sha256', secret).update(`${key}?${query}`).digest('base64url')
}

/** Nothing that could lead out of the folder: parts of plain letters, none of them beginning with a dot. */
function isKey(text: string): text is ObjectKey {
  return /^[A-Za-z0-9][\w.-]*(\/[A-Za-z0-9][\w.-]*)*$/.test(text)
}

function fileOf(folder: string, key: string): string {
  if (!isKey(key)) throw new RangeError('A key of an object is none.')
  return join(folder, key)
}

const types: { readonly [ending: string]: string } = { '.json': 'application/json', '.pdf': 'application/pdf' }
const typeOf = (key: string): string => types[extname(key)] ?? 'application/octet-stream'

async function written(file: string, body: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(body)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function unlessMissing<T>(read: () => Promise<T>): Promise<T | undefined> {
  return reached(read).catch((error) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })
}

/** A disk that is full or cannot be written may be mended while we run. */
async function reached<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE'].includes(codeOf(cause))) {
      throw new Unavailable('The folder of files cannot be used', { cause })
    }
    throw cause
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
