import * as assert from 'uvu/assert'
import type { Says } from '../../tests/support/desk-suite.ts'
import type { LedgerDesk } from '../../tests/support/ledger-desk.ts'
import type { AccountId } from '../domain/ids.ts'
import { fromStore } from '../domain/money.ts'
import { ok, refuse } from '../domain/result.ts'
import type { Account, AccountFields } from './accounts.ts'

const savings: AccountFields = {
  name: 'Savings',
  kind: 'savings',
  currency: { code: 'EUR', digits: 2 },
  opening: { amount: fromStore(150000), day: '2026-01-01' as AccountFields['opening']['day'] },
  archived: false,
}

export function accountsContract(says: Says): void {
  says('adds an account that opens with its balance', async ({ accounts, scope, ids, clock }) => {
    const id = ids.next() as AccountId
    const row = { ...savings, id, version: 1, balance: fromStore(150000) }

    assert.equal(await accounts.add(scope, id, savings, clock.now()), ok({ row, outcome: 'added' }))
    assert.equal(await accounts.find(scope, id), row)
    assert.equal(
      (await accounts.list(scope)).map(({ name }) => name),
      ['Wallet', 'Savings'],
    )
  })

  says('adds the same once, however often it is asked, and not something else under its id', async (desk) => {
    const { accounts, scope, clock } = desk
    const { id } = await added(desk)
    const revision = (await desk.enter(scope.userId)).revision

    const again = await accounts.add(scope, id, savings, clock.now())
    const other = await accounts.add(scope, id, { ...savings, name: 'Rainy days' }, clock.now())

    assert.is(again.ok && again.value.outcome, 'same')
    assert.equal(other, refuse({ kind: 'precondition-required' }))
    assert.is((await desk.enter(scope.userId)).revision, revision)
  })

  says('takes an empty opening for the same on another day', async ({ accounts, scope, ids, clock }) => {
    const id = ids.next() as AccountId
    const opening = (day: string) => ({ amount: fromStore(0), day: day as AccountFields['opening']['day'] })
    await accounts.add(scope, id, { ...savings, opening: opening('2026-11-22') }, clock.now())

    const again = await accounts.add(scope, id, { ...savings, opening: opening('2026-11-23') }, clock.now())
    assert.is(again.ok && again.value.outcome, 'same')
    assert.is(again.ok && again.value.row.opening.day, '2026-11-22')
  })

  says('has one account of a name, however it is written, in each ledger', async (desk) => {
    const { accounts, scope, stranger, ids, clock } = desk
    await added(desk)
    const taken = refuse({ kind: 'name-taken', pointer: '/name' })
    const next = () => ids.next() as AccountId

    assert.equal(await accounts.add(scope, next(), { ...savings, name: 'SÁVINGS' }, clock.now()), taken)
    assert.equal(await accounts.change(scope, desk.at.wallet, undefined, renamed('savings'), clock.now()), taken)
    assert.ok((await accounts.add(stranger, next(), savings, clock.now())).ok)
  })

  says('changes only the version that was asked for', async ({ accounts, scope, at, clock }) => {
    const first = await accounts.change(scope, at.wallet, 1, renamed('Purse'), clock.now())
    assert.equal(first.ok && [first.value.name, first.value.version], ['Purse', 2])

    assert.equal(
      await accounts.change(scope, at.wallet, 1, renamed('Bag'), clock.now()),
      refuse({ kind: 'version-mismatch' }),
    )
    assert.equal((await accounts.find(scope, at.wallet))?.name, 'Purse')
  })

  says('leaves version and revision alone when nothing changes', async (desk) => {
    const { accounts, scope, at, clock } = desk
    const same = await accounts.change(scope, at.wallet, 1, renamed('Wallet'), clock.now())

    assert.is(same.ok && same.value.version, 1)
    assert.is((await desk.enter(scope.userId)).revision, scope.revision)
  })

  says('writes nothing that the edit refuses', async (desk) => {
    const { accounts, scope, at, clock } = desk
    const edit = () => refuse({ kind: 'bad-currency' as const, text: 'XXX' })

    assert.equal(await accounts.change(scope, at.wallet, undefined, edit, clock.now()), edit())
    assert.is((await desk.enter(scope.userId)).revision, scope.revision)
  })

  says('moves the balance by what the opening moves', async (desk) => {
    const { accounts, scope, clock } = desk
    const { id } = await added(desk)
    await desk.record({ kind: 'expense', day: '2026-11-20', amount: '12.34', accountId: id })

    const moved = await accounts.change(scope, id, undefined, opened(-5000n), clock.now())
    assert.is(moved.ok && moved.value.balance, -6234n)
  })

  says('refuses an opening that would take the balance past what can be kept', async (desk) => {
    const { accounts, scope, clock } = desk
    const { id } = await added(desk)
    const most = 2n ** 63n - 1n
    await desk.db.updateTable('accounts').set({ balance: most }).where('id', '=', id).execute()

    const refused = refuse({ kind: 'total-too-large', pointer: '/opening/amount' })
    assert.equal(await accounts.change(scope, id, undefined, opened(150001n), clock.now()), refused)
    assert.ok((await accounts.change(scope, id, undefined, opened(149999n), clock.now())).ok)
  })

  says('keeps its currency once anything names it', async (desk) => {
    const { accounts, scope, clock } = desk
    const inYen = (account: Account) => ok({ ...account, currency: { code: 'JPY', digits: 0 } })
    const change = async (account: Account) => accounts.change(scope, account.id, undefined, inYen, clock.now())
    const fixed = refuse({ kind: 'currency-fixed', pointer: '/currency' })

    const unused = await change(await added(desk, 'Unused'))
    assert.equal(unused.ok && unused.value.currency, { code: 'JPY', digits: 0 })

    for (const [name, use] of uses(desk)) {
      const account = await added(desk, name)
      await use(account)
      assert.equal(await change(account), fixed, name)
    }
  })

  says('goes only when nothing ever named it, and is gone then', async (desk) => {
    const { accounts, scope } = desk
    for (const [name, use] of uses(desk)) {
      const account = await added(desk, name)
      await use(account)
      assert.equal(await accounts.remove(scope, account.id, undefined), refuse({ kind: 'in-use' }), name)
    }

    const { id } = await added(desk, 'Unused')
    assert.equal(await accounts.remove(scope, id, 2), refuse({ kind: 'version-mismatch' }))
    assert.equal(await accounts.remove(scope, id, 1), ok(undefined))
    assert.is(await accounts.find(scope, id), undefined)
    assert.equal(await accounts.remove(scope, id, 1), ok(undefined))
  })

  says('is nobody else’s', async (desk) => {
    const { accounts, stranger, at, clock } = desk
    assert.is(await accounts.find(stranger, at.wallet), undefined)
    assert.equal(await accounts.list(stranger).then((all) => all.map(({ id }) => id)), [desk.strangers.wallet])
    const absent = refuse({ kind: 'not-found' })
    assert.equal(await accounts.change(stranger, at.wallet, undefined, renamed('Mine'), clock.now()), absent)
    assert.equal(await accounts.remove(stranger, at.wallet, undefined), ok(undefined))
    assert.is((await accounts.find(desk.scope, at.wallet))?.name, 'Wallet')
  })
}

