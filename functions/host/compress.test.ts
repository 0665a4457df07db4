import { gunzipSync } from 'node:zlib'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { SiteFiles } from '../actions/site/site-files.ts'
import { compressed, squeezed } from './compress.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')
const file = { type: 'text/javascript; charset=utf-8', immutable: true, body: base64('ja()') }
const files: SiteFiles = {
  '/assets/a.js': { ...file, etag: '"a"', br: base64('by brotli'), gzip: base64('by gzip') },
  '/assets/b.js': { ...file, etag: '"b"' },
}
const plain = { status: 200, headers: [['etag', '"a"'] as const], body: 'ja()' }
const encodingFor = (accepted: string) => {
  const { headers, body } = compressed(plain, '/assets/a.js', accepted, files)
  return [headers.find(([name]) => name === 'content-encoding')?.[1], String(body)]
}

const compressing = suite('compressing the site')

compressing('takes the best that the caller takes', () => {
  assert.equal(encodingFor('gzip, deflate, br'), ['br', 'by brotli'])
  assert.equal(encodingFor('gzip'), ['gzip', 'by gzip'])
  assert.equal(encodingFor('br;q=0, gzip;q=0.5'), ['gzip', 'by gzip'])
  assert.equal(encodingFor('*'), ['br', 'by brotli'])
  assert.equal(encodingFor('*, br;q=0'), ['gzip', 'by gzip'])
  assert.equal(encodingFor('gzip;q=0, br;q=0, *'), [undefined, 'ja()'])
  assert.equal(encodingFor('identity'), [undefined, 'ja()'])
  assert.equal(encodingFor(''), [undefined, 'ja()'])
})

compressing('makes the tag weak, for the bytes are others', () => {
  const { headers } = compressed(plain, '/assets/a.js', 'br', files)
  assert.equal(headers, [
    ['etag', 'W/"a"'],
    ['content-encoding', 'br'],
  ])
})

compressing('leaves alone what was not compressed, was filled in, or was not sent', () => {
  const b = { ...plain, headers: [['etag', '"b"'] as const] }
  assert.is(compressed(b, '/assets/b.js', 'br', files), b)
  const filledIn = { ...plain, headers: [['etag', '"a.%2F"'] as const] }
  assert.is(compressed(filledIn, '/assets/a.js', 'br', files), filledIn)
  const head = { ...plain, body: '' }
  assert.is(compressed(head, '/assets/a.js', 'br', files), head)
  const unchanged = { ...plain, status: 304 }
  assert.is(compressed(unchanged, '/assets/a.js', 'br', files), unchanged)
  assert.is(compressed(plain, '/toString', 'br', files), plain)
})

const squeezing = suite('compressing an answer')

const list = JSON.stringify(Array.from({ length: 100 }, (_, n) => ({ id: n, payee: 'Green Row Market' })))
const long = { status: 200, headers: [['etag', '"7"'] as const], body: list }

squeezing('makes it shorter, says how, and makes its tag weak', async () => {
  const { headers, body } = await squeezed(long, 'GET', 'gzip, br')

  assert.is(gunzipSync(Buffer.from(body)).toString(), list)
  assert.ok(body.length < list.length / 4)
  assert.equal(headers, [
    ['etag', 'W/"7"'],
    ['content-encoding', 'gzip'],
    ['vary', 'accept-encoding'],
  ])
})

squeezing('leaves alone what may hold a secret, is short, went wrong, or would not be understood', async () => {
  assert.is(await squeezed(long, 'POST', 'gzip'), long)
  assert.is(await squeezed(long, 'GET', 'br'), long)
  const short = { ...long, body: '{}' }
  assert.is(await squeezed(short, 'GET', 'gzip'), short)
  const wrong = { ...long, status: 500 }
  assert.is(await squeezed(wrong, 'GET', 'gzip'), wrong)
})

compressing.run()
squeezing.run()
