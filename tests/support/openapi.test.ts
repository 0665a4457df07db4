import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { check, type Exchange, unseen } from './openapi.ts'

const id = '0199aaaa-0000-7000-8000-000000000001'
const payee = { id, version: 1, name: 'Mill Lane Bakery' }
const good: Exchange = {
  method: 'GET',
  path: `/v1/ledgers/default/payees/${id}`,
  status: 200,
  headers: { 'content-type': 'application/json', 'x-request-id': 'r1', etag: '"1"' },
  body: payee,
}
const problem = (status: number, code: string, headers: Exchange['headers'] = {}): Exchange => ({
  ...good,
  status,
  headers: { 'content-type': 'application/problem+json', 'x-request-id': 'r1', ...headers },
  body: { type: `/problems/${code}`, title: 'No.', status, code, requestId: 'r1' },
})
const headers = (more: Exchange['headers']) => ({ ...good, headers: { ...good.headers, ...more } })

const checking = suite('holding an answer to the document')

checking('takes what the document says', () => {
  check(good)
  check({ ...good, path: `/outlay${good.path}` })
  check(problem(404, 'not-found'))
  check({ ...problem(401, 'unauthenticated', { 'www-authenticate': 'Bearer' }) })
  check({ ...good, method: 'HEAD', body: undefined })
  check({ ...problem(404, 'not-found'), path: '/v1/nowhere' })
  check({ ...problem(405, 'method-not-allowed', { allow: 'GET' }), method: 'POST' })
})

checking('finds what it does not say', () => {
  const wrong: { readonly [what: string]: Exchange } = {
    'a field too many': { ...good, body: { ...payee, secret: 1 } },
    'a field too few': { ...good, body: { id, version: 1 } },
    'a type': { ...good, body: { ...payee, version: '1' } },
    'a status': { ...good, status: 201 },
    'a header': headers({ 'set-cookie': 'a=1' }),
    'no request id': headers({ 'x-request-id': undefined }),
    'a media type': headers({ 'content-type': 'text/html' }),
    'no media type': headers({ 'content-type': undefined }),
    'a code that belongs elsewhere': problem(404, 'gone'),
    'a refusal that is not this route’s': problem(409, 'in-use'),
    'a 401 without its header': problem(401, 'unauthenticated'),
    'a route': { ...good, path: '/v1/nowhere' },
    'a 405 without Allow': { ...problem(405, 'method-not-allowed'), method: 'POST' },
    'a body where there is none': { ...good, method: 'DELETE', status: 204, body: {} },
  }
  for (const [what, exchange] of Object.entries(wrong)) assert.throws(() => check(exchange), /does not say/, what)
})

checking('remembers what was seen, and tells what was not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'outlay-seen-'))
  const before = process.env.OUTLAY_SEEN
  const file = join(folder, 'seen')
  process.env.OUTLAY_SEEN = file
  const line = 'get /v1/ledgers/{ledger}/payees/{id} 403'
  const asked = 'get /v1/ledgers/{ledger}/payees/{id} 400'

  const all = unseen(file)
  check(problem(400, 'bad-request'))
  const rest = unseen(file)

  assert.ok(all.includes(asked))
  assert.equal(
    rest,
    all.filter((other) => other !== asked),
  )
  assert.not.ok(all.includes(line), 'a viewer’s route refuses no member')
  assert.not.ok(all.some((other) => /5\d\d$/.test(other)))
  if (before === undefined) delete process.env.OUTLAY_SEEN
  else process.env.OUTLAY_SEEN = before
  rmSync(folder, { recursive: true })
})

checking.run()
