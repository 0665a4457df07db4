import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { requestOf } from '../../edge/openwhisk.ts'
import { serveFile } from './serve-file.ts'
import type { SiteFile, SiteFiles } from './site-files.ts'

const file = (type: string, text: string, immutable = false): SiteFile => ({
  type,
  etag: `"${text.length}"`,
  immutable,
  body: Buffer.from(text).toString('base64'),
})
const files: SiteFiles = {
  '/index.html': file('text/html; charset=utf-8', '<base href="%BASE%"><p>Outlay</p>'),
  '/icon.svg': file('image/svg+xml', '<svg/>'),
  '/manifest.webmanifest': file('application/manifest+json', '{"name":"Outlay"}'),
  '/assets/main-ABC.js': file('text/javascript; charset=utf-8', 'ja()', true),
}

const get = (path: string, headers: object = {}, publicUrl = 'http://localhost:8080', method = 'get') => {
  const request = requestOf({ __ow_method: method, __ow_path: path, __ow_headers: headers })
  if (!request) throw new Error('no request')
  return serveFile(files, publicUrl, request).answered
}

const pages = suite('the page')

pages('is answered at every address that could be its own', () => {
  for (const path of ['/', '/index.html', '/reports', '/reports/0199aaaa-0000-7000-8000-000000000001']) {
    const { statusCode, headers, body } = get(path)
    assert.is(statusCode, 200, path)
    assert.is(headers['content-type'], 'text/html; charset=utf-8')
    assert.is(headers['cache-control'], 'no-cache')
    assert.is(body, '<base href="/"><p>Outlay</p>')
  }
})

pages('is not answered for a file that is missing, nor for the API', () => {
  for (const path of ['/assets/main-OLD.js', '/favicon.ico', '/v1/unknown', '/toString.x', '/.env']) {
    const { statusCode, headers } = get(path)
    assert.is(statusCode, 404, path)
    assert.is(headers['content-type'], 'application/problem+json')
  }
})

pages('knows the path that it lies under, by its base and by its tag', () => {
  const under = 'https://gw.example.org/a"b/outlay/'
  const { body, headers } = get('/a%22b/outlay/reports', {}, under)
  assert.is(body, '<base href="/a%22b/outlay/"><p>Outlay</p>')
  assert.is.not(headers.etag, get('/').headers.etag)
  assert.is(get('/a%22b/outlay/assets/main-ABC.js', {}, under).body, 'ja()')
  assert.is(get('/assets/main-ABC.js', {}, under).body, 'ja()')
  assert.is(get('/a%22b/outlay', {}, under).body, body)
})

pages('and its parts are found whatever a gateway leaves of the path', () => {
  const under = 'https://gw.example.org/api/v1/web/assets'
  for (const front of ['/api/v1/web/assets', '/v1/web/assets', '/assets', '']) {
    assert.is(get(`${front}/assets/main-ABC.js`, {}, under).body, 'ja()', front)
    assert.is(get(`${front}/reports`, {}, under).body, '<base href="/api/v1/web/assets/"><p>Outlay</p>', front)
  }
  assert.is(get('/api/v1/web/assets/assets/main-OLD.js', {}, under).statusCode, 404)
})

pages('may run its own script and style only, and lie in no frame', () => {
  const policy = String(get('/').headers['content-security-policy'])
  for (const part of ["default-src 'none'", "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'"]) {
    assert.ok(policy.includes(part), part)
  }
  assert.not.match(policy, /unsafe/)
  assert.is(get('/').headers['strict-transport-security'], undefined)
  assert.match(String(get('/', {}, 'https://outlay.example.org').headers['strict-transport-security']), /max-age=\d{8}/)
})

pages('has its policy with all that could be a document or a worker of its own, and not with its parts', () => {
  for (const path of ['/', '/icon.svg', '/manifest.webmanifest'])
    assert.ok(get(path).headers['content-security-policy'], path)
  const { headers } = get('/assets/main-ABC.js')
  assert.is(headers['content-security-policy'], undefined)
  assert.is(headers['x-content-type-options'], 'nosniff')
  assert.is(headers['cross-origin-resource-policy'], 'same-origin')
})

const parts = suite('its parts')

parts('are text, objects or base64, as a host takes each', () => {
  assert.is(get('/assets/main-ABC.js').body, 'ja()')
  assert.is(get('/icon.svg').body, Buffer.from('<svg/>').toString('base64'))
  assert.equal(get('/manifest.webmanifest').body, { name: 'Outlay' })
})

parts('are kept for ever when their name changes with them', () => {
  assert.match(String(get('/assets/main-ABC.js').headers['cache-control']), /immutable/)
  assert.is(get('/icon.svg').headers['cache-control'], 'no-cache')
})

parts('are not sent again to who has them', () => {
  const { statusCode, headers, body } = get('/icon.svg', { 'if-none-match': 'W/"6"' })
  assert.is(statusCode, 304)
  assert.is(headers.etag, '"6"')
  assert.is(body, undefined)
})

parts('are only to be read', () => {
  const { statusCode, headers } = get('/icon.svg', {}, undefined, 'post')
  assert.is(statusCode, 405)
  assert.is(headers.allow, 'GET, HEAD')
  assert.is(get('/icon.svg', {}, undefined, 'options').statusCode, 204)
  assert.is(get('/icon.svg', {}, undefined, 'head').statusCode, 200)
})

pages.run()
parts.run()
