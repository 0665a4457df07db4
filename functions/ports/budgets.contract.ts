import * as assert from 'uvu/assert'
import type { Says } from '../../tests/support/desk-suite.ts'
import type { LedgerDesk } from '../../tests/support/ledger-desk.ts'
import { changeLimit, firstLimit, underRule } from '../domain/budget.ts'
import type { Day } from '../domain/day.ts'
import type { BudgetId, CategoryId } from '../domain/ids.ts'
import { fromStore } from '../domain/money.ts'
import { ok, refuse } from '../domain/result.ts'
import type { Budget, BudgetFields } from './budgets.ts'

const monthly = { kind: 'month', date: 1 } as const
const everything: BudgetFields = { currency: { code: 'EUR', digits: 2 }, rule: monthly, archived: false }
const limits = firstLimit(fromStore(40000))

export function budgetsContract(says: Says): void {
  says('adds a limit for everything or for a category', async ({ budgets, scope, at, ids, clock }) => {
    const [all, food] = [ids.next() as BudgetId, ids.next() as BudgetId]
    const onFood = { ...everything, categoryId: at.food, rule: { kind: 'week', weekday: 7 } as const }

    const row = { ...everything, id: all, version: 1, limits }
    assert.equal(await budgets.add(scope, all, everything, limits, clock.now()), ok({ row, outcome: 'added' }))
    await budgets.add(scope, food, onFood, limits, clock.now())
    assert.equal(await budgets.list(scope), [row, { ...onFood, id: food, version: 1, limits }])
    assert.equal(await budgets.find(scope, all), row)
  })

  says(
    'adds the same once, even when its limit has changed since, and not something else under its id',
    async (desk) => {
      const { budgets, scope, clock } = desk
      const { id } = await added(desk)
      await limited(desk, id, 50000, '2026-11-22')
      const add = (fields: BudgetFields, amount: number) =>
        budgets.add(scope, id, fields, firstLimit(fromStore(amount)), clock.now())

      const again = await add(everything, 40000)
      assert.equal(again.ok && [again.value.outcome, again.value.row], ['same', await budgets.find(scope, id)])
      const required = refuse({ kind: 'precondition-required' })
      assert.equal(await add(everything, 50000), required)
      assert.equal(await add({ ...everything, rule: { kind: 'month', date: 25 } }, 40000), required)
    },
  )

  says('limits expense categories of its own ledger that are no aliases', async (desk) => {
    const { budgets, categories, scope, at, strangers, ids, clock } = desk
    await categories.merge(scope, at.bread, at.rent, clock.now())
    const on = (categoryId: CategoryId) =>
      budgets.add(scope, ids.next() as BudgetId, { ...everything, categoryId }, limits, clock.now())
    const no = (kind: string) => refuse({ kind, pointer: '/categoryId' })

    assert.equal(await on(at.pay), no('category-kind'))
    assert.equal(await on(at.bread), no('category-merged'))
    assert.equal(await on(strangers.food), no('unknown-category'))
    assert.ok((await on(at.rent)).ok)
  })

  says('keeps every limit that was in force, by one statement', async (desk) => {
    const { budgets, scope, statements } = desk
    const { id } = await added(desk)
    await limited(desk, id, 50000, '2026-11-22')
    await limited(desk, id, 60000, '2027-01-02')
    await limited(desk, id, 70000, '2027-01-31')
    statements.length = 0

    const [budget] = await budgets.list(scope)

    assert.is(statements.length, 1)
    assert.is(budget?.version, 4)
    assert.equal(
      budget?.limits.map(({ effectiveFrom, amount }) => [effectiveFrom, amount]),
      [
        ['1900-01-01', 40000n],
        ['2026-11-01', 50000n],
        ['2027-01-01', 70000n],
      ],
    )
  })

  says('forgets a limit that was changed back', async (desk) => {
    const { id } = await added(desk)
    await limited(desk, id, 50000, '2026-11-22')
    await limited(desk, id, 40000, '2026-11-23')
    assert.equal((await desk.budgets.find(desk.scope, id))?.limits, limits)
  })

  says('keeps the rule that limits went by before it was changed, by one statement', async (desk) => {
    const { budgets, scope, statements, clock } = desk
    const { id } = await added(desk)
    await limited(desk, id, 50000, '2026-11-22')
    const weekly = { kind: 'week', weekday: 1 } as const
    const to = (rule: Budget['rule'], today: string) =>
      budgets.change(
        scope,
        id,
        undefined,
        (before) => {
          const limits = underRule(before.limits, before.rule, rule)
          return ok({ ...before, rule, limits: changeLimit(limits, fromStore(9000), rule, today as Day) })
        },
        clock.now(),
      )
    const kept = async () =>
      (await budgets.find(scope, id))?.limits.map((one) => [one.effectiveFrom, one.amount, one.rule])

    await to(weekly, '2026-12-09')
    statements.length = 0
    const wasMonthly = [
      ['1900-01-01', 40000n, monthly],
      ['2026-11-01', 50000n, monthly],
    ]
    assert.equal(await kept(), [...wasMonthly, ['2026-12-07', 9000n, undefined]])
    assert.is(statements.length, 1)

    await to({ kind: 'month', date: 25 }, '2027-01-20')
    assert.equal(await kept(), [...wasMonthly, ['2026-12-07', 9000n, weekly], ['2026-12-25', 9000n, undefined]])
    await to(weekly, '2027-01-21')
    assert.equal(await kept(), [
      ...wasMonthly,
      ['2026-12-07', 9000n, undefined],
      ['2026-12-25', 9000n, { kind: 'month', date: 25 }],
      ['2027-01-18', 9000n, undefined],
    ])
  })

  says('changes and removes only the version that was asked for', async (desk) => {
    const { budgets, scope, clock } = desk
    const { id } = await added(desk)
    const mismatch = refuse({ kind: 'version-mismatch' })
    const archived = (before: Budget) => ok({ ...before, archived: true })

    assert.equal(await budgets.change(scope, id, 2, archived, clock.now()), mismatch)
    const changed = await budgets.change(scope, id, 1, archived, clock.now())
    assert.equal(changed.ok && [changed.value.archived, changed.value.version], [true, 2])
    assert.equal(await budgets.change(scope, id, 2, archived, clock.now()), changed)
    assert.is((await desk.enter(scope.userId)).revision, 2)
    assert.equal(await budgets.remove(scope, id, 1), mismatch)
  })

  says('goes with its limits and its alerts', async (desk) => {
    const { budgets, db, scope, clock } = desk
    const { id } = await added(desk)
    const pinned = (before: Budget) =>
      ok({ ...before, limits: before.limits.map((one) => ({ ...one, rule: monthly })) })
    await budgets.change(scope, id, undefined, pinned, clock.now())
    await desk.record({ kind: 'expense', day: '2026-11-20', amount: '500.00' })

    assert.equal(await budgets.remove(scope, id, 2), ok(undefined))
    assert.equal(await budgets.remove(scope, id, 2), ok(undefined))
    assert.equal(await budgets.list(scope), [])
    for (const table of ['budget_limits', 'limit_rules', 'alerts'] as const) {
      assert.equal(await db.selectFrom(table).selectAll().execute(), [], table)
    }
  })

  says('is nobody else’s', async (desk) => {
    const { budgets, scope, stranger, clock } = desk
    const { id } = await added(desk)

    assert.equal(await budgets.list(stranger), [])
    assert.is(await budgets.find(stranger, id), undefined)
    assert.equal(
      await budgets.change(stranger, id, undefined, (one) => ok(one), clock.now()),
      refuse({ kind: 'not-found' }),
    )
    assert.equal(await budgets.remove(stranger, id, undefined), ok(undefined))
    assert.is((await budgets.list(scope)).length, 1)
  })
}

async function added({ budgets, scope, ids, clock }: LedgerDesk): Promise<Budget> {
  const made = await budgets.add(scope, ids.next() as BudgetId, everything, limits, clock.now())
  if (!made.ok) throw new Error(made.error.kind)
  return made.value.row
}

const limited = ({ budgets, scope, clock }: LedgerDesk, id: BudgetId, amount: number, today: string) =>
  budgets.change(
    scope,
    id,
    undefined,
    (before) => ok({ ...before, limits: changeLimit(before.limits, fromStore(amount), before.rule, today as Day) }),
    clock.now(),
  )
