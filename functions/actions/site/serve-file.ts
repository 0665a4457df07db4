import { etagMatches } from '../../edge/conditional.ts'
import type { Outcome } from '../../edge/openwhisk.ts'
import type { Request } from '../../edge/request.ts'
import { type Answered, refused } from '../../edge/response.ts'
import type { SiteFile, SiteFiles } from './site-files.ts'

/**
 * Answers with a file of the site, or with its page for every address that could be one of the page's own. Files go out
 * uncompressed: a web action's text cannot be anything else, so compressing is left to the host and to what is in front.
 */
export function serveFile(files: SiteFiles, publicUrl: string, request: Request): Outcome {
  const { protocol, pathname } = new URL(publicUrl)
  const base = pathname.replace(/\/*$/, '/')
  const file = foundBelow(files, base, request.path)
  if (!file) return { answered: refused({ kind: 'not-found' }, request.id) }
  if (request.method !== 'GET' && request.method !== 'HEAD') return { answered: wrongMethod(request), route: '/' }

  const etag = file.isPage ? etagUnder(base, file.etag) : file.etag
  const headers = {
    ...(file.immutable ? partGuards : guards),
    ...(protocol === 'https:' && hsts),
    ...caching(file),
    etag,
  }
  if (etagMatches(request.headers['if-none-match'] ?? '', etag)) {
    return { answered: { statusCode: 304, headers }, route: file.path }
  }
  const answered = { statusCode: 200, headers: { ...headers, 'content-type': file.type }, body: bodyOf(file, base) }
  return { answered, route: file.path }
}

interface Found extends SiteFile {
  readonly path: string
  readonly isPage: boolean
}

/**
 * A gateway on a shared host hands on the whole path, what is below its own address, or what is below ours. What is left
 * of our base in front is taken off, the longest part first; a file that lies just there comes before that.
 */
function foundBelow(files: SiteFiles, base: string, path: string): Found | undefined {
  const names = base.split('/').slice(1, -1)
  const fronts = names.map((_, n) => `/${names.slice(n).join('/')}/`).filter((front) => `${path}/`.startsWith(front))
  const below = fronts.map((front) => path.slice(front.length - 1) || '/')
  const all = (fronts[0] === base ? below : [path, ...below]).map((place) => fileAt(files, place))
  return all.find((file) => file && !file.isPage) ?? all.at(-1)
}

function fileAt(files: SiteFiles, path: string): Found | undefined {
  const file = Object.hasOwn(files, path) ? files[path] : undefined
  if (file && path !== page) return { ...file, path, isPage: false }
  const isAddress = !path.startsWith('/v1/') && !path.slice(path.lastIndexOf('/')).includes('.')
  const main = path === page || isAddress ? files[page] : undefined
  return main && { ...main, path: page, isPage: true }
}

const page = '/index.html'

/** The page is not the same page below another path. */
const etagUnder = (base: string, etag: string) => etag.replace(/"$/, `.${encodeURIComponent(base)}"`)

/** Text as text, JSON as an object and all else in base64, as OpenWhisk wants it. */
function bodyOf({ type, body, isPage }: Found, base: string): unknown {
  if (/^application\/(\w+\+)?json\b/.test(type)) return JSON.parse(textIn(body))
  if (!/;\s*charset=/i.test(type)) return body
  return isPage ? textIn(body).replaceAll('%BASE%', inAttribute(base)) : textIn(body)
}

const textIn = (base64: string) => Buffer.from(base64, 'base64').toString()

const inAttribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

function caching({ immutable }: SiteFile) {
  return { 'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache', vary: 'accept-encoding' }
}

function wrongMethod({ method, id }: Request): Answered {
  const allow = 'GET, HEAD'
  if (method === 'OPTIONS') return { statusCode: 204, headers: { ...guards, allow } }
  const { headers, ...rest } = refused({ kind: 'method-not-allowed' }, id)
  return { ...rest, headers: { ...headers, allow } }
}

const hsts = { 'strict-transport-security': 'max-age=31536000' }

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // the one policy: the address of the service worker
  'trusted-types outlay-worker',
]

/** For what a page takes into itself, where the page's own policy holds: two dozen parts need not say it again. */
const partGuards = {
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** For what is a document or a worker of its own. */
const guards = {
  ...partGuards,
  'content-security-policy': policy.join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
}
