import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import * as v from 'valibot'
import { feature, route, type Who } from '../api/route.ts'
import { isUuid, type LedgerId, parseId, type SessionId, type UserId } from '../domain/ids.ts'
import { always } from '../domain/period.ts'
import { ok } from '../domain/result.ts'
import type { Entrance, Ledgers } from '../ports/ledgers.ts'
import type { LedgerHead } from '../ports/scope.ts'
import type { Sessions } from '../ports/sessions.ts'
import type { Claims, TokenReader } from '../ports/tokens.ts'
import { serve } from './serve.ts'
import { onBehalf } from './who.ts'

const now = Date.UTC(2026, 10, 20)
const userOf = (n: number) => parseId<UserId>(`00000000-0000-7000-8000-00000000000${n}`) as UserId
const [vera, eddie, olga, leaver, shutOut, unknown] = [1, 2, 3, 4, 5, 6].map(userOf) as [UserId, ...UserId[]]
const asha = userOf(7)
const live = parseId<SessionId>('10000000-0000-7000-8000-000000000001') as SessionId
const ended = parseId<SessionId>('10000000-0000-7000-8000-000000000002') as SessionId
const home = parseId<LedgerId>('20000000-0000-7000-8000-000000000001') as LedgerId
const strange = '20000000-0000-7000-8000-000000000002'

const head: LedgerHead = {
  ledgerId: home,
  name: 'Home',
  currency: { code: 'EUR', digits: 2 },
  timeZone: 'Europe/Berlin',
  firstWeekday: 1,
  rules: always({ kind: 'month', date: 1 }),
  revision: 3,
}

const claims = (userId: UserId | undefined, sessionId = live, issuedMs = now - 1000): Claims => ({
  userId: userId ?? asha,
  sessionId,
  level: 1,
  issuedMs,
  expiresMs: issuedMs + 600_000,
})
const minted: { readonly [token: string]: Claims } = {
  viewer: claims(vera),
  editor: claims(eddie),
  owner: claims(olga),
  outsider: claims(asha),
  leaver: claims(leaver),
  'shut.out': claims(shutOut),
  unknown: claims(unknown),
  'viewer-ended': claims(vera, ended),
  'viewer-expired': claims(vera, live, now - 600_001),
}
const tokens: TokenReader = {
  read: (token, at) => (minted[token] && minted[token].expiresMs > at ? minted[token] : undefined),
}

const standings = new Map<UserId | undefined, Entrance>([
  [vera, { active: true, validFromMs: 0, membership: { role: 'viewer', ledger: head } }],
  [eddie, { active: true, validFromMs: now - 1000, membership: { role: 'editor', ledger: head } }],
  [olga, { active: true, validFromMs: 0, membership: { role: 'owner', ledger: head } }],
  [asha, { active: true, validFromMs: 0 }],
  [leaver, { active: false, validFromMs: 0, membership: { role: 'owner', ledger: head } }],
  [shutOut, { active: true, validFromMs: now - 999, membership: { role: 'owner', ledger: head } }],
])
let asked: string[] = []
const ledgers: Pick<Ledgers, 'enter' | 'standing'> = {
  async enter(userId, ledger) {
    asked.push(`enter ${ledger}`)
    const standing = standings.get(userId)
    if (!standing || ledger === home || ledger === 'default') return standing
    return { active: standing.active, validFromMs: standing.validFromMs }
  },
  async standing(userId) {
    asked.push('standing')
    return standings.get(userId)
  },
}
const sessions: Pick<Sessions, 'live'> = {
  async live(id) {
    asked.push('live')
    if (id !== live) return undefined
    return {
      id,
      userId: vera,
      refreshHash: '',
      rotatedMs: 0,
      level: 1,
      agent: '',
      createdMs: 0,
      lastSeenMs: 0,
      expiresMs: now + 1,
      absoluteMs: now + 1,
    }
  },
}

const at = (who: Who) =>
  route({
    method: 'POST',
    path: `/v1/${who}/{ledger}`,
    who,
    summary: 'Tell who asks',
    body: v.strictObject({}),
    answers: { 200: v.unknown() },
    refusals: [],
  })
const doors = feature({
  anyone: at('anyone'),
  token: at('token'),
  session: at('session'),
  person: at('person'),
  viewer: at('viewer'),
  editor: at('editor'),
  owner: at('owner'),
})
const starters = {
  clock: async () => ({ now: () => now }),
  tokens: async () => tokens,
  ledgers: async () => ledgers as Ledgers,
  sessions: async () => sessions as Sessions,
}
const tell = async (_: object, scope: unknown) => ok({ status: 200 as const, body: { scope } })
const main = serve(doors, starters, {
  anyone: tell,
  token: tell,
  session: tell,
  person: tell,
  viewer: tell,
  editor: tell,
  owner: tell,
})

