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
  if (!encoding || !body) return answer
  const others = answer.headers.filter(([name]) => name !== 'etag')
  const headers = [...others, ['etag', `W/${tag}`], ['content-encoding', encoding]] as const
  return { ...answer, headers, body: Buffer.from(body, 'base64') }
}

function accepts(accepted: string, encoding: Encoding): boolean {
  return accepted
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*q=/))
    .some(([name, quality]) => (name === encoding || name === '*') && Number(quality ?? 1) > 0)
}
