import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import * as v from 'valibot'
import { feature, route } from '../api/route.ts'
import { Id } from '../api/shapes.ts'
import { ok, refuse } from '../domain/result.ts'
import { Unavailable } from '../ports/unavailable.ts'
import type { Params } from './openwhisk.ts'
import { serve } from './serve.ts'

const parcels = feature({
  sendParcel: route({
    method: 'POST',
    path: '/v1/parcels',
    who: 'anyone',
    summary: 'Send a parcel',
    headers: ['idempotency-key'],
    body: v.strictObject({
      to: v.pipe(v.string(), v.minLength(1), v.maxLength(20)),
      grams: v.optional(v.pipe(v.string(), v.regex(/^\d{1,5}$/))),
      stamps: v.optional(v.array(v.strictObject({ value: v.string() }))),
    }),
    answers: { 201: v.strictObject({ to: v.string() }) },
    refusals: ['name-taken', 'too-many-attempts'],
    bodyLimit: 2000,
  }),
  findParcels: route({
    method: 'GET',
    path: '/v1/parcels',
    who: 'anyone',
    summary: 'Find parcels',
    query: v.strictObject({ to: v.optional(v.string()) }),
    answers: { 200: v.looseObject({}), 304: 'empty' },
    refusals: [],
  }),
  printParcel: route({
    method: 'GET',
    path: '/v1/parcels/{id}/label.csv',
    who: 'anyone',
    summary: 'Print a label',
    answers: { 200: 'text/csv' },
    refusals: [],
  }),
  loseParcel: route({
    method: 'DELETE',
    path: '/v1/parcels/{id}',
    who: 'anyone',
    summary: 'Lose a parcel',
    params: { id: v.union([Id, v.literal('latest')]) },
    answers: { 204: 'empty' },
    refusals: [],
  }),
})

interface Office {
  readonly motto: string
}
const office = async (): Promise<Office> => ({ motto: 'swift' })

const main = serve(
  parcels,
  { office },
  {
    sendParcel: async ({ office }, _, { body, headers }) => {
      if (body.to === 'taken') return refuse({ kind: 'name-taken', pointer: '/to' })
      if (body.to === 'often') return refuse({ kind: 'too-many-attempts', retryAfterS: 7.2 })
      if (body.to === 'broken') throw new TypeError('secret: 12.50')
      if (body.to === 'away') throw new Unavailable('the post is closed')
      const to = `${body.to}, ${office.motto} ${headers['idempotency-key'] ?? ''}`.trim()
      return ok({ status: 201, body: { to }, headers: { etag: '"1"' } })
    },
    findParcels: async (_, __, { query, caller }) =>
      query.to === 'unchanged' ? ok({ status: 304, body: undefined }) : ok({ status: 200, body: { query, caller } }),
    printParcel: async (_, __, { params }) => ok({ status: 200, body: `id\r\n${params.id}\r\n` }),
    loseParcel: async () => ok({ status: 204, body: undefined, headers: { 'set-cookie': ['a=1', 'b=2'] } }),
  },
)

const id = '0199aaaa-0000-7000-8000-000000000001'

const asked = (method: string, path: string, params: Params = {}): Params => ({
  __ow_method: method.toLowerCase(),
  __ow_path: path,
  __ow_headers: { 'x-request-id': 'r1' },
  __ow_query: '',
  __ow_body: '',
  ...params,
})
const posted = (body: string | Uint8Array, type = 'application/json'): Params =>
  asked('POST', '/v1/parcels', {
    __ow_headers: { 'content-type': type, 'x-request-id': 'r1' },
    __ow_body: Buffer.from(body).toString('base64'),
  })
