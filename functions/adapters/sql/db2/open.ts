import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import type { Watch } from '../watch.ts'
import { Db2Adapter } from './adapter.ts'
import { type IbmDb, loadIbmDb } from './client.ts'
import { Db2QueryCompiler } from './compiler.ts'
import { connectionString } from './connection-string.ts'
import { Db2Driver } from './driver.ts'
import { isGone } from './errors.ts'
import { Link } from './link.ts'
import { LinkPool, type Patience } from './pool.ts'
import type { Db2Settings } from './settings.ts'

export interface Db2Options {
  readonly onStatement?: Watch
  readonly patience?: Patience
}

/** Opens Db2; connects at the first statement and not before. Throws a `Sentence` where IBM's driver is not here. */
export async function openDb2<Tables>(settings: Db2Settings, options: Db2Options = {}): Promise<Kysely<Tables>> {
  const ibm = loadIbmDb()
  const pool = new LinkPool(opener(ibm, settings), settings.connections ?? 1, options.patience)
  return new Kysely<Tables>({
    dialect: {
      createDriver: () => new Db2Driver(pool, options.onStatement),
      createQueryCompiler: () => new Db2QueryCompiler(),
      createAdapter: () => new Db2Adapter(),
      createIntrospector: () => {
        throw new Error('The schema is known from the migrations')
      },
    },
  })
}

/** The server that answered last is asked first, so that one that is down costs its time limit once. */
function opener(ibm: IbmDb, settings: Db2Settings): () => Promise<Link> {
  const { servers } = settings
  const certificate = certificateFile(settings.certificate)
  let first = 0
  return async () => {
    let lost: unknown
    for (let tried = 0; tried < servers.length; tried++) {
      const at = (first + tried) % servers.length
      const server = servers[at] ?? servers[0]
      try {
        const link = await connected(ibm, connectionString(settings, server, certificate()))
        first = at
        return link
      } catch (error) {
        if (!isGone(error)) throw error
        lost = error
      }
    }
    throw lost
  }
}

async function connected(ibm: IbmDb, text: string): Promise<Link> {
  const database = new ibm.Database()
  await database.open(text)
  return new Link(database)
}

/** IBM's client reads certificates from files only: a text is put into one, which is gone with this process. */
function certificateFile(certificate: string | undefined): () => string | undefined {
  if (!certificate?.includes('-----BEGIN')) return () => certificate
  let file: string | undefined
  return () => {
    if (file) return file
    const folder = mkdtempSync(join(tmpdir(), 'outlay-certificate-'))
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    file = join(folder, 'authority.pem')
    writeFileSync(file, certificate)
    return file
  }
}
