import * as assert from 'uvu/assert'
import type { Says } from '../../tests/support/desk-suite.ts'
import type { LedgerDesk } from '../../tests/support/ledger-desk.ts'
import { firstLimit } from '../domain/budget.ts'
import type { BudgetId } from '../domain/ids.ts'
import { fromStore } from '../domain/money.ts'

/** A limit of a hundred euros a month on everything. */
async function limited(desk: LedgerDesk): Promise<BudgetId> {
  const id = desk.ids.next() as BudgetId
  const fields = { currency: { code: 'EUR', digits: 2 }, rule: { kind: 'month', date: 1 }, archived: false } as const
  await desk.budgets.add(desk.scope, id, fields, firstLimit(fromStore(10_000n)), desk.clock.now())
  return id
}

/** Both thresholds of a limit by one entry; only the worst of them waits, and is leased. */
async function crossedBoth(desk: LedgerDesk) {
  await limited(desk)
  await spend(desk, '150.00')
  const now = desk.clock.now()
  const [worst] = await desk.alerts.lease(now, now + 10, 9)
  if (!worst) throw new Error('No alert')
  return { worst, now }
}

const spend = (desk: LedgerDesk, amount: string) => desk.record({ kind: 'expense', day: '2026-11-20', amount })

export function alertsContract(says: Says): void {
  says('are leased once, the oldest first, and again when the lease has ended', async (desk) => {
    const { alerts } = desk
    const budgetId = await limited(desk)
    const now = desk.clock.now()
    await spend(desk, '85.00')
    desk.clock.set(now + 5)
    await spend(desk, '20.00')

    const [first, second, ...others] = await alerts.lease(now + 10, now + 1000, 9)
    assert.equal(others, [])
    assert.equal(
      [first, second].map((alert) => [alert?.budgetId, alert?.threshold, alert?.spent, alert?.limit, alert?.isBegun]),
      [
        [budgetId, 80, 8500n, 10000n, false],
        [budgetId, 100, 10500n, 10000n, false],
      ],
    )
    assert.equal(first?.period, { start: '2026-11-01', end: '2026-11-30' })
    assert.equal(first?.currency, { code: 'EUR', digits: 2 })
    assert.equal(await alerts.lease(now + 999, now + 2000, 9), [])
    assert.is((await alerts.lease(now + 1000, now + 2000, 1)).length, 1)
  })

  says('are leased to one of many who ask at once', async (desk) => {
    const { alerts } = desk
    await limited(desk)
    await limited(desk)
    await limited(desk)
    await spend(desk, '85.00')
    const now = desk.clock.now()

    const all = await Promise.all(Array.from({ length: 6 }, () => alerts.lease(now, now + 1000, 9)))
    assert.is(all.flat().length, 3)
    assert.is(new Set(all.flat().map(({ id }) => id)).size, 3)
  })

  says('are known to have been begun, and are gone once they are settled', async (desk) => {
    const { alerts } = desk
    await limited(desk)
    await spend(desk, '85.00')
    const now = desk.clock.now()
    const [alert] = await alerts.lease(now, now + 10, 9)
    if (!alert) throw new Error('No alert')

    assert.is(await alerts.begin(alert), true)
    assert.is((await alerts.lease(now + 10, now + 20, 9))[0]?.isBegun, true)
    assert.is(await alerts.begin(alert), false)
    await alerts.putBack(alert, now + 25)
    assert.equal(await alerts.lease(now + 24, now + 30, 9), [])
    assert.is((await alerts.lease(now + 25, now + 30, 9))[0]?.isBegun, false)
    await alerts.settle(alert)
    assert.equal(await alerts.lease(now + 1e9, now + 2e9, 9), [])
  })

  says('are withdrawn with all that nobody was told of, unless something was written since', async (desk) => {
    const { alerts, scope } = desk
    const { worst, now } = await crossedBoth(desk)
    const revision = async () => (await desk.enter(scope.userId)).revision
    const rows = () => desk.db.selectFrom('alerts').select(['threshold', 'state']).execute()

    assert.is(await alerts.withdraw(worst, undefined, (await revision()) - 1), false)
    assert.is((await rows()).length, 2)
    const before = await revision()
    assert.is(await alerts.withdraw(worst, 80, before), true)
    assert.is(await revision(), before)
    const [lesser, ...others] = await alerts.lease(now + 10, now + 20, 9)
    if (!lesser) throw new Error('No lesser alert')
    assert.equal([lesser.threshold, others], [80, []])
    assert.is(await alerts.withdraw(lesser, undefined, before), true)
    assert.equal(await rows(), [])
  })

  says('settle what is less with themselves, and stay then whatever is withdrawn', async (desk) => {
    const { alerts, scope } = desk
    const { worst } = await crossedBoth(desk)
    await alerts.settle(worst)

    assert.is(await alerts.withdraw(worst, undefined, (await desk.enter(scope.userId)).revision), true)
    const rows = await desk.db.selectFrom('alerts').select('state').execute()
    assert.equal(
      rows.map(({ state }) => state),
      ['settled', 'settled'],
    )
  })

  says('concern those who keep the ledger, and no other', async (desk) => {
    const { alerts } = desk
    const row = { ledger_id: desk.scope.ledgerId, user_id: desk.stranger.userId }
    await desk.db
      .insertInto('memberships')
      .values({ ...row, role: 'viewer' })
      .execute()
    assert.equal(await alerts.keepers(desk.scope.ledgerId), [desk.scope.userId])
    await desk.db
      .updateTable('memberships')
      .set({ role: 'editor' })
      .where('ledger_id', '=', row.ledger_id)
      .where('user_id', '=', row.user_id)
      .execute()
    assert.is((await alerts.keepers(desk.scope.ledgerId)).length, 2)
  })
}
