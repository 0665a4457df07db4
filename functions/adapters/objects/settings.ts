import { Sentence } from '../../domain/sentence.ts'
import { type Given, given, type Reading } from '../given.ts'

/** One bucket of a store that speaks S3. */
export interface CosSettings {
  /** Scheme, host and port. */
  readonly endpoint: string
  readonly bucket: string
  /** A part of every signature; many stores take any. */
  readonly region: string
  /** Whether the bucket's name stands in the path or before the host. */
  readonly style: 'path' | 'host'
  /** An HMAC pair: addresses are signed with it and, without an API key, requests too. */
  readonly key: string
  readonly secret: string
  /** IBM's other way to say who asks; it cannot sign addresses. */
  readonly apiKey?: string
  /** Where tokens for the API key come from. */
  readonly iam: string
  /** What the store is told to encrypt with, where it does not do so by itself. */
  readonly sse?: 'AES256'
}

/** Where files lie. */
export type ObjectsSettings =
  | { readonly store: 'folder'; readonly folder: string }
  | { readonly store: 'cos'; readonly cos: CosSettings }

/** Reads `folder:<path>`, or what `parseCos` reads. Throws a `Sentence`. */
export function parseObjects(text: string): ObjectsSettings {
  const [, folder] = /^folder:(.+)$/.exec(text) ?? []
  return folder ? { store: 'folder', folder } : { store: 'cos', cos: parseCos(text) }
}

/**
 * Reads `cos://key:secret@endpoint/bucket?region=eu-de&style=path&sse=AES256&apiKey=…` (`cos+http://` for a store on this
 * machine) or the same as JSON. Throws a `Sentence`, without the text: secrets are in it.
 */
function parseCos(text: string): CosSettings {
  const settings = given(text, reading)
  const { key, secret } = pairIn(settings)
  const apiKey = settings.text('apiKey')
  const sse = settings.choice('sse', ['AES256'])
  return {
    endpoint: endpointIn(settings),
    bucket: settings.needed('bucket'),
    region: settings.text('region') ?? 'us-east-1',
    style: settings.choice('style', ['path', 'host']) ?? 'host',
    key,
    secret,
    iam: settings.text('iam') ?? 'https://iam.cloud.ibm.com/identity/token',
    ...(apiKey && { apiKey }),
    ...(sse && { sse }),
  }
}

const reading: Reading = {
  what: 'object storage',
  schemes: ['cos', 'cos+http'],
  parts: { user: 'key', password: 'secret', path: 'bucket' },
  more: ['endpoint', 'region', 'style', 'sse', 'apiKey', 'iam'],
}

/** A browser that follows a signed address has no token: only an HMAC pair lets it in. */
function pairIn(settings: Given): { readonly key: string; readonly secret: string } {
  const [key, secret] = [settings.text('key'), settings.text('secret')]
  if (key && secret) return { key, secret }
  if (!settings.text('apiKey')) return { key: settings.needed('key'), secret: settings.needed('secret') }
  throw new Sentence(
    'The object storage settings have an API key, which cannot sign addresses for downloads: add key and secret, by creating the service credential with HMAC.',
  )
}

function endpointIn(settings: Given): string {
  const endpoint = settings.text('endpoint') ?? addressOf(settings)
  if (!/^https?:\/\/[^/?#@]+\/?$/.test(endpoint) || !URL.canParse(endpoint)) {
    throw new Sentence('The object storage settings name an endpoint that is not https:// and a host.')
  }
  return new URL(endpoint).origin
}

function addressOf(settings: Given): string {
  const scheme = settings.text('scheme') === 'cos+http' ? 'http' : 'https'
  const host = settings.needed('host')
  const port = settings.whole('port')
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}${port ? `:${port}` : ''}`
}
