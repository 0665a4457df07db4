import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Unavailable } from '../../../ports/unavailable.ts'
import type { IbmDb } from './client.ts'
import { connectionString } from './connection-string.ts'
import { isGone, translatedDb2 } from './errors.ts'
import { Link } from './link.ts'
import type { Db2Settings } from './settings.ts'

/** Makes links. The server that answered last is asked first, so that one that is down costs its time limit once. */
export function opener(ibm: IbmDb, settings: Db2Settings): () => Promise<Link> {
  const { servers } = settings
  const certificate = certificateFile(settings.certificate)
  const connected = patiently(ibm, 1000 * (settings.connectTimeout + 2))
  let first = 0
  return async () => {
    let lost: unknown
    for (let tried = 0; tried < servers.length; tried++) {
      const at = (first + tried) % servers.length
      const server = servers[at] ?? servers[0]
      try {
        const link = await connected(connectionString(settings, server, certificate()))
        first = at
        return link
      } catch (error) {
        if (!isGone(error) && !(error instanceof Unavailable)) throw translatedDb2(error)
        lost = error
      }
    }
    throw translatedDb2(lost)
  }
}

/**
 * A handshake of TLS that nobody answers has no time limit in IBM's client, and keeps one of the few threads that a process
 * has for such work: so it is given up here, and not tried again while others still wait.
 */
function patiently(ibm: IbmDb, ms: number): (text: string) => Promise<Link> {
  let unanswered = 0
  return (text) => {
    if (unanswered >= mostUnanswered) throw new Unavailable('The database has not answered for some time')
    const database = new ibm.Database()
    return new Promise((resolve, reject) => {
      let isLate = false
      const timer = setTimeout(() => {
        isLate = true
        unanswered += 1
        reject(new Unavailable('The database did not answer in time'))
      }, ms)
      const done = () => {
        clearTimeout(timer)
        if (isLate) unanswered -= 1
      }
      database.open(text).then(
        () => {
          done()
          const link = new Link(database)
          if (isLate) void link.close().catch(() => {})
          else resolve(link)
        },
        (error) => {
          done()
          reject(error)
        },
      )
    })
  }
}

const mostUnanswered = 2

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
