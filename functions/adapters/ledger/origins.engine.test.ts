import * as assert from 'uvu/assert'
import { onDesks } from '../../../tests/support/desk-suite.ts'
import type { LedgerDesk } from '../../../tests/support/ledger-desk.ts'
import { firstLimit } from '../../domain/budget.ts'
import type { Day } from '../../domain/day.ts'
import type { AccountId, BudgetId, CategoryId, PayeeId } from '../../domain/ids.ts'
import { fromStore, zero } from '../../domain/money.ts'
import { ok } from '../../domain/result.ts'

const [made, other] = ['a'.repeat(64), 'b'.repeat(64)]

onDesks('what rows were made from', (says) => {
  says('tells a repeat whatever the row has become, in every list', async (desk) => {
    for (const { add, change } of listsOf(desk, desk.ids.next())) {
      assert.is(await add('first', made), 'added')
      await change('second')
      assert.is(await add('first', made), 'same')
      assert.is(await add('second', other), 'precondition-required', 'equal to the row, but not what it was made from')
    }
  })

  says('is forgotten with the row', async (desk) => {
    for (const { add, remove } of listsOf(desk, desk.ids.next())) {
      assert.is(await add('first', made), 'added')
      await remove()
      assert.is(await add('first', other), 'added')
      assert.is(await add('first', made), 'precondition-required')
    }
  })

  says('is not known of a row that nobody sent a body for: equal fields are a repeat', async (desk) => {
    for (const { add } of listsOf(desk, desk.ids.next())) {
      assert.is(await add('first'), 'added')
      assert.is(await add('first', made), 'same')
      assert.is(await add('second', made), 'precondition-required')
    }
  })

  says('is of one ledger', async (desk) => {
    const id = desk.ids.next() as PayeeId
    assert.ok((await desk.payees.add(desk.stranger, id, 'Mill', 0, made)).ok)
    assert.equal(outcome(await desk.payees.add(desk.scope, id, 'Quay', 0, other)), 'added')
  })
})

/** The same three deeds in each list, on a row of one id. */
function listsOf({ accounts, categories, payees, budgets, scope }: LedgerDesk, id: string) {
  const account = (name: string) => {
    const opening = { amount: zero, day: '2026-11-01' as Day }
    return { name, kind: 'bank' as const, currency: scope.currency, opening, archived: false }
  }
  const category = (name: string) => ({ name, kind: 'expense' as const, archived: false })
  const rest = { currency: scope.currency, rule: { kind: 'month', date: 1 } as const, archived: false }
  const limit = (name: string) => firstLimit(fromStore(name.length * 100))
  const [accountId, categoryId] = [id as AccountId, id as CategoryId]
  const [payeeId, budgetId] = [id as PayeeId, id as BudgetId]
  return [
    {
      add: async (name: string, hash?: string) => outcome(await accounts.add(scope, accountId, account(name), 0, hash)),
      change: (name: string) => accounts.change(scope, accountId, undefined, () => ok(account(name)), 0),
      remove: () => accounts.remove(scope, accountId, undefined),
    },
    {
      add: async (name: string, hash?: string) =>
        outcome(await categories.add(scope, categoryId, category(name), 0, hash)),
      change: (name: string) => categories.change(scope, categoryId, undefined, () => ok(category(name)), 0),
      remove: () => categories.remove(scope, categoryId, undefined),
    },
    {
      add: async (name: string, hash?: string) => outcome(await payees.add(scope, payeeId, name, 0, hash)),
      change: (name: string) => payees.rename(scope, payeeId, undefined, name, 0),
      remove: () => payees.remove(scope, payeeId, undefined),
    },
    {
      add: async (name: string, hash?: string) =>
        outcome(await budgets.add(scope, budgetId, rest, limit(name), 0, hash)),
      change: (name: string) =>
        budgets.change(scope, budgetId, undefined, () => ok({ ...rest, limits: limit(name) }), 0),
      remove: () => budgets.remove(scope, budgetId, undefined),
    },
  ]
}

type Answer =
  | { readonly ok: true; readonly value: { readonly outcome: string } }
  | { readonly ok: false; readonly error: { readonly kind: string } }

const outcome = (answer: Answer) => (answer.ok ? answer.value.outcome : answer.error.kind)
