import { createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { tokenWriter } from '../../functions/adapters/node/tokens.ts'
import type { Route, Who } from '../../functions/api/route.ts'
import { parseId, type SessionId, type UserId } from '../../functions/domain/ids.ts'
import type { Answer } from '../support/client.ts'
import { addressOf, type Prepared, prepare, routes } from '../support/examples.ts'
import { claimsOf, logInAgain, type Person, refresh, register } from '../support/people.ts'
import { isProblem, unchanged } from './assess.ts'
import { openStage } from './stage.ts'

const stage = await openStage()
const call = stage.call

/** The owner; two who are members of her ledger beside their own; one who has nothing to do with it. */
const asha = await register(call)
const vera = await register(call, { name: 'Vera' })
const emil = await register(call, { name: 'Emil' })
const sven = await register(call, { name: 'Sven' })
stage.execute(
  'ledger',
  'insert into memberships (ledger_id, user_id, role) values (?, ?, ?)',
  asha.ledgerId,
  vera.userId,
  'viewer',
)
stage.execute(
  'ledger',
  'insert into memberships (ledger_id, user_id, role) values (?, ?, ?)',
  asha.ledgerId,
  emil.userId,
  'editor',
)

const leaver = await register(call, { name: 'Lea' })
stage.execute(
  'ledger',
  'insert into memberships (ledger_id, user_id, role) values (?, ?, ?)',
  asha.ledgerId,
  leaver.userId,
  'owner',
)
stage.execute('ledger', `update principals set state = 'leaving' where user_id = ?`, leaver.userId)
stage.execute('identity', `update users set state = 'disabled' where id = ?`, leaver.userId)

const revoked = await logInAgain(asha)
await asha.ask('DELETE', `/v1/sessions/${revoked.sessionId}`)
await refresh(asha)

const forged = forgeries(asha)

/** What each of them sends for a credential, whatever the route. None of it is good for anything. */
const nobodies: { readonly [who: string]: string | undefined } = {
  nobody: undefined,
  'an empty Bearer': 'Bearer ',
  'Basic credentials': `Basic ${Buffer.from(`${asha.email}:${asha.password}`).toString('base64')}`,
  'the refresh token': `Bearer ${asha.cookie.split('=')[1]}`,
  'an expired token': `Bearer ${forged.expired}`,
  'a token of a revoked session': `Bearer ${revoked.token}`,
  'a leaver’s token': `Bearer ${leaver.token}`,
  'a forged kid': `Bearer ${forged.kid}`,
  'a kid of ours with another key': `Bearer ${forged.stolenKid}`,
  'a forged alg': `Bearer ${forged.alg}`,
  'alg none': `Bearer ${forged.none}`,
  'a token of another key': `Bearer ${forged.otherKey}`,
  'a token with another’s name in it': `Bearer ${forged.swapped}`,
  'a token for another audience': `Bearer ${forged.audience}`,
}

const entering = suite('every route, whoever asks')
entering.after(() => stage.close())

for (const { name, route } of routes) {
  entering(`${name}: ${route.method} ${route.path}`, async () => {
    const prepared = await prepare(name, route, asha)
    if (route.who !== 'anyone') {
      for (const [who, authorization] of Object.entries(nobodies)) {
        await refusedUnchanged(who, 401, () => send(route, prepared, authorization))
      }
    }
    for (const [who, person, role] of members) {
      if (!isMember(route.who)) continue
      const status = role === undefined ? 404 : reaches(role, route.who) ? undefined : 403
      if (status) await refusedUnchanged(who, status, () => send(route, prepared, `Bearer ${person.token}`))
    }

    taken(await send(route, prepared, `Bearer ${prepared.by.token}`), 'the owner')
    for (const [who, person, role] of members) {
      if (!isMember(route.who) || role === undefined || !reaches(role, route.who)) continue
      const { isPersonal, ...theirs } = await prepare(name, route, asha)
      if (isPersonal) await refusedUnchanged(who, 404, () => send(route, theirs, `Bearer ${person.token}`))
      else taken(await send(route, theirs, `Bearer ${person.token}`), who)
    }
    await refresh(asha)
  })
}

entering('a good token beside a bad ledger’s name opens nothing', async () => {
  for (const ledger of [
    '',
    'Default',
    'default ',
    '*',
    '%64efault',
    asha.ledgerId.toUpperCase(),
    `${asha.ledgerId},x`,
  ]) {
    const { status } = await asha.ask('GET', `/v1/ledgers/${ledger}/accounts`)
    assert.ok(status === 400 || status === 404, `${ledger}: ${status}`)
  }
})

entering('default is the asker’s own ledger, never the one that was asked about before', async () => {
  const ledgerOf = async (person: Person) =>
    ((await person.ask('GET', '/v1/ledgers/default')).body as { id: string }).id
  for (const person of [asha, sven, asha, emil, sven]) assert.is(await ledgerOf(person), person.ledgerId)
})

entering('a member sees the shared ledger in the list, with the role', async () => {
  const { body } = await vera.ask('GET', '/v1/ledgers')
  const { items } = body as { items: { id: string; role: string }[] }
  assert.equal(
    items.map(({ id, role }) => [id, role]),
    [
      [vera.ledgerId, 'owner'],
      [asha.ledgerId, 'viewer'],
    ],
  )
})

entering.run()

type Role = 'viewer' | 'editor' | 'owner'

function isMember(who: Who): who is Role {
  return who === 'viewer' || who === 'editor' || who === 'owner'
}

function reaches(role: Role, needed: Role): boolean {
  const ranks = ['viewer', 'editor', 'owner']
  return ranks.indexOf(role) >= ranks.indexOf(needed)
}

async function send(route: Route, prepared: Prepared, authorization: string | undefined): Promise<Answer> {
  const headers = { ...prepared.headers, ...(authorization !== undefined && { authorization }) }
  return call(route.method, addressOf(route, prepared), { body: prepared.body, headers })
}

async function refusedUnchanged(who: string, status: number, act: () => Promise<Answer>): Promise<void> {
  const answer = await unchanged(stage, act, who)
  isProblem(answer, status, who)
}

function taken({ status, body }: Answer, who: string): void {
  assert.ok(status >= 200 && status < 400, `${who}: ${status} ${JSON.stringify(body)}`)
}

/** Tokens that say what a good one of this person says, each wrong in one way. */
function forgeries(person: Person) {
  const [head = '', payload = '', signature = ''] = person.token.split('.')
  const { sub, sid, iat_ms } = claimsOf(person.token)
  const claims = { userId: parseId<UserId>(sub), sessionId: parseId<SessionId>(sid) }
  if (!claims.userId || !claims.sessionId) throw new Error('A token without ids')
  const good = { userId: claims.userId, sessionId: claims.sessionId, level: 1, issuedMs: iat_ms }
  const header = JSON.parse(Buffer.from(head, 'base64url').toString())
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const ours = generateKeyPairSync('ed25519').privateKey
  const signed = (headWith: object) => {
    const text = `${encode({ ...header, ...headWith })}.${payload}`
    return `${text}.${sign(null, Buffer.from(text), ours).toString('base64url')}`
  }
  const later = Date.now() + 600_000
  const shared = `${encode({ ...header, alg: 'HS256' })}.${payload}`
  const hmac = createHmac('sha256', stage.keys.publicKeys).update(shared).digest('base64url')
  const another = Buffer.from(payload, 'base64url').toString().replace(sub, randomUUID())

  return {
    expired: tokenWriter(stage.keys.privateKey).write({ ...good, expiresMs: Date.now() - 1000 }),
    kid: signed({ kid: 'ours' }),
    stolenKid: signed({}),
    alg: `${shared}.${hmac}`,
    none: `${encode({ ...header, alg: 'none' })}.${payload}.`,
    otherKey: tokenWriter(ours.export({ type: 'pkcs8', format: 'der' }).toString('base64')).write({
      ...good,
      expiresMs: later,
    }),
    swapped: `${head}.${Buffer.from(another).toString('base64url')}.${signature}`,
    audience: tokenWriter(stage.keys.privateKey, 'elsewhere').write({ ...good, expiresMs: later }),
  }
}

const members: readonly (readonly [string, Person, Role | undefined])[] = [
  ['another user', sven, undefined],
  ['a viewer', vera, 'viewer'],
  ['an editor', emil, 'editor'],
]
