import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { parseId, type SessionId, type UserId } from '../../domain/ids.ts'
import { Sentence } from '../../domain/sentence.ts'
import type { Claims, TokenReader, TokenWriter } from '../../ports/tokens.ts'

/** Texts for the settings TOKEN_PRIVATE_KEY and TOKEN_PUBLIC_KEYS. */
export interface KeyTexts {
  readonly privateKey: string
  readonly publicKeys: string
}

/** As `openssl genpkey -algorithm ed25519 -outform der | base64` and `openssl pkey -pubout …` make them. */
export function newKeys(): KeyTexts {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    publicKeys: spki(publicKey).toString('base64'),
  }
}

/**
 * Reads tokens that any of these keys has signed: base64 of SPKI, one or more with white space or commas between them, so
 * that an old key is good until its last token has run out. Throws a `Sentence` when the text is something else.
 */
export function tokenReader(publicKeys: string, audience = usualAudience): TokenReader {
  const keys = new Map(publicKeysIn(publicKeys).map((key) => [headerOf(key), key]))

  const verified = new Map<string, Claims>()

  function verifiedClaims(token: string): Claims | undefined {
    const [header = '', payload = '', signature = '', ...more] = token.split('.')
    // The whole header is one of a few texts of ours, and each belongs to a key: nothing is ever chosen by a token.
    const key = keys.get(header)
    const signed = bytesIn(signature)
    if (!key || !signed || more.length > 0) return undefined
    if (!verify(null, Buffer.from(`${header}.${payload}`), key, signed)) return undefined
    return claimsIn(payload, audience)
  }

  return {
    read(token, now) {
      if (token.length > longest) return undefined
      // A page sends one token again and again: what was verified once stays so, and only time takes it away.
      const claims = verified.get(token) ?? verifiedClaims(token)
      if (claims && !verified.has(token)) {
        if (verified.size >= mostVerified) verified.clear()
        verified.set(token, claims)
      }
      return claims && now < claims.expiresMs ? claims : undefined
    },
  }
}

/** Signs with a key in base64 of PKCS #8. Throws a `Sentence` when the text is something else. */
export function tokenWriter(privateKey: string, audience = usualAudience): TokenWriter {
  const key = privateKeyIn(privateKey)
  const header = headerOf(createPublicKey(key))

  return {
    write({ userId, sessionId, level, issuedMs, expiresMs }) {
      const exp = Math.floor(expiresMs / 1000)
      const payload = encoded({ sub: userId, sid: sessionId, lvl: level, iat_ms: issuedMs, exp, aud: audience })
      const signature = sign(null, Buffer.from(`${header}.${payload}`), key)
      return `${header}.${payload}.${signature.toString('base64url')}`
    },
  }
}

const usualAudience = 'outlay'

/** Verifying a signature takes as long as reading a month's totals; a token remembered takes half a kilobyte. */
const mostVerified = 1_000

/** Characters; ours have about 400. */
const longest = 1024

/** A key's id is a hash of the key, so that the two can never be taken for each other's. */
function headerOf(key: KeyObject): string {
  const kid = createHash('sha256').update(spki(key)).digest('base64url').slice(0, 16)
  return encoded({ alg: 'EdDSA', kid, typ: 'at+jwt' })
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Strict base64url, where Buffer would pass over what does not belong and take several spellings of one thing. */
function bytesIn(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : undefined
}

/** Only asked of a payload whose signature holds; even so it must be exactly what we write. */
function claimsIn(payload: string, audience: string): Claims | undefined {
  const { sub, sid, lvl, iat_ms, exp, aud, ...more } = fieldsIn(payload)
  const userId = typeof sub === 'string' ? parseId<UserId>(sub) : undefined
  const sessionId = typeof sid === 'string' ? parseId<SessionId>(sid) : undefined
  if (!userId || !sessionId || aud !== audience || Object.keys(more).length > 0) return undefined
  if (!isWhole(lvl) || !isWhole(iat_ms) || !isWhole(exp)) return undefined
  return { userId, sessionId, level: lvl, issuedMs: iat_ms, expiresMs: exp * 1000 }
}

function fieldsIn(payload: string): Partial<Record<string, unknown>> {
  const bytes = bytesIn(payload)
  if (!bytes) return {}
  try {
    const value: unknown = JSON.parse(bytes.toString())
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

const spki = (key: KeyObject) => key.export({ type: 'spki', format: 'der' })

function privateKeyIn(text: string): KeyObject {
  return ed25519('The private key for tokens', () =>
    createPrivateKey({ key: Buffer.from(text, 'base64'), type: 'pkcs8', format: 'der' }),
  )
}

function publicKeysIn(texts: string): readonly KeyObject[] {
  const keys = texts.split(/[\s,]+/).filter((text) => text !== '')
  if (keys.length === 0) throw new Sentence('There is no public key for tokens.')
  return keys.map((text) =>
    ed25519('A public key for tokens', () =>
      createPublicKey({ key: Buffer.from(text, 'base64'), type: 'spki', format: 'der' }),
    ),
  )
}

/** The sentence says nothing of the text: it is, or is meant to be, a secret. */
function ed25519(what: string, read: () => KeyObject): KeyObject {
  let key: KeyObject | undefined
  try {
    key = read()
  } catch {
    // said below
  }
  if (key?.asymmetricKeyType !== 'ed25519') throw new Sentence(`${what} is not an Ed25519 key in base64.`)
  return key
}
