import * as assert from 'uvu/assert'
import type { Says } from '../../tests/support/desk-suite.ts'
import type { LedgerDesk } from '../../tests/support/ledger-desk.ts'
import type { Day } from '../domain/day.ts'
import type { Draft } from '../domain/draft.ts'
import type { AccountId, TransactionId } from '../domain/ids.ts'
import { fromStore } from '../domain/money.ts'
import { ok, refuse } from '../domain/result.ts'
import type { Reckoning } from './reckonings.ts'

const october = '2026-10-31' as Day
const november = '2026-11-20' as Day

export function reckoningsContract(says: Says): void {
  says('knows what the entries come to on a day, and no statement before there is one', async (desk) => {
    await spent(desk, '2026-10-30', '5.00')
    await spent(desk, '2026-11-01', '1.00')

    const found = await find(desk, october)
    assert.equal([found?.book, found?.own, found?.previous, found?.open], [-500n, undefined, undefined, []])
    assert.is((await find(desk, november))?.book, -600n)
    assert.is((await find(desk, '1900-01-01' as Day))?.book, 0n)
    assert.is((await find(desk, '2199-12-31' as Day))?.book, -600n)
    assert.is(await desk.reckonings.find(desk.scope, desk.ids.next() as AccountId, october), undefined)
  })

  says('remembers a statement that agrees, and refuses one that does not', async (desk) => {
    await spent(desk, '2026-10-30', '5.00')
    const { revision } = await desk.enter(desk.scope.userId)

    assert.equal(await put(desk, october, -499n), refuse({ kind: 'statement-off', pointer: '/balance' }))
    assert.is((await desk.enter(desk.scope.userId)).revision, revision)
    assert.equal(await put(desk, october, -500n), ok('added'))
    assert.equal(await put(desk, october, -500n), ok('replaced'))

    const { own, previous } = (await find(desk, october)) ?? {}
    assert.equal([own, previous], [{ day: october, balance: -500n, off: 0n }, undefined])
    assert.equal((await desk.accounts.find(desk.scope, desk.at.wallet))?.reconciled, october)
  })

  says('leaves out entries that are not on it yet, and carries them to the next', async (desk) => {
    await spent(desk, '2026-10-29', '5.00')
    const late = await spent(desk, '2026-10-30', '7.00')
    assert.equal(await put(desk, october, -500n, [late]), ok('added'))
    await spent(desk, '2026-11-02', '1.00')

    const next = await find(desk, november)
    assert.equal([next?.previous?.day, idsOf(next), next?.book], [october, [late], -1300n])
    assert.equal(await put(desk, november, -1300n), ok('added'))
    assert.equal([idsOf(await find(desk, november)), idsOf(await find(desk, october))], [[], [late]])
    assert.is((await desk.accounts.list(desk.scope))[0]?.reconciled, november)
  })

  says('counts a transfer on both its accounts, and a refund as money in', async (desk) => {
    const savings = await account(desk)
    await desk.record({ kind: 'transfer', day: '2026-10-30', amount: '9.00', toAccountId: savings })
    const back = await spent(desk, '2026-10-30', '2.00', { kind: 'refund', accountId: savings })

    assert.equal(await put(desk, october, -900n), ok('added'))
    assert.equal(await put(desk, october, 900n, [back], savings), ok('added'))
    assert.equal(await put(desk, october, 1100n, [], savings), ok('replaced'))
  })

  says('takes only entries that the account has by then for open ones', async (desk) => {
    const savings = await account(desk)
    const [early, late, other] = [
      await spent(desk, '2026-10-30', '1.00'),
      await spent(desk, '2026-11-01', '1.00'),
      await spent(desk, '2026-10-30', '1.00', { accountId: savings }),
    ]
    const strange = await desk.record({ kind: 'expense', day: '2026-10-30', amount: '1.00' }, desk.stranger)

    for (const id of [late, other, strange, desk.ids.next() as TransactionId]) {
      assert.equal(await put(desk, october, 0n, [early, id]), refuse({ kind: 'unknown-entry', pointer: '/open/1' }))
    }
  })

  says('tells how far the entries have moved away from it since', async (desk) => {
    const open = await spent(desk, '2026-10-29', '5.00')
    await put(desk, october, 0n, [open])
    await spent(desk, '2026-10-30', '3.00')
    assert.is((await find(desk, october))?.own?.off, 300n)
    assert.is((await find(desk, november))?.previous?.off, 300n)

    await desk.transactions.apply(desk.scope, [{ do: 'delete', id: open }], desk.clock.now())
    const found = await find(desk, october)
    assert.equal([found?.own?.off, idsOf(found)], [300n, []])
    await desk.transactions.apply(desk.scope, [{ do: 'restore', id: open }], desk.clock.now())
    await change(desk, open, { day: '2026-11-05' })
    assert.is((await find(desk, october))?.own?.off, 300n)
  })

  says(
    'has no entry for open that has gone to another account or to a later day, so that it can be sent back',
    async (desk) => {
      const savings = await account(desk)
      const [moved, later, soon] = [
        await spent(desk, '2026-10-29', '5.00'),
        await spent(desk, '2026-10-30', '7.00'),
        await spent(desk, '2026-10-31', '9.00'),
      ]
      await put(desk, october, 0n, [moved, later, soon])
      await change(desk, moved, { accountId: savings })
      await change(desk, later, { day: '2026-11-21' })
      await change(desk, soon, { day: '2026-11-20' })

      const found = await find(desk, november)
      assert.equal([found?.book, idsOf(found)], [-900n, [soon]])
      assert.equal(await put(desk, november, 0n, idsOf(found)), ok('added'))
      assert.equal(idsOf(await find(desk, october)), [])
    },
  )

  says('forgets a statement, twice like once', async (desk) => {
    const open = await spent(desk, '2026-10-29', '5.00')
    await put(desk, october, 0n, [open])
    const { reckonings, scope, at } = desk

    assert.equal(await reckonings.remove(scope, at.wallet, october), ok(undefined))
    const { revision } = await desk.enter(scope.userId)
    assert.equal(await reckonings.remove(scope, at.wallet, october), ok(undefined))
    assert.is((await desk.enter(scope.userId)).revision, revision)
    assert.equal([idsOf(await find(desk, october)), (await find(desk, october))?.own], [[], undefined])
    assert.is((await desk.accounts.find(scope, at.wallet))?.reconciled, undefined)
  })

  says('keeps its account, with its currency', async (desk) => {
    const { accounts, scope, clock } = desk
    const savings = await account(desk)
    await put(desk, october, 0n, [], savings)
    const yen = await accounts.change(
      scope,
      savings,
      undefined,
      (one) => ok({ ...one, currency: { code: 'JPY', digits: 0 } }),
      clock.now(),
    )
    const renamed = await accounts.change(scope, savings, undefined, (one) => ok({ ...one, name: 'X' }), clock.now())

    assert.equal(yen, refuse({ kind: 'currency-fixed', pointer: '/currency' }))
    assert.equal(await accounts.remove(scope, savings, undefined), refuse({ kind: 'in-use' }))
    assert.is(renamed.ok && renamed.value.reconciled, october)
  })

  says('is found by a handful of statements, and is nobody else’s', async (desk) => {
    await put(desk, october, 0n)
    desk.statements.length = 0
    await find(desk, november)
    assert.ok(desk.statements.length <= 4, desk.statements.join('\n'))

    const { reckonings, stranger, at, clock } = desk
    assert.is(await reckonings.find(stranger, at.wallet, october), undefined)
    const statement = { day: october, balance: fromStore(0), open: [] }
    assert.equal(await reckonings.put(stranger, at.wallet, statement, clock.now()), refuse({ kind: 'not-found' }))
    await reckonings.remove(stranger, at.wallet, october)
    assert.is((await find(desk, october))?.own?.day, october)
  })
}