const call = (door: string, authorization?: string, ledger: string = home, body = '{}') => {
  asked = []
  return main({
    __ow_method: 'post',
    __ow_path: `/v1/${door}/${ledger}`,
    __ow_headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    __ow_body: Buffer.from(body).toString('base64'),
  })
}

const matrix = suite('who may pass which door')

// One row per token, one status per door: anyone, token, session, person, viewer, editor, owner.
const rows: { readonly [token: string]: readonly number[] } = {
  viewer: [200, 200, 200, 200, 200, 403, 403],
  editor: [200, 200, 401, 200, 200, 200, 403],
  owner: [200, 200, 401, 200, 200, 200, 200],
  outsider: [200, 200, 401, 200, 404, 404, 404],
  leaver: [200, 200, 401, 401, 401, 401, 401],
  'shut.out': [200, 200, 401, 401, 401, 401, 401],
  unknown: [200, 200, 401, 401, 401, 401, 401],
  'viewer-ended': [200, 200, 401, 200, 200, 403, 403],
  'viewer-expired': [200, 401, 401, 401, 401, 401, 401],
  'made.up': [200, 401, 401, 401, 401, 401, 401],
}
for (const [token, statuses] of Object.entries(rows)) {
  matrix(`${token}: ${statuses.join(' ')}`, async () => {
    const seen: number[] = []
    for (const door of Object.keys(doors)) seen.push((await call(door, `Bearer ${token}`)).statusCode)
    assert.equal(seen, statuses)
  })
}

matrix('nobody, and what only looks like a token', async () => {
  for (const authorization of [undefined, '', 'Bearer', 'Bearer ', 'Basic viewer', 'viewer', 'Bearer viewer x']) {
    const { statusCode, headers } = await call('person', authorization)
    assert.is(statusCode, 401, authorization)
    assert.is(headers['www-authenticate'], 'Bearer realm="Outlay"')
    assert.equal(asked, [])
  }
})

matrix('takes one question to the store, and none for a token that is no good', async () => {
  await call('editor', 'Bearer editor')
  assert.equal(asked, [`enter ${home}`])
  await call('person', 'Bearer editor')
  assert.equal(asked, ['standing'])
  await call('session', 'Bearer viewer')
  assert.equal(asked, ['live'])
  await call('token', 'Bearer viewer-ended')
  assert.equal(asked, [])
  await call('editor', 'Bearer viewer-expired')
  assert.equal(asked, [])
})

const scopes = suite('what a door proves')
const scopeAt = async (door: string, token: string, ledger?: string) =>
  JSON.parse(JSON.stringify((await call(door, `Bearer ${token}`, ledger)).body)).scope

scopes('hands the handler exactly what was proven', async () => {
  assert.equal(await scopeAt('anyone', 'viewer'), undefined)
  for (const door of ['token', 'session'])
    assert.equal(await scopeAt(door, 'viewer'), { userId: vera, sessionId: live })
  assert.equal(await scopeAt('person', 'viewer'), { userId: vera })
  assert.equal(await scopeAt('viewer', 'owner'), JSON.parse(JSON.stringify({ ...head, userId: olga, role: 'owner' })))
})

scopes('follows `default` to a ledger, and answers for a made-up one as for a stranger’s', async () => {
  assert.is((await scopeAt('viewer', 'viewer', 'default')).ledgerId, home)
  assert.equal(asked, ['enter default'])
  const { statusCode, body } = await call('viewer', 'Bearer viewer', strange)
  assert.is(statusCode, 404)
  assert.equal(Reflect.get(Object(body), 'errors'), undefined)
})

scopes('comes before the shape of what is asked', async () => {
  assert.is((await call('viewer', undefined, 'no-id', '{')).statusCode, 401)
  assert.is((await call('viewer', 'Bearer viewer', 'no-id', '{')).statusCode, 400)
  assert.equal(asked, [])
  assert.is((await call('viewer', 'Bearer viewer', strange, '{')).statusCode, 404)
  assert.is((await call('editor', 'Bearer viewer', home, '{')).statusCode, 403)
  assert.is((await call('viewer', 'Bearer viewer', home, '{')).statusCode, 400)
})

scopes('of work that nobody waits for is that of a member who is here, shut out of their tokens or not', async () => {
  const of = async (userId: UserId | undefined, ledger = home) => {
    const scope = await onBehalf(ledgers as Ledgers, userId ?? asha, ledger)
    return scope && [scope.userId, scope.role]
  }
  assert.equal(await of(olga), [olga, 'owner'])
  assert.equal(await of(shutOut), [shutOut, 'owner'])
  for (const nobody of [leaver, asha, unknown]) assert.is(await of(nobody), undefined)
  assert.is(await of(olga, strange as LedgerId), undefined)
})

scopes('has ids in it that are ids', () => {
  assert.ok([vera, live, home, strange].every((id) => id && isUuid(id)))
})

matrix.run()
scopes.run()
