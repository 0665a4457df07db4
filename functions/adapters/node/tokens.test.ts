import { createHmac, generateKeyPairSync } from 'node:crypto'
import * as fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { SessionId, UserId } from '../../domain/ids.ts'
import type { Claims } from '../../ports/tokens.ts'
import { newKeys, tokenReader, tokenWriter } from './tokens.ts'

const now = Date.UTC(2026, 2, 15, 12)
const claims: Claims = {
  userId: '01890000-0000-7000-8000-000000000001' as UserId,
  sessionId: '01890000-0000-7000-8000-000000000002' as SessionId,
  level: 1,
  issuedMs: now + 7,
  expiresMs: now + 600_000,
}

const keys = newKeys()
const token = tokenWriter(keys.privateKey).write(claims)
const reader = tokenReader(keys.publicKeys)
const [header = '', payload = '', signature = ''] = token.split('.')

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
const kid: string = decode(header).kid

const tokens = suite('an access token')

tokens('says what was written, until it runs out', () => {
  assert.equal(reader.read(token, now), claims)
  assert.equal(reader.read(token, claims.expiresMs - 1), claims)
  assert.is(reader.read(token, claims.expiresMs), undefined)
})

tokens('is a compact JWS with the claims of the design', () => {
  assert.equal(Object.keys(decode(header)), ['alg', 'kid', 'typ'])
  assert.equal(decode(payload), {
    sub: claims.userId,
    sid: claims.sessionId,
    lvl: 1,
    iat_ms: claims.issuedMs,
    exp: claims.expiresMs / 1000,
    aud: 'outlay',
  })
})

tokens('is never good longer than was asked for', () => {
  const odd = tokenWriter(keys.privateKey).write({ ...claims, expiresMs: now + 999 })
  assert.is(reader.read(odd, now + 1), undefined)
})

tokens('is read by whoever has its key among several, and by nobody else', () => {
  const other = newKeys()
  const both = tokenReader(`${other.publicKeys},\n${keys.publicKeys}`)

  assert.equal(both.read(token, now), claims)
  assert.equal(both.read(tokenWriter(other.privateKey).write(claims), now), claims)
  assert.is(tokenReader(other.publicKeys).read(token, now), undefined)
})

tokens('is for one audience', () => {
  const elsewhere = tokenWriter(keys.privateKey, 'elsewhere').write(claims)
  assert.is(reader.read(elsewhere, now), undefined)
  assert.equal(tokenReader(keys.publicKeys, 'elsewhere').read(elsewhere, now), claims)
})

const forgedHeaders = {
  'an alg of none': { alg: 'none', kid, typ: 'at+jwt' },
  'another alg': { alg: 'HS256', kid, typ: 'at+jwt' },
  'another spelling of alg': { alg: 'eddsa', kid, typ: 'at+jwt' },
  'an unknown kid': { alg: 'EdDSA', kid: 'AAAAAAAAAAAAAAAA', typ: 'at+jwt' },
  'a kid of another type': { alg: 'EdDSA', kid: [kid], typ: 'at+jwt' },
  'no kid': { alg: 'EdDSA', typ: 'at+jwt' },
  'a key of its own': { alg: 'EdDSA', kid, typ: 'at+jwt', jwk: { kty: 'OKP' } },
  'a critical extension': { alg: 'EdDSA', kid, typ: 'at+jwt', crit: ['b64'], b64: false },
  'another typ': { alg: 'EdDSA', kid, typ: 'JWT' },
}
for (const [what, forged] of Object.entries(forgedHeaders)) {
  tokens(`is refused with ${what}`, () => {
    assert.is(reader.read(`${encode(forged)}.${payload}.${signature}`, now), undefined)
    assert.is(reader.read(`${encode(forged)}.${payload}.`, now), undefined)
  })
}

tokens('is refused when it is signed by its public key as a shared secret', () => {
  const head = encode({ alg: 'HS256', kid, typ: 'at+jwt' })
  for (const secret of [keys.publicKeys, Buffer.from(keys.publicKeys, 'base64')]) {
    const mac = createHmac('sha256', secret).update(`${head}.${payload}`).digest('base64url')
    assert.is(reader.read(`${head}.${payload}.${mac}`, now), undefined)
  }
})

tokens('is refused when anything in it is changed', () => {
  const seed = Number(process.env.SEED ?? Date.now())
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n'
  const place = fc.nat({ max: token.length - 1 })
  const character = fc.constantFrom(...alphabet)
  const refused = (at: number, put: string, cut: number) => {
    const changed = token.slice(0, at) + put + token.slice(at + cut)
    if (changed !== token) assert.is(reader.read(changed, now), undefined, changed)
  }
  fc.assert(fc.property(place, character, fc.nat({ max: 2 }), refused), { numRuns: 300, seed })
})

tokens('is refused in any other shape', () => {
  const shapes = [
    '',
    '.',
    '..',
    header,
    `${header}.${payload}`,
    `${token}.`,
    `.${token}`,
    ` ${token}`,
    `${token}=`,
    `${token}\n`,
  ]
  for (const shape of [...shapes, `${token}${'A'.repeat(2000)}`]) assert.is(reader.read(shape, now), undefined)
})

const strange = {
  'a user that is no id': { ...claims, userId: 'asha' as UserId },
  'a session that is no id': { ...claims, sessionId: '' as SessionId },
  'a level that is no whole number': { ...claims, level: 1.5 },
  'an instant before time': { ...claims, issuedMs: -1 },
}
for (const [what, wrong] of Object.entries(strange)) {
  tokens(`is refused with ${what}, even when it is signed`, () => {
    assert.is(reader.read(tokenWriter(keys.privateKey).write(wrong), now), undefined)
  })
}

tokens.run()

const texts = suite('the text of a key')

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const rsaPublic = rsa.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')

texts('is explained in a sentence that does not repeat it', () => {
  for (const text of ['secret-text', '', keys.publicKeys]) {
    assert.throws(() => tokenWriter(text), 'The private key for tokens is not an Ed25519 key in base64.')
  }
  for (const text of ['secret-text', keys.privateKey, rsaPublic]) {
    assert.throws(() => tokenReader(text), 'A public key for tokens is not an Ed25519 key in base64.')
  }
  assert.throws(() => tokenReader(' , '), 'There is no public key for tokens.')
})

texts.run()
