import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { deskApi } from '../../../tests/support/desk-api.ts'
import { ledgerDesk } from '../../../tests/support/ledger-desk.ts'
import { type AccountView, accounts, type NetWorthView } from '../../api/accounts.ts'
import { addAccount } from './add-account.ts'
import { changeAccount } from './change-account.ts'
import { getAccount } from './get-account.ts'
import { getNetWorth } from './get-net-worth.ts'
import { listAccounts } from './list-accounts.ts'
import { putAccount } from './put-account.ts'
import { removeAccount } from './remove-account.ts'

const keeping = suite('keeping accounts')
const savings = { name: ' Savings ', kind: 'savings', opening: { amount: '-12.50', day: '2026-01-01' } }
const id = '00000000-0000-7000-8000-0000000000aa'

keeping('opens one in the ledger’s currency, with nothing in it today unless said', async () => {
  const { ask } = await sit()

  const plain = await ask('POST /accounts', { body: { name: 'Purse', kind: 'cash' } })
  const { id: _, ...view } = plain.body as AccountView
  assert.is(plain.status, 201)
  assert.is(plain.headers.etag, '"1"')
  const opening = { amount: '0.00', day: '2026-11-22' }
  assert.equal(view, {
    version: 1,
    name: 'Purse',
    kind: 'cash',
    currency: 'EUR',
    opening,
    balance: '0.00',
    archived: false,
  })

  const owing = await ask('POST /accounts', { body: savings })
  assert.equal([(owing.body as AccountView).name, (owing.body as AccountView).balance], ['Savings', '-12.50'])
})

keeping('makes one of a request that is sent twice', async () => {
  const { ask } = await sit()
  const post = (body: object) => ask('POST /accounts', { body, headers: { 'idempotency-key': id } })
  const put = (body: object) => ask(`PUT /accounts/${id}`, { body })

  assert.equal([(await post(savings)).status, (await post(savings)).status], [201, 200])
  assert.equal([(await put(savings)).status, (await put({ ...savings, kind: 'bank' })).status], [200, 428])
})

keeping('replaces the version that is named, and only that', async () => {
  const { ask } = await sit()
  await ask(`PUT /accounts/${id}`, { body: savings })
  const replace = (tag: string) =>
    ask(`PUT /accounts/${id}`, { body: { name: 'Rainy days', kind: 'bank' }, headers: { 'if-match': tag } })

  assert.is((await replace('"7"')).status, 412)
  assert.is((await replace('"not one of ours"')).status, 412)
  const done = await replace('"1"')
  assert.equal([done.status, done.headers.etag, (done.body as AccountView).balance], [200, '"2"', '0.00'])
  assert.is((await replace('*')).status, 200)
})

keeping('says 404 for what is not there, and replaces nothing there', async () => {
  const { ask } = await sit()
  const strange = '00000000-0000-7000-8000-0000000000bb'
  const body = { name: 'X', kind: 'bank' }

  assert.is((await ask(`GET /accounts/${strange}`)).status, 404)
  assert.is((await ask(`PATCH /accounts/${strange}`, { body })).status, 404)
  assert.is((await ask(`PUT /accounts/${strange}`, { body, headers: { 'if-match': '*' } })).status, 404)
  assert.is((await ask(`DELETE /accounts/${strange}`)).status, 204)
})

keeping('changes what is named and leaves the rest', async () => {
  const { ask } = await sit()
  await ask(`PUT /accounts/${id}`, { body: savings })

  const changed = await ask(`PATCH /accounts/${id}`, { body: { opening: { amount: '1', day: '2026-02-01' } } })
  const { version, name, balance, opening } = changed.body as AccountView
  assert.equal([version, name, balance, opening.day], [2, 'Savings', '1.00', '2026-02-01'])
  assert.is(((await ask(`PATCH /accounts/${id}`, { body: {} })).body as AccountView).version, 2)
})

keeping('takes another currency only with an opening that can be said in it', async () => {
  const { ask } = await sit()
  await ask(`PUT /accounts/${id}`, { body: savings })
  const patch = (body: object) => ask(`PATCH /accounts/${id}`, { body })

  const bad = await patch({ currency: 'JPY' })
  assert.equal([bad.status, faultOf(bad.body)], [422, 'bad-amount /opening/amount'])
  const good = await patch({ currency: 'JPY', opening: { amount: '12', day: '2026-01-01' } })
  assert.is((good.body as AccountView).balance, '12')
  await patch({ opening: { amount: '0', day: '2026-01-01' } })
  assert.is(((await patch({ currency: 'BHD' })).body as AccountView).balance, '0.000')
})

