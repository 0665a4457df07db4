import type { budgets as routes } from '../../api/budgets.ts'
import { ok, refuse } from '../../domain/result.ts'
import { todayIn } from '../../domain/zone.ts'
import { checkedId } from '../../edge/checked-id.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Budgets } from '../../ports/budgets.ts'
import type { Clock } from '../../ports/clock.ts'
import { askedDay } from './asked-day.ts'
import { showBudget } from './show-budget.ts'
import type { Books } from './spent.ts'

type Needs = Books & { readonly budgets: Budgets; readonly clock: Clock }

export const getBudget: Handler<typeof routes.getBudget, Needs> = async (needs, scope, { params, query }) => {
  const today = todayIn(scope.timeZone, needs.clock.now())
  const on = askedDay(query.on, today)
  if (!on.ok) return on

  const budget = await needs.budgets.find(scope, checkedId(params.id))
  if (!budget) return refuse({ kind: 'not-found' })
  return ok({ status: 200, ...(await showBudget(needs, scope, budget, on.value, today)) })
}
