import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { deskApi } from '../../../tests/support/desk-api.ts'
import { ledgerDesk } from '../../../tests/support/ledger-desk.ts'
import { type LedgerView, ledgers } from '../../api/ledgers.ts'
import type { PersonScope } from '../../ports/scope.ts'
import { changeLedger } from './change-ledger.ts'
import { getLedger } from './get-ledger.ts'
import { listLedgers } from './list-ledgers.ts'

const settling = suite('settling a ledger')

settling('tells what today is in it, without a further statement', async () => {
  const { desk, ask } = await sit()
  desk.statements.length = 0
  const { status, headers, body } = await ask('GET ')

  assert.equal([status, headers.etag, desk.statements.length], [200, '"0"', 1])
  assert.equal(body, {
    id: desk.scope.ledgerId,
    revision: 0,
    name: 'Asha’s money',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    firstWeekday: 1,
    rule: 'month',
    today: '2026-11-22',
    period: { start: '2026-11-01', end: '2026-11-30' },
    role: 'owner',
  })
})

settling('lists those that one is a member of', async () => {
  const { desk } = await sit()
  const asked = { params: {}, query: undefined, body: undefined, headers: {}, caller }
  const listed = await listLedgers(desk, desk.scope as unknown as PersonScope, asked)
  assert.equal(listed.ok && listed.value.body.items.map(({ name, role }) => [name, role]), [['Asha’s money', 'owner']])
})

settling('starts a new rule when the running period has ended', async () => {
  const { desk, ask } = await sit()
  const { rule, nextRule, period } = (await ask('PATCH ', { body: { rule: 'month:25' } })).body as LedgerView
  assert.equal([rule, nextRule, period.end], ['month', { rule: 'month:25', from: '2026-12-01' }, '2026-11-30'])

  desk.clock.set(Date.UTC(2026, 11, 5))
  const later = (await ask('GET ')).body as LedgerView
  assert.equal([later.rule, later.nextRule], ['month:25', undefined])
  assert.equal(later.period, { start: '2026-12-01', end: '2026-12-24' })
})

settling('takes the zone and the first weekday that are asked for into account at once', async () => {
  const { desk, ask } = await sit()
  desk.clock.set(Date.UTC(2026, 10, 30, 22))
  const { body } = await ask('PATCH ', { body: { timeZone: 'Asia/Kolkata', firstWeekday: 7, rule: 'week' } })
  const { today, nextRule, period } = body as LedgerView
  assert.equal([today, period.start, nextRule], ['2026-12-01', '2026-12-01', { rule: 'week:7', from: '2027-01-01' }])
})

settling('changes the revision that is named, and only that', async () => {
  const { ask } = await sit()
  const patch = (tag: string, name: string) => ask('PATCH ', { body: { name }, headers: { 'if-match': tag } })

  const changed = await patch('"0"', ' Household ')
  assert.equal([changed.status, changed.headers.etag, (changed.body as LedgerView).name], [200, '"1"', 'Household'])
  assert.is((await patch('"0"', 'Other')).status, 412)
  assert.is((await patch('"1"', 'Household')).headers.etag, '"1"')
})

settling('says why not', async () => {
  const { desk, ask } = await sit()
  const fault = async (body: object) => ((await ask('PATCH ', { body })).body as { code: string }).code

  assert.is(await fault({ timeZone: 'Moon/Crater' }), 'bad-zone')
  assert.is(await fault({ rule: 'moon' }), 'bad-rule')
  assert.is((await ask('GET ', { by: desk.stranger.userId })).status, 404)
})

settling('lets an owner settle it, and nobody below', async () => {
  const { desk, ask } = await sit()
  const by = desk.stranger.userId
  await desk.db
    .insertInto('memberships')
    .values({ ledger_id: desk.scope.ledgerId, user_id: by, role: 'editor' })
    .execute()

  assert.is((await ask('PATCH ', { body: { name: 'Mine' }, by })).status, 403)
  assert.is(((await ask('GET ', { by })).body as LedgerView).role, 'editor')
})

const caller = { address: '192.0.2.1', agent: 'test', requestId: 'request' }

async function sit() {
  const desk = await ledgerDesk()
  return { desk, ask: deskApi(desk, ledgers, { listLedgers, getLedger, changeLedger }) }
}

settling.run()