keeping('refuses what means nothing, and says where', async () => {
  const { ask } = await sit()
  const opening = { amount: '1.00', day: '2026-01-01' }
  for (const [body, fault] of [
    [{ currency: 'XXQ' }, 'bad-currency /currency'],
    [{ opening: { ...opening, amount: '1.005' } }, 'bad-amount /opening/amount'],
    [{ opening: { ...opening, amount: '-1234567890123456789' } }, 'amount-too-large /opening/amount'],
    [{ opening: { ...opening, day: '2026-02-30' } }, 'bad-day /opening/day'],
    [{ currency: 'JPY', opening }, 'bad-amount /opening/amount'],
    [{ name: 'wallet' }, 'name-taken /name'],
  ] as const) {
    const answer = await ask('POST /accounts', { body: { name: 'X', kind: 'cash', ...body } })
    assert.is(faultOf(answer.body), fault)
  }
})

keeping('lists them and drops those never used', async () => {
  const { desk, ask } = await sit()
  await ask(`PUT /accounts/${id}`, { body: savings })
  await desk.record({ kind: 'expense', day: '2026-11-20', amount: '3.00' })
  const list = async () => ((await ask('GET /accounts')).body as { items: AccountView[] }).items

  assert.equal(
    (await list()).map(({ name, balance }) => [name, balance]),
    [
      ['Wallet', '-3.00'],
      ['Savings', '-12.50'],
    ],
  )
  assert.is((await ask(`DELETE /accounts/${desk.at.wallet}`)).status, 409)
  assert.is((await ask(`DELETE /accounts/${id}`, { headers: { 'if-match': '"9"' } })).status, 412)
  assert.is((await ask(`DELETE /accounts/${id}`, { headers: { 'if-match': '"1"' } })).status, 204)
  assert.is((await list()).length, 1)
})

keeping('tells what was in them at the end of each period, per currency, in three statements', async () => {
  const { desk, ask } = await sit()
  const opened = { amount: '100', day: '2026-09-15' }
  const yen = await ask('POST /accounts', { body: { name: 'Yen', kind: 'cash', currency: 'JPY', opening: opened } })
  const { id: toAccountId } = yen.body as AccountView
  await desk.record({ kind: 'income', day: '2026-08-20', amount: '50.00' })
  await desk.record({ kind: 'expense', day: '2026-10-31', amount: '20.00' })
  await desk.record({ kind: 'transfer', day: '2026-11-22', amount: '5.00', toAccountId, toAmount: '900' })
  await desk.record({ kind: 'expense', day: '2026-11-23', amount: '1.00' })
  desk.statements.length = 0

  const { days, currencies } = (await ask('GET /net-worth')).body as NetWorthView
  assert.is(desk.statements.length, 3)
  assert.equal(days.slice(-3), ['2026-09-30', '2026-10-31', '2026-11-22'])
  const ends = currencies.map(({ currency, amounts }) => [currency, ...amounts.slice(-5)])
  assert.equal(ends, [
    ['EUR', '0.00', '50.00', '50.00', '30.00', '25.00'],
    ['JPY', '0', '0', '100', '100', '1000'],
  ])
  assert.equal(currencies[1]?.accounts[0]?.accountId, toAccountId)
  assert.equal(
    ((await ask('GET /net-worth?on=2027-01-05')).body as NetWorthView).currencies[0]?.amounts.at(-1),
    '24.00',
  )
  assert.is((await ask('GET /net-worth?on=2026-02-30')).status, 422)
})

async function sit() {
  const desk = await ledgerDesk()
  const handlers = { listAccounts, getNetWorth, addAccount, getAccount, putAccount, changeAccount, removeAccount }
  return { desk, ask: deskApi(desk, accounts, handlers) }
}

function faultOf(body: unknown): string {
  const { errors } = body as { errors: { code: string; pointer: string }[] }
  return `${errors[0]?.code} ${errors[0]?.pointer}`
}

keeping.run()
