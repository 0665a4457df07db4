import { firstLimit } from '../../functions/domain/budget.ts'
import { askedBudget, patched, replaced } from '../../functions/domain/budget-fields.ts'
import { type Day, parseDay } from '../../functions/domain/day.ts'
import { type BudgetId, parseId } from '../../functions/domain/ids.ts'
import type { Refusal } from '../../functions/domain/refusal.ts'
import type { Result } from '../../functions/domain/result.ts'
import { categoryKindOf } from '../../functions/domain/transaction.ts'
import { budgetViews, withSpending } from '../../functions/views/budget-views.ts'
import type { Api } from '../api.ts'
import { uuidV7 } from '../uuid.ts'
import { answered, no } from './answers.ts'
import { put, removed, rowIn } from './rows.ts'
import { readTotals } from './totals.ts'
import { type Budget, todayOf, type World } from './world.ts'

type Calls = Api['budgets']
type Body = Parameters<Calls['addBudget']>[0]['body']

export function budgets(world: World): Calls {
  const rows = world.budgets

  function viewsOn(some: readonly Budget[], on: string | undefined) {
    const today = todayOf(world)
    const day = on === undefined ? { ok: true as const, value: today } : parseDay(on)
    if (!day.ok) return no({ ...day.error, pointer: '/query/on' })
    return answered(200, { items: views(world, some, day.value, today) })
  }

  function oneOn(row: Result<Budget, Refusal>, on?: string) {
    return shownAs(200, row, on)
  }

  function shownAs<Status extends number>(status: Status, row: Result<Budget, Refusal>, on?: string) {
    if (!row.ok) return no(row.error)
    const all = viewsOn([row.value], on)
    if (!all.ok) return all
    const [view] = all.value.body.items
    return view ? answered(status, view) : no({ kind: 'not-found' })
  }

  function add(text: string, body: Body) {
    const known = rows.get(text)
    if (known) return oneOn({ ok: true, value: known })
    const id = parseId<BudgetId>(text)
    const asked = askedBudget(body, world.head, todayOf(world))
    if (!asked.ok) return no(asked.error)
    const fault = faultOf(world, asked.value.fields.categoryId)
    if (!id || fault) return no(fault ?? { kind: 'not-found' })
    const { fields, amount } = asked.value
    return shownAs(201, put(world, rows, { ...fields, id, version: 1, limits: firstLimit(amount) }))
  }

  function change(
    id: string,
    headers: { readonly 'if-match'?: string } | undefined,
    edit: (before: Budget) => Result<Omit<Budget, 'id' | 'version'>, Refusal>,
  ) {
    const before = rowIn(rows, id, headers)
    if (!before.ok) return no(before.error)
    const after = edit(before.value)
    if (!after.ok) return no(after.error)
    return oneOn(put(world, rows, { ...after.value, id: before.value.id, version: before.value.version + 1 }))
  }

  return {
    listBudgets: async ({ query }) => {
      const all = [...rows.values()]
      return viewsOn(query?.archived === 'true' ? all : all.filter(({ archived }) => !archived), query?.on)
    },
    addBudget: async ({ body, headers }) => add(headers?.['idempotency-key'] ?? uuidV7(world.now()), body),
    getBudget: async ({ params, query }) => oneOn(rowIn(rows, params.id), query?.on),
    putBudget: async ({ params, headers, body }) => {
      if (!headers?.['if-match']) return add(params.id, body)
      const asked = askedBudget(body, world.head, todayOf(world))
      return asked.ok
        ? change(params.id, headers, (before) => replaced(before, asked.value, todayOf(world)))
        : no(asked.error)
    },
    changeBudget: async ({ params, headers, body }) =>
      change(params.id, headers, (before) => patched(before, body, world.head, todayOf(world))),
    removeBudget: async ({ params, headers }) => {
      const gone = removed(world, rows, params.id, headers, () => false)
      return gone.ok ? answered(204, undefined) : no(gone.error)
    },
  }
}

function views(world: World, some: readonly Budget[], on: Day, today: Day) {
  const asks = withSpending([], some, on)
  return budgetViews(some, on, today, [...world.categories.values()], asks, readTotals(world, asks))
}

/** Why there can be no limit for this category, if there cannot. */
function faultOf({ categories }: World, id: string | undefined): Refusal | undefined {
  if (id === undefined) return undefined
  const category = categories.get(id)
  if (!category) return { kind: 'unknown-category', pointer: '/categoryId' }
  if (category.kind !== categoryKindOf('expense')) return { kind: 'category-kind', pointer: '/categoryId' }
  return category.mergedInto ? { kind: 'category-merged', pointer: '/categoryId' } : undefined
}
