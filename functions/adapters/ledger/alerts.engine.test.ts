import fc from 'fast-check'
import * as assert from 'uvu/assert'
import { onDesks, type Says } from '../../../tests/support/desk-suite.ts'
import { account, apply, create, doneIn, lunch, nextId, patch } from '../../../tests/support/entries.ts'
import type { LedgerDesk } from '../../../tests/support/ledger-desk.ts'
import { firstLimit } from '../../domain/budget.ts'
import type { BudgetId, CategoryId } from '../../domain/ids.ts'
import { fromStore } from '../../domain/money.ts'
import type { Rule } from '../../domain/period.ts'
import { ok } from '../../domain/result.ts'
import type { Budget } from '../../ports/budgets.ts'
import type { Change } from '../../ports/transactions.ts'

// It is noon on 2026-11-22, and the limits are of a hundred euros.

const month: Rule = { kind: 'month', date: 1 }
const seed = Number(process.env.SEED ?? Date.now())

onDesks('alerts', (says: Says) => {
  says('are noted with the write that crosses 80 and 100 per cent, once each', async (desk) => {
    const id = await budget(desk)

    await spend(desk, '79.99')
    assert.equal(await alerts(desk), [])
    const edge = await spend(desk, '0.01')
    assert.equal(await alerts(desk), [`${id} 2026-11-01 80 crossed 8000`])
    await spend(desk, '15')
    await spend(desk, '5')
    await patch(desk, edge.id, { amount: '0.02' })

    assert.equal(await alerts(desk), [`${id} 2026-11-01 100 crossed 10000`, `${id} 2026-11-01 80 crossed 8000`])
  })

  says('are outdone at once where the same write crosses a worse one', async (desk) => {
    const id = await budget(desk)

    await spend(desk, '150')

    assert.equal(await alerts(desk), [`${id} 2026-11-01 100 crossed 15000`, `${id} 2026-11-01 80 outdone 15000`])
  })

  says('come once, though spending falls and rises again', async (desk) => {
    await budget(desk)
    const { id } = await spend(desk, '90')
    await apply(desk, { do: 'delete', id })
    await apply(desk, { do: 'restore', id })

    assert.is((await alerts(desk)).length, 1)
  })

  says('are not for history, and not for what is to come', async (desk) => {
    await budget(desk)

    for (const day of ['2026-10-31', '2026-12-01', '2025-11-22']) await create(desk, { ...lunch, day, amount: '500' })

    assert.equal(await alerts(desk), [])
  })

  says('come with the first write of a period that begins beyond them, by what was entered ahead', async (desk) => {
    const id = await budget(desk)
    await create(desk, { ...lunch, day: '2026-12-01', amount: '95' })
    desk.clock.set(Date.UTC(2026, 11, 2, 12))
    assert.equal(await alerts(desk), [])

    await create(desk, { ...lunch, day: '2026-12-02', amount: '1' })
    assert.equal(await alerts(desk), [`${id} 2026-12-01 80 crossed 9600`])
    await create(desk, { ...lunch, day: '2026-12-02', amount: '1' })
    assert.is((await alerts(desk)).length, 1)
  })

  says('tell of a new limit only what is spent from then on', async (desk) => {
    await spend(desk, '95')
    const id = await budget(desk, {}, desk.clock.now())

    await spend(desk, '1')
    assert.equal(await alerts(desk), [])
    await spend(desk, '5')
    assert.equal(await alerts(desk), [`${id} 2026-11-01 100 crossed 10100`])
  })

  says('come in the period that is running where the ledger is', async (desk) => {
    await budget(desk)
    // an hour before midnight in UTC it is December in Berlin
    desk.clock.set(Date.UTC(2026, 10, 30, 23, 30))

    await create(desk, { ...lunch, day: '2026-11-30', amount: '500' })
    assert.equal(await alerts(desk), [])
    await create(desk, { ...lunch, day: '2026-12-01', amount: '500' })
    assert.is((await alerts(desk)).length, 2)
  })

  says('keep to the rule of the limit, whatever the ledger’s', async (desk) => {
    const id = await budget(desk, { rule: { kind: 'week', weekday: 1 } })

    await create(desk, { ...lunch, day: '2026-11-15', amount: '500' })
    assert.equal(await alerts(desk), [])
    await create(desk, { ...lunch, day: '2026-11-16', amount: '85' })

    assert.equal(await alerts(desk), [`${id} 2026-11-16 80 crossed 8500`])
  })

  says('of a category count its children and all that is merged into them', async (desk) => {
    const { at, scope, categories, ids } = desk
    const baker = ids.next() as CategoryId
    await categories.add(scope, baker, { name: 'Baker', kind: 'expense', archived: false }, 0)
    const id = await budget(desk, { categoryId: at.food })

    await create(desk, { ...lunch, amount: '500', categoryId: at.rent })
    await create(desk, { ...lunch, amount: '40', categoryId: at.bread })
    const { id: filed } = await create(desk, { ...lunch, amount: '30', categoryId: baker })
    await categories.merge(scope, baker, at.bread, 0)
    assert.equal(await alerts(desk), [])
    await patch(desk, filed, { amount: '40' })

    assert.equal(await alerts(desk), [`${id} 2026-11-01 80 crossed 8000`])
    // what a merge has brought beyond the limit is told with the next that is spent
    await categories.merge(scope, at.rent, at.bread, 0)
    await create(desk, { ...lunch, amount: '1', categoryId: at.bread })
    assert.equal(await alerts(desk), [`${id} 2026-11-01 100 crossed 58100`, `${id} 2026-11-01 80 crossed 8000`])
  })

  says('are none where so much was spent before that no store could keep it, and the entry is taken', async (desk) => {
    const { at, db, scope } = desk
    await budget(desk, { categoryId: at.food, rule: { kind: 'week', weekday: 1 } })
    const own = { ledger_id: scope.ledgerId, currency: scope.currency.code, plus: 0, n: 1, touched_ms: 0 }
    const kept = { ...own, face: 'category' as const, grain: 'd' as const, key_id: at.food, minus: 2n ** 63n - 1n }
    for (const start of ['2026-11-16', '2026-11-17'])
      await db
        .insertInto('totals')
        .values({ ...kept, start })
        .execute()

    await create(desk, { ...lunch, amount: '1', categoryId: at.food })
    assert.equal(await alerts(desk), [])
  })

  says('count nothing of other currencies, no transfer and no income, and less by a refund', async (desk) => {
    await budget(desk)
    const bank = await account(desk, 'Bank')
    const tokyo = await account(desk, 'Tokyo', { code: 'JPY', digits: 0 })

    await create(desk, { ...lunch, amount: '50000', accountId: tokyo })
    await create(desk, { kind: 'transfer', day: lunch.day, amount: '500', toAccountId: bank })
    await create(desk, { kind: 'income', day: lunch.day, amount: '500' })
    await create(desk, { ...lunch, kind: 'refund', amount: '30' })
    await spend(desk, '109.99')
    assert.equal(await alerts(desk), [])
    await spend(desk, '0.01')

    assert.is((await alerts(desk)).length, 1)
  })

  says('are forgotten where the limit is raised beyond the spending, and come anew', async (desk) => {
    const id = await budget(desk)
    await spend(desk, '100')
    await desk.db.updateTable('alerts').set({ state: 'settled' }).execute()

    await limitTo(desk, id, 120_00)
    assert.equal(await alerts(desk), [`${id} 2026-11-01 80 settled 10000`])
    await limitTo(desk, id, 1000_00)
    assert.equal(await alerts(desk), [])
    await spend(desk, '950')
    assert.equal(await alerts(desk), [`${id} 2026-11-01 100 crossed 105000`, `${id} 2026-11-01 80 outdone 105000`])
  })

  says('come where the limit is lowered below the spending, and not again for what is known', async (desk) => {
    const id = await budget(desk)
    await spend(desk, '70')
    await limitTo(desk, id, 85_00)
    assert.equal(await alerts(desk), [`${id} 2026-11-01 80 crossed 7000`])

    await limitTo(desk, id, 60_00)
    await limitTo(desk, id, 50_00)
    assert.equal(await alerts(desk), [`${id} 2026-11-01 100 crossed 7000`, `${id} 2026-11-01 80 crossed 7000`])
    await limitTo(desk, id, 80_00)
    assert.equal(await alerts(desk), [`${id} 2026-11-01 80 crossed 7000`])
  })

  says('come where the limit is for another category or by another rule', async (desk) => {
    const { at } = desk
    const id = await budget(desk, { categoryId: at.rent })
    await create(desk, { ...lunch, amount: '90', categoryId: at.bread })
    const changed = (fields: { readonly categoryId?: CategoryId; readonly rule?: Rule }) =>
      desk.budgets.change(desk.scope, id, undefined, (row) => ok({ ...row, ...fields }), desk.clock.now())

    await changed({ categoryId: at.food })
    assert.equal(await alerts(desk), [`${id} 2026-11-01 80 crossed 9000`])
    await changed({ categoryId: at.rent })
    assert.equal(await alerts(desk), [])
    await changed({ categoryId: at.food, rule: { kind: 'week', weekday: 1 } })
    assert.equal(await alerts(desk), [`${id} 2026-11-16 80 crossed 9000`])
  })

  says('of an archived limit never come', async (desk) => {
    const id = await budget(desk)
    await desk.budgets.change(desk.scope, id, undefined, (row) => ({ ok: true, value: { ...row, archived: true } }), 0)

    await spend(desk, '500')

    assert.equal(await alerts(desk), [])
  })

  says('come with the write or not at all', async (desk) => {
    await budget(desk)
    const big: Change = { do: 'create', id: nextId(desk), draft: { ...lunch, amount: '500' }, bodyHash: '' }

    await apply(desk, big, { do: 'patch', id: nextId(desk), patch: {} })

    assert.equal(await alerts(desk), [])
  })

  says('come exactly when the running total first crosses, whatever is written (law 9)', async (desk) => {
    const moves = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 60_00 })), { minLength: 1, maxLength: 6 })
    const limit = await budget(desk)

    await fc.assert(
      fc.asyncProperty(moves, async (writes) => {
        let [total, worst] = [0, 0]
        const due: string[] = []
        const made: Change[] = []
        for (const [refund, cents] of writes) {
          const draft = { ...lunch, amount: (cents / 100).toFixed(2), ...(refund && { kind: 'refund' as const }) }
          const { id } = await create(desk, draft)
          made.push({ do: 'delete', id })
          total += refund ? -cents : cents
          for (const threshold of [80, 100].filter((one) => one > worst && total >= one * 100)) {
            due.push(
              `${limit} 2026-11-01 ${threshold} ${total >= 100_00 && threshold === 80 ? 'outdone' : 'crossed'} ${total}`,
            )
            worst = threshold
          }
        }
        assert.equal(await alerts(desk), due.sort())

        doneIn(await apply(desk, ...made.toReversed()))
        await desk.db.deleteFrom('alerts').execute()
      }),
      { numRuns: 30, seed },
    )
  })
})

async function budget(
  desk: LedgerDesk,
  fields: { readonly rule?: Rule; readonly categoryId?: CategoryId } = {},
  now = 0,
) {
  const id = desk.ids.next() as BudgetId
  const whole = { currency: desk.scope.currency, rule: month, archived: false, ...fields }
  const added = await desk.budgets.add(desk.scope, id, whole, firstLimit(fromStore(100_00)), now)
  assert.ok(added.ok)
  return id
}

function limitTo(desk: LedgerDesk, id: BudgetId, cents: number) {
  const edit = (row: Budget) => ok({ ...row, limits: firstLimit(fromStore(cents)) })
  return desk.budgets.change(desk.scope, id, undefined, edit, desk.clock.now())
}

const spend = (desk: LedgerDesk, amount: string) => create(desk, { ...lunch, amount })

async function alerts(desk: LedgerDesk): Promise<readonly string[]> {
  const rows = await desk.db.selectFrom('alerts').selectAll().execute()
  return rows.map((row) => `${row.budget_id} ${row.period_start} ${row.threshold} ${row.state} ${row.amount}`).sort()
}
