import { Ajv2020 } from 'ajv/dist/2020.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Route } from '../../api/route.ts'
import { table } from '../../api/table.ts'
import { parseRule } from '../../domain/rule.ts'
import { problems } from '../../edge/problem.ts'
import { documentOf } from './document.ts'
import { refusalsOf } from './refusals.ts'

const document = JSON.parse(JSON.stringify(documentOf(table, 'https://outlay.example.org')))
const routes: readonly (readonly [string, Route])[] = Object.values(table).flatMap((feature) => Object.entries(feature))
const operationOf = ({ path, method }: Route) => document.paths[path][method.toLowerCase()]

const ajv = new Ajv2020({ strict: false, allErrors: true })
ajv.addSchema(document, 'document')
const validatorOf = (pointer: string) => ajv.getSchema(`document#${pointer}`)
const escaped = (text: string) => encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'))

const documenting = suite('the API document')

documenting('has every route, under the name of its handler', () => {
  const ids = routes.map(([, route]) => operationOf(route).operationId)
  assert.equal(
    ids,
    routes.map(([handler]) => handler),
  )
  assert.is(new Set(ids).size, routes.length)
})

documenting('has no reference that leads nowhere', () => {
  const text = JSON.stringify(document)
  const refs = new Set([...text.matchAll(/"\$ref":"#([^"]+)"/g)].map(([, pointer = '']) => pointer))
  assert.ok(refs.size > 20)
  for (const pointer of refs) {
    const found = pointer
      .split('/')
      .slice(1)
      .reduce((part, key) => part?.[key], document)
    assert.type(found, 'object', pointer)
  }
})

documenting('has an example for every body, which its schema takes', () => {
  for (const [handler, route] of routes) {
    if (!route.body) continue
    const pointer = `/paths/${escaped(route.path)}/${route.method.toLowerCase()}/requestBody/content/application~1json/schema`
    const isValid = validatorOf(pointer)
    assert.ok(isValid, pointer)
    assert.ok(isValid?.(route.example), `${handler}: ${ajv.errorsText(isValid?.errors)}`)
    assert.not.ok(isValid?.({ ...Object(route.example), unknown: 1 }), `${handler} takes unknown fields`)
  }
})

documenting('lists every refusal of a route under its status', () => {
  for (const [handler, route] of routes) {
    const { responses } = operationOf(route)
    for (const kind of refusalsOf(route)) {
      const { schema } = responses[problems[kind].status].content['application/problem+json']
      assert.ok(schema.allOf[1].properties.code.enum.includes(kind), `${handler} ${kind}`)
    }
  }
})

documenting('keeps an answer apart from the problem of the same status', () => {
  const { content } = document.paths['/v1/health'].get.responses['503']
  assert.equal(Object.keys(content), ['application/json', 'application/problem+json'])
})

documenting('says in words how ids, days, amounts and rules are written', () => {
  const { schemas } = document.components
  for (const name of ['Amount', 'Currency', 'Day', 'Id', 'Instant', 'Name', 'Rule', 'SignedAmount', 'Version'])
    assert.type(schemas[name].description, 'string', name)

  const rules = [...schemas.Rule.description.matchAll(/`([^`]+)`/g)].map(([, rule = '']) => rule)
  assert.is(new Set(rules.map((rule) => rule.split(':')[0])).size, 4)
  for (const rule of rules) assert.ok(parseRule(rule, 1).ok, rule)
})

documenting('has patterns that the engines of all languages take, with Unicode or without', () => {
  const patterns = new Set(valuesOf('pattern', document))
  assert.ok(patterns.size > 8)
  for (const pattern of patterns) {
    for (const flags of ['', 'u']) assert.not.throws(() => new RegExp(String(pattern), flags), String(pattern))
    // Go has no look-around and no \u, Rust no halves of a pair, and a class of pairs is none to .NET
    assert.not.match(String(pattern), /\(\?|\\[^dsw.-]|[\ud800-\udfff]/)
  }
})

documenting('says what is asked for beside the body', () => {
  const list = document.paths['/v1/ledgers/{ledger}/transactions'].get
  const names = list.parameters.map((parameter: { in: string; name: string }) => `${parameter.in} ${parameter.name}`)
  assert.equal(names.slice(0, 3), ['path ledger', 'query from', 'query to'])

  const put = document.paths['/v1/ledgers/{ledger}/transactions/{id}'].put
  assert.ok(put.parameters.some((parameter: { name: string }) => parameter.name === 'If-Match'))
  assert.equal(put.security, [{ token: [] }])
  assert.equal(document.paths['/v1/sessions/refresh'].post.security, [{ cookie: [] }])
  assert.equal(document.paths['/v1/sessions'].post.security, [])
})

documenting('asks for an idempotency key of the shape that is taken', () => {
  const { parameters } = document.paths['/v1/ledgers/{ledger}/payees'].post
  const key = parameters.find((parameter: { name: string }) => parameter.name === 'Idempotency-Key')
  assert.equal(key.schema, { $ref: '#/components/schemas/Id' })
})

documenting('names the headers that answers carry', () => {
  const headers = (path: string, method: string, status: string) =>
    Object.keys(document.paths[path][method].responses[status].headers)

  assert.equal(headers('/v1/users', 'post', '201'), ['X-Request-Id', 'Set-Cookie'])
  assert.equal(headers('/v1/users', 'post', '429'), ['X-Request-Id', 'Retry-After'])
  assert.equal(headers('/v1/me', 'get', '200'), ['X-Request-Id', 'ETag'])
  assert.equal(headers('/v1/ledgers/{ledger}/transactions/export.csv', 'get', '200'), ['X-Request-Id', 'X-Next-Cursor'])
})

documenting('is small enough for a host that takes a megabyte', () => {
  assert.ok(JSON.stringify(document).length < 700 * 1024)
})

documenting.run()

/** What stands under a keyword, anywhere in the document. */
function valuesOf(keyword: string, part: unknown): unknown[] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) => (key === keyword ? [value] : valuesOf(keyword, value)))
}