const find = ({ reckonings, scope, at }: LedgerDesk, day: Day) => reckonings.find(scope, at.wallet, day)

const put = (desk: LedgerDesk, day: Day, balance: bigint, open: readonly TransactionId[] = [], id = desk.at.wallet) =>
  desk.reckonings.put(desk.scope, id, { day, balance: fromStore(balance), open }, desk.clock.now())

const spent = (desk: LedgerDesk, day: string, amount: string, rest: Partial<Draft> = {}) =>
  desk.record({ kind: 'expense', day, amount, ...rest })

const idsOf = (found: Reckoning | undefined) => found?.open.map(({ id }) => id)

async function change({ transactions, scope, clock }: LedgerDesk, id: TransactionId, patch: Partial<Draft>) {
  assert.ok((await transactions.apply(scope, [{ do: 'patch', id, patch }], clock.now())).ok)
}

async function account({ accounts, scope, ids, clock }: LedgerDesk): Promise<AccountId> {
  const opening = { amount: fromStore(0), day: '2026-01-01' as Day }
  const fields = { name: 'Savings', kind: 'savings' as const, currency: scope.currency, opening, archived: false }
  const made = await accounts.add(scope, ids.next() as AccountId, fields, clock.now())
  if (!made.ok) throw new Error(made.error.kind)
  return made.value.row.id
}
