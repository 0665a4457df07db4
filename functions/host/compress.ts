import { promisify } from 'node:util'
import { gzip, type ZlibOptions } from 'node:zlib'
import type { SiteFiles } from '../actions/site/site-files.ts'
import type { Outgoing } from './controller.ts'

type Encoding = 'br' | 'gzip'

/**
 * Puts a file of the site in the form that the build has compressed, as a gateway or CDN in front of OpenWhisk would:
 * the text of a web action cannot be compressed by the action. A page that was filled in is left as it is.
 */
export function compressed(answer: Outgoing, path: string, accepted: string, files: SiteFiles): Outgoing {
  const file = Object.hasOwn(files, path) ? files[path] : undefined
  const tag = answer.headers.find(([name]) => name === 'etag')?.[1]
  if (answer.status !== 200 || answer.body.length === 0 || !file || file.etag !== tag) return answer

  const encoding = (['br', 'gzip'] as const).find((known) => file[known] !== undefined && accepts(accepted, known))
  const body = encoding && file[encoding]
  return encoding && body ? encoded(answer, encoding, Buffer.from(body, 'base64')) : answer
}

/** Letters of an answer that fill more than one packet. */
const worthIt = 1_400

/**
 * The same for figures and lists, as they are made. Only what was asked for by GET: an answer that holds a secret, such as
 * a token, must not get shorter where somebody else guesses a part of it.
 */
export async function squeezed(answer: Outgoing, method: string, accepted: string): Promise<Outgoing> {
  const { status, body } = answer
  const isLong = typeof body === 'string' && body.length >= worthIt
  if (status !== 200 || !isLong || method !== 'GET' || !accepts(accepted, 'gzip')) return answer
  const { headers, ...rest } = encoded(answer, 'gzip', await packed(body, { level: 4 }))
  return { ...rest, headers: [...headers, ['vary', 'accept-encoding']] }
}

const packed = promisify<string, ZlibOptions, Buffer>(gzip)

/** In other bytes: what tells them apart is weak from now on. */
function encoded(answer: Outgoing, encoding: Encoding, body: Buffer): Outgoing {
  const headers = answer.headers.map(([name, value]) => [name, name === 'etag' ? `W/${value}` : value] as const)
  return { ...answer, headers: [...headers, ['content-encoding', encoding]], body }
}

/** What is said of the encoding itself counts, and only without that what is said of all. */
function accepts(accepted: string, encoding: Encoding): boolean {
  if (accepted === '') return false
  const parts = accepted
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*q=/))
  const said = [encoding, '*'].map((wanted) => parts.find(([name]) => name === wanted)).find(Boolean)
  return said !== undefined && Number(said[1] ?? 1) > 0
}