const problem = async (params: Params) => {
  const { statusCode, headers, body } = await main(params)
  assert.is(headers['content-type'], 'application/problem+json')
  assert.is(headers['x-request-id'], 'r1')
  return { statusCode, ...JSON.parse(JSON.stringify(body)) }
}
const fault = async (params: Params) => {
  const { statusCode, errors } = await problem(params)
  return [statusCode, ...errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`)]
}

const serving = suite('serving a feature')

serving('hands over what was read and gives back what was answered', async () => {
  const { statusCode, headers, body } = await main(posted('{"to":"Asha","grams":"12"}'))

  assert.is(statusCode, 201)
  assert.equal(body, { to: 'Asha, swift' })
  assert.is(headers.etag, '"1"')
  assert.is(headers['content-type'], 'application/json')
  assert.is(headers['cache-control'], 'no-store')
  assert.is(headers['x-request-id'], 'r1')
})

serving('answers nothing without body and content type, and keeps several cookies apart', async () => {
  const { statusCode, headers, body } = await main(asked('DELETE', '/v1/parcels/latest'))

  assert.is(statusCode, 204)
  assert.is(body, undefined)
  assert.is(headers['content-type'], undefined)
  assert.equal(headers['set-cookie'], ['a=1', 'b=2'])
  assert.is((await main(asked('GET', '/v1/parcels', { __ow_query: 'to=unchanged' }))).statusCode, 304)
})

serving('answers text in the media type that the route declares', async () => {
  const { headers, body } = await main(asked('GET', `/v1/parcels/${id}/label.csv`))

  assert.is(headers['content-type'], 'text/csv; charset=utf-8')
  assert.is(body, `id\r\n${id}\r\n`)
})

serving('finds its routes behind whatever a gateway puts in front', async () => {
  for (const front of ['', '/outlay', '/api/v1/web/guest/outlay/parcels.http']) {
    assert.is((await main(asked('GET', `${front}/v1/parcels`))).statusCode, 200, front)
  }
  assert.is((await main(asked('GET', '/v1/parcels/'))).statusCode, 404)
  assert.is((await main(asked('GET', '/parcels'))).statusCode, 404)
})

serving('answers HEAD like GET, without the body', async () => {
  const { statusCode, headers, body } = await main(asked('HEAD', '/v1/parcels'))

  assert.is(statusCode, 200)
  assert.is(headers['content-type'], 'application/json')
  assert.is(body, undefined)
})

serving('tells an unknown address from an unknown method, and says which methods there are', async () => {
  assert.equal((await problem(asked('GET', '/v1/letters'))).code, 'not-found')

  const { statusCode, headers } = await main(asked('PATCH', '/v1/parcels'))
  assert.is(statusCode, 405)
  assert.is(headers.allow, 'GET, HEAD, POST')

  const options = await main(asked('OPTIONS', '/v1/parcels'))
  assert.is(options.statusCode, 204)
  assert.is(options.headers.allow, 'GET, HEAD, POST')
})

serving('makes a problem document of a refusal, with the field it is about', async () => {
  assert.equal(await problem(posted('{"to":"taken"}')), {
    statusCode: 409,
    type: '/problems/name-taken',
    title: 'Another one has this name already.',
    status: 409,
    code: 'name-taken',
    requestId: 'r1',
    errors: [{ pointer: '/to', code: 'name-taken', message: 'Another one has this name already.' }],
  })
})

serving('says when to come back', async () => {
  const often = await main(posted('{"to":"often"}'))
  assert.is(often.statusCode, 429)
  assert.is(often.headers['retry-after'], '8')

  const away = await main(posted('{"to":"away"}'))
  assert.is(away.statusCode, 503)
  assert.is(away.headers['retry-after'], '2')
})

serving('shows nothing of what broke', async () => {
  const answered = await main(posted('{"to":"broken"}'))

  assert.is(answered.statusCode, 500)
  assert.not.match(JSON.stringify(answered), /secret|12\.50|TypeError/)
})

serving('forgets no failed start: the next call tries again', async () => {
  let tries = 0
  const flaky = async (): Promise<Office> => {
    tries += 1
    if (tries === 1) throw new Unavailable('not yet')
    return { motto: 'late' }
  }
  const { loseParcel } = parcels
  const late = serve(
    { loseParcel },
    { office: flaky },
    { loseParcel: async () => ok({ status: 204, body: undefined }) },
  )

  assert.is((await late(asked('DELETE', '/v1/parcels/latest'))).statusCode, 503)
  assert.is((await late(asked('DELETE', '/v1/parcels/latest'))).statusCode, 204)
})

const rubbish = suite('rubbish in, a problem document out')

rubbish('what is not a web request', async () => {
  assert.is((await main({})).statusCode, 400)
  assert.is((await main({ trigger: 'alarm', method: 'get' })).statusCode, 400)
})

rubbish('what is not JSON', async () => {
  for (const body of ['', '{', '{"to":}', "{'to':1}", 'NaN', '{"to":"a"} x', '{"to":"a\n"}']) {
    assert.equal(await fault(posted(body)), [400, ' not-json'], body)
  }
  assert.equal(await fault(posted(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]))), [400, ' not-json'])
})

rubbish('JSON that is no object', async () => {
  for (const body of ['[]', '[1]', '1', '"to"', 'null', 'true']) {
    assert.equal(await fault(posted(body)), [400, ' wrong-type'], body)
  }
})

rubbish('another media type', async () => {
  for (const type of ['', 'text/plain', 'application/xml', 'application/jsonx', 'application/vnd.api+json']) {
    assert.is((await problem(posted('{"to":"a"}', type))).code, 'unsupported-media-type', type)
  }
  assert.is((await main(posted('{"to":"a"}', 'Application/JSON; charset=utf-8'))).statusCode, 201)
})

rubbish('a body past the limit, counted in bytes', async () => {
  const body = (letters: number) => JSON.stringify({ to: 'ä'.repeat(letters) })
  assert.is((await problem(posted(body(996)))).code, 'too-large')
  assert.equal(await fault(posted(body(995))), [400, '/to too-long'])
})

rubbish('missing, unknown and wrong fields, each with its pointer', async () => {
  assert.equal(await fault(posted('{}')), [400, '/to missing'])
  assert.equal(await fault(posted('{"to":"a","extra":1}')), [400, '/extra unknown-field'])
  assert.equal(await fault(posted('{"to":true}')), [400, '/to wrong-type'])
  assert.equal(await fault(posted('{"to":null}')), [400, '/to wrong-type'])
  assert.equal(await fault(posted('{"to":"","grams":"1e3"}')), [400, '/to too-short', '/grams wrong-format'])
  assert.equal(await fault(posted('{"to":"a","grams":"-0"}')), [400, '/grams wrong-format'])
  assert.equal(await fault(posted('{"to":"a","stamps":[{"value":"1"},{"value":2}]}')), [
    400,
    '/stamps/1/value wrong-type',
  ])
})

rubbish('names with a meaning of their own', async () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    assert.equal(await fault(posted(`{"to":"a","${name}":{"x":1}}`)), [400, `/${name} unknown-field`])
  }
  assert.equal(await fault(posted('{"to":"a","stamps":[{"value":"1","__proto__":{}}]}')), [
    400,
    '/stamps/0/__proto__ unknown-field',
  ])
  assert.is(Reflect.get({}, 'x'), undefined)
})

rubbish('names that JSON pointers escape, and names without end', async () => {
  assert.equal(await fault(posted('{"to":"a","a/b~c":1}')), [400, '/a~1b~0c unknown-field'])
  const { errors } = await problem(posted(`{"to":"a","${'x'.repeat(1500)}":1}`))
  assert.ok(errors[0].pointer.length <= 101)
})

rubbish('text that no store can take', async () => {
  assert.equal(await fault(posted('{"to":"a\\u0000b"}')), [400, '/to not-text'])
  assert.equal(await fault(posted('{"to":"\\ud800"}')), [400, '/to not-text'])
  assert.equal(await fault(posted('{"to":"\\udc00\\ud800"}')), [400, '/to not-text'])
  assert.is((await main(posted('{"to":"\\ud83d\\ude00"}'))).statusCode, 201)

  // who sends a form's line ends reads what is wrong with them
  const { errors } = await problem(posted('{"to":"two\\r\\nlines"}'))
  assert.match(errors[0].message, /newline/)
})

rubbish('deep nesting, long before the stack ends', async () => {
  const deep = (levels: number) => `{"to":${'['.repeat(levels)}${']'.repeat(levels)}}`
  assert.equal((await fault(posted(deep(900))))[0], 400)
  assert.match(String((await fault(posted(deep(900))))[1]), /too-deep$/)
  assert.equal(await fault(posted(deep(3))), [400, '/to wrong-type'])
})

rubbish('never more than twenty faults', async () => {
  const stamps = JSON.stringify({ to: 'a', stamps: Array.from({ length: 40 }, () => ({ value: 1 })) })
  assert.is((await fault(posted(stamps))).length, 21)
})

rubbish('a query with unknown, repeated or broken values', async () => {
  const query = (text: string) => fault(asked('GET', '/v1/parcels', { __ow_query: text }))
  assert.equal(await query('from=x'), [400, '/query/from unknown-field'])
  assert.equal(await query('to=a&to=a'), [400, '/query/to repeated'])
  assert.equal(await query('to=%00'), [400, '/query/to not-text'])
  assert.equal(await query('__proto__=1'), [400, '/query/__proto__ unknown-field'])
  assert.equal(await fault({ ...posted('{"to":"a"}'), __ow_query: 'a=1' }), [400, '/query/a unknown-field'])
})

rubbish('an id that is none, in the path or as an idempotency key', async () => {
  assert.equal(await fault(asked('DELETE', '/v1/parcels/7')), [400, '/path/id wrong-format'])
  assert.equal(await fault(asked('DELETE', `/v1/parcels/${id.toUpperCase()}`)), [400, '/path/id wrong-format'])
  assert.equal(await fault(asked('GET', '/v1/parcels/latest/label.csv')), [400, '/path/id wrong-format'])

  const keyed = posted('{"to":"a"}')
  const headers = { 'content-type': 'application/json', 'x-request-id': 'r1', 'idempotency-key': 'once' }
  assert.equal(await fault({ ...keyed, __ow_headers: headers }), [400, '/headers/idempotency-key wrong-format'])
})

// @ts-expect-error a missing handler does not compile
const missing = () => serve(parcels, { office }, { sendParcel: async () => refuse({ kind: 'gone' }) })
const { loseParcel } = parcels
// biome-ignore format: the marks below belong to their lines
const others = () => [
  // @ts-expect-error a surplus handler does not compile
  serve({ loseParcel }, {}, { loseParcel: async () => refuse({ kind: 'gone' }), more: async () => refuse({ kind: 'gone' }) }),
  // @ts-expect-error a handler that needs a port which no starter starts does not compile
  serve({ loseParcel }, {}, { loseParcel: async (_: { office: Office }) => refuse({ kind: 'gone' }) }),
  // @ts-expect-error a route of a person does not compile without the ports that prove who asks
  serve({ mine: { ...loseParcel, who: 'person' } }, { office }, { mine: async () => refuse({ kind: 'gone' }) }),
  // @ts-expect-error nor does one of a session
  serve({ mine: { ...loseParcel, who: 'session' } }, { office }, { mine: async () => refuse({ kind: 'gone' }) }),
]
rubbish('what does not compile is not called', () => {
  assert.type(missing, 'function')
  assert.type(others, 'function')
})

serving.run()
rubbish.run()