const renamed = (name: string) => (account: Account) => ok({ ...account, name })

const opened = (amount: bigint) => (account: Account) =>
  ok({ ...account, opening: { ...account.opening, amount: fromStore(amount) } })

async function added({ accounts, scope, ids, clock }: LedgerDesk, name = 'Savings'): Promise<Account> {
  const made = await accounts.add(scope, ids.next() as AccountId, { ...savings, name }, clock.now())
  if (!made.ok) throw new Error(made.error.kind)
  return made.value.row
}

/** Every way in which an entry can name an account. */
function uses(desk: LedgerDesk): readonly (readonly [string, (account: Account) => Promise<unknown>])[] {
  const { transactions, scope, at, clock } = desk
  const draft = { day: '2026-11-20', amount: '1.00' }
  return [
    ['Spent from', ({ id }) => desk.record({ ...draft, kind: 'expense', accountId: id })],
    ['Sent from', ({ id }) => desk.record({ ...draft, kind: 'transfer', accountId: id, toAccountId: at.wallet })],
    ['Sent to', ({ id }) => desk.record({ ...draft, kind: 'transfer', accountId: at.wallet, toAccountId: id })],
    [
      'In the trash',
      async ({ id: accountId }) => {
        const id = await desk.record({ ...draft, kind: 'expense', accountId })
        await transactions.apply(scope, [{ do: 'delete', id }], clock.now())
      },
    ],
  ]
}
