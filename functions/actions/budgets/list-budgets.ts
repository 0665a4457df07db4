import type { budgets as routes } from '../../api/budgets.ts'
import { ok } from '../../domain/result.ts'
import { todayIn } from '../../domain/zone.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Budgets } from '../../ports/budgets.ts'
import type { Clock } from '../../ports/clock.ts'
import { askedDay } from './asked-day.ts'
import { type Books, spent } from './spent.ts'

type Needs = Books & { readonly budgets: Budgets; readonly clock: Clock }

export const listBudgets: Handler<typeof routes.listBudgets, Needs> = async (needs, scope, { query }) => {
  const today = todayIn(scope.timeZone, needs.clock.now())
  const on = askedDay(query.on, today)
  if (!on.ok) return on

  const all = await needs.budgets.list(scope)
  const shown = query.archived === 'true' ? all : all.filter(({ archived }) => !archived)
  return ok({ status: 200, body: { items: await spent(needs, scope, shown, on.value, today) } })
}
