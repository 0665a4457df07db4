import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { answerOf, type Incoming, invoke, limit, paramsOf } from './controller.ts'

const incoming = (more: Partial<Incoming> = {}): Incoming => ({
  method: 'POST',
  path: '/v1/parcels/7',
  query: 'a=1&a=2',
  headers: [],
  body: Buffer.from(''),
  ...more,
})
const bodyAs = (type: string, body: string) =>
  paramsOf(incoming({ headers: [['Content-Type', type]], body: Buffer.from(body) })).__ow_body
const base64 = (text: string) => Buffer.from(text).toString('base64')
const header = (answer: ReturnType<typeof answerOf>, name: string) =>
  answer.headers.filter(([known]) => known === name).map(([, value]) => value)

const asking = suite('what a raw web action is called with')

asking('has the request, and an empty body where there is none', () => {
  assert.equal(paramsOf(incoming()), {
    __ow_method: 'post',
    __ow_headers: {},
    __ow_path: '/v1/parcels/7',
    __ow_query: 'a=1&a=2',
    __ow_body: '',
  })
})

asking('has headers in lower case, the last of several, and none of the connection’s', () => {
  const { __ow_headers } = paramsOf(
    incoming({
      headers: [
        ['X-Forwarded-For', '198.51.100.1'],
        ['Content-Length', '3'],
        ['x-forwarded-for', '203.0.113.7'],
        ['Connection', 'keep-alive'],
      ],
    }),
  )
  assert.equal(__ow_headers, { 'x-forwarded-for': '203.0.113.7' })
})

asking('has JSON and bytes in base64, and text as it is', () => {
  assert.is(bodyAs('application/json', '{}'), base64('{}'))
  assert.is(bodyAs('Application/JSON; charset=utf-8', '{}'), base64('{}'))
  assert.is(bodyAs('application/pdf', '%PDF'), base64('%PDF'))
  assert.is(bodyAs('image/svg+xml', '<svg/>'), base64('<svg/>'))
  assert.is(bodyAs('x/unknown', 'abc'), base64('abc'))
  assert.is(bodyAs('', 'abc'), base64('abc'))
  assert.is(bodyAs('text/csv', 'a,b'), 'a,b')
  assert.is(bodyAs('application/problem+json', '{}'), '{}')
  assert.is(bodyAs('x/unknown; charset=utf-8', 'abc'), 'abc')
})

const answering = suite('what becomes of an answer')

answering('is JSON for an object, and a problem where the action says so', () => {
  const plain = answerOf({ statusCode: 201, headers: { etag: '"1"' }, body: { a: 1 } })
  assert.is(plain.status, 201)
  assert.is(plain.body, '{"a":1}')
  assert.equal(header(plain, 'content-type'), ['application/json'])
  assert.equal(header(plain, 'etag'), ['"1"'])

  const problem = answerOf({ statusCode: 404, headers: { 'Content-Type': 'application/problem+json' }, body: {} })
  assert.equal(header(problem, 'content-type'), ['application/problem+json'])
})

answering('is empty without a body, with 204 unless the action says otherwise, and has no type', () => {
  assert.is(answerOf({}).status, 204)
  assert.is(answerOf({ body: '' }).status, 204)
  assert.is(answerOf({ body: null }).status, 204)
  const { status, headers, body } = answerOf({ statusCode: 304, headers: { 'content-type': 'text/html', etag: '"1"' } })
  assert.equal({ status, headers, body }, { status: 304, headers: [['etag', '"1"']], body: '' })
})

answering('is text under a type of text, HTML by default', () => {
  assert.equal(header(answerOf({ body: '<p>' }), 'content-type'), ['text/html; charset=UTF-8'])
  const csv = answerOf({ headers: { 'content-type': 'text/csv; charset=utf-8' }, body: 'YWJj' })
  assert.is(csv.body, 'YWJj')
})

answering('is bytes under a type of bytes, from base64 only', () => {
  const type = { 'content-type': 'application/pdf' }
  assert.equal(answerOf({ headers: type, body: base64('%PDF') }).body, Buffer.from('%PDF'))
  assert.is(answerOf({ headers: type, body: 'no base64!' }).status, 400)
  assert.is(answerOf({ headers: type, body: { a: 1 } }).status, 400)
})

answering('is garbage for text under a JSON type that looks like base64: there it must be an object', () => {
  const { body } = answerOf({ headers: { 'content-type': 'application/json' }, body: 'true' })
  assert.is.not(String(body), 'true')
})

answering('has several headers of a name, and numbers and flags as text', () => {
  const answer = answerOf({ statusCode: '200', headers: { 'set-cookie': ['a=1', 'b=2'], age: 5, x: true }, body: {} })
  assert.equal(header(answer, 'set-cookie'), ['a=1', 'b=2'])
  assert.equal(header(answer, 'age'), ['5'])
  assert.equal(header(answer, 'x'), ['true'])
})

answering('is taken from below `error` too', () => {
  assert.is(answerOf({ error: { statusCode: 418, body: { a: 1 } } }).status, 418)
})

answering('is a complaint when it is no answer', () => {
  for (const result of [undefined, null, 'text', 7, { error: 'text' }, { statusCode: 7 }, { statusCode: 'x' }]) {
    assert.is(answerOf(result).status, 400, JSON.stringify(result))
  }
  assert.is(answerOf({ headers: { a: { b: 1 } } }).status, 400)
  assert.is(answerOf({ headers: 'a: b' }).status, 400)
})

const limits = suite('the limits of a host')

limits('hold for what goes in, as it is encoded', async () => {
  const bytes = (length: number) => incoming({ query: '', body: Buffer.alloc(length) })
  const fine = async () => ({ statusCode: 200, body: { fine: true } })

  assert.is((await invoke(fine, bytes(limit * 0.75), {})).status, 200)
  assert.is((await invoke(fine, bytes(limit * 0.75 + 1), {})).status, 413)
})

limits('hold for what comes out', async () => {
  assert.is((await invoke(async () => ({ body: { a: 'x'.repeat(limit) } }), incoming(), {})).status, 400)
})

limits('show nothing of an action that breaks', async () => {
  const { status, body } = await invoke(() => Promise.reject(new Error('secret')), incoming(), {})
  assert.is(status, 400)
  assert.not.match(String(body), /secret/)
})

limits('let nobody replace what was bound', async () => {
  const seen: unknown[] = []
  const action = async (params: object) => ({ body: { seen: seen.push(Reflect.get(params, 'env')) } })
  await invoke(action, incoming({ query: 'env=mine', body: Buffer.from('{"env":"mine"}') }), { bound: true })
  assert.equal(seen, [{ bound: true }])
})

const failing = suite('an action that fails')

failing('is answered as OpenWhisk answers, and is in the log without its message', async () => {
  const write = process.stdout.write
  const quiet = process.env.LOG
  delete process.env.LOG
  const lines: string[] = []
  process.stdout.write = (line: string | Uint8Array) => lines.push(String(line)) > 0
  const fails = async () => {
    throw new RangeError('asha@example.org')
  }
  try {
    const { status, body } = await invoke(fails, incoming(), {})
    assert.is(status, 400)
    assert.match(String(body), /There was an error processing your request/)
  } finally {
    process.stdout.write = write
    if (quiet !== undefined) process.env.LOG = quiet
  }
  const { event, error, at } = JSON.parse(lines.join(''))
  assert.equal([event, error], ['action', 'RangeError'])
  assert.match(at, /^fails controller\.test\.ts/)
  assert.not.match(lines.join(''), /asha/)
})

asking.run()
answering.run()
limits.run()
failing.run()
