import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { Sentence } from '../domain/sentence.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { requestOf, webAction } from './openwhisk.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString()

const reading = suite('reading what a host hands over')

reading("takes OpenWhisk's raw-http parameters", () => {
  const request = requestOf({
    __ow_method: 'put',
    __ow_headers: { 'content-type': 'application/json', 'x-request-id': 'r-1' },
    __ow_path: '/v1/parcels/1',
    __ow_query: 'a=1&b=%20',
    __ow_body: base64('{"to":"Åsa"}'),
    env: {},
  })

  assert.is(request?.method, 'PUT')
  assert.is(request?.path, '/v1/parcels/1')
  assert.is(request?.query, 'a=1&b=%20')
  assert.is(request?.id, 'r-1')
  assert.is(text(request?.body()), '{"to":"Åsa"}')
})

reading("takes Code Engine's, with its spelling of names", () => {
  const request = requestOf({
    __ce_method: 'POST',
    __ce_headers: { 'Content-Type': 'application/json', 'X-Request-Id': 'r-2' },
    __ce_path: '/v1/parcels',
    __ce_query: '',
    __ce_body: base64('{}'),
    to: 'Asha',
  })

  assert.is(request?.method, 'POST')
  assert.is(request?.headers['content-type'], 'application/json')
  assert.is(request?.id, 'r-2')
  assert.is(text(request?.body()), '{}')
})

reading('takes JSON that a host left as it is, and text', () => {
  const body = (type: string, __ow_body: string) =>
    text(requestOf({ __ow_method: 'post', __ow_headers: { 'content-type': type }, __ow_body })?.body())

  assert.is(body('application/json', ' {"a":1}'), ' {"a":1}')
  assert.is(body('application/json', base64('12')), '12')
  assert.is(body('text/plain', 'YWJj'), 'YWJj')
})

reading('makes up what is missing', () => {
  const request = requestOf({ __ow_method: 'get' })

  assert.is(request?.path, '/')
  assert.is(request?.query, '')
  assert.match(request?.id ?? '', /^[0-9a-f-]{36}$/)
  assert.is(request?.body().length, 0)
  assert.is(requestOf({ __ow_method: 'get', __ow_path: 'v1/x' })?.path, '/v1/x')
})

reading('takes no request id that could do harm in a header or a log', () => {
  for (const id of ['a b', 'a\r\nset-cookie: x', 'a'.repeat(65), '']) {
    const request = requestOf({ __ow_method: 'get', __ow_headers: { 'x-request-id': id } })
    assert.match(request?.id ?? '', /^[0-9a-f-]{36}$/, JSON.stringify(id))
  }
})

reading('takes an event for no request', () => {
  assert.is(requestOf({}), undefined)
  assert.is(requestOf({ cron: '0 * * * *', __ow_method: 7 }), undefined)
})

reading('believes the host alone where a host spreads the fields of a body over the parameters', () => {
  const request = requestOf({ __ce_method: 'POST', __ce_path: '/v1/parcels', __ow_method: 'get', __ow_path: '/v1/me' })

  assert.equal([request?.method, request?.path], ['POST', '/v1/parcels'])
})

const answering = suite('an answer that no host carries')
const answered = (text: string) =>
  webAction(async () => ({ answered: { statusCode: 200, headers: {}, body: { text } } }))({ __ow_method: 'get' })

answering('is refused in our own words, and in bytes', async () => {
  const { statusCode, headers, body } = await answered('ä'.repeat(500_000))

  assert.is(statusCode, 413)
  assert.is(headers['content-type'], 'application/problem+json')
  assert.is(Object(body).code, 'answer-too-large')
  assert.is((await answered('ä'.repeat(499_000))).statusCode, 200)
})

const settings = suite('settings of a web action')
const envSeen = async (params: { readonly [name: string]: unknown }) => {
  const seen: unknown[] = []
  await webAction(async (_, env) => {
    seen.push(env)
    return { answered: { statusCode: 204, headers: {} } }
  })(params)
  return seen[0]
}

settings('are the bound parameter', async () => {
  assert.equal(await envSeen({ __ow_method: 'get', env: { PUBLIC_URL: 'x' } }), { PUBLIC_URL: 'x' })
})

settings('never come from the fields of a body, where a host spreads them over the parameters', async () => {
  assert.is(await envSeen({ __ce_method: 'POST', env: { TOKEN_PUBLIC_KEYS: 'mine' } }), undefined)
})

const logging = suite('the line of a request')

const asked = {
  __ow_method: 'get',
  __ow_headers: {
    'x-request-id': 'r1',
    authorization: 'Bearer abc',
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  },
  __ow_query: 'text=bread',
}

/** What is logged where an action that has entered a route throws this. */
async function lineOf(error: unknown): Promise<{ readonly [fact: string]: unknown }> {
  const write = process.stdout.write
  const lines: string[] = []
  const quiet = process.env.LOG
  delete process.env.LOG
  process.stdout.write = (line: string | Uint8Array) => lines.push(String(line)) > 0
  try {
    await webAction(async (_, __, enter) => {
      enter('/v1/users')
      throw error
    })(asked)
  } finally {
    process.stdout.write = write
    if (quiet !== undefined) process.env.LOG = quiet
  }
  return JSON.parse(lines.join(''))
}

logging(
  'names route and status, and of an error its name, its code and where it came from, never its message',
  async () => {
    function paying() {
      return Object.assign(new RangeError('asha@example.org\n    at lunch (/for/12.50:1:1)'), { code: 'ER_X' })
    }
    const { ms, at, ...line } = await lineOf(paying())
    assert.type(ms, 'number')
    assert.match(String(at), /^paying openwhisk\.test\.ts:\d+:\d+ < [^/]+$/)
    assert.equal(line, {
      event: 'request',
      id: 'r1',
      method: 'GET',
      route: '/v1/users',
      status: 500,
      trace: '0af7651916cd43dd8448eb211c80319c',
      error: 'RangeError',
      code: 'ER_X',
    })
  },
)

logging(
  'says of what cannot be reached why, and of a sentence what it says, but not where they came from',
  async () => {
    const refused = Object.assign(new Error('connect 10.0.0.7:3306'), { code: 'ECONNREFUSED' })
    const { ms, ...line } = await lineOf(new Unavailable('The database cannot be reached', { cause: refused }))
    assert.equal([line.error, line.cause, line.status, line.at], ['Unavailable', 'ECONNREFUSED', 503, undefined])
    assert.not.match(JSON.stringify(line), /10\.0\.0\.7/)

    const { why, at } = await lineOf(new Sentence('The setting PUBLIC_URL is missing.'))
    assert.equal([why, at], ['The setting PUBLIC_URL is missing.', undefined])
  },
)

reading.run()
answering.run()
settings.run()
logging.run()
