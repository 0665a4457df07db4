import type { budgets as routes } from '../../api/budgets.ts'
import { patched } from '../../domain/budget-fields.ts'
import type { BudgetId } from '../../domain/ids.ts'
import { todayIn } from '../../domain/zone.ts'
import { checkedId } from '../../edge/checked-id.ts'
import { versionsIn } from '../../edge/conditional.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Budget, Budgets } from '../../ports/budgets.ts'
import type { Clock } from '../../ports/clock.ts'
import { showChanged } from './show-budget.ts'
import type { Books } from './spent.ts'

type Needs = Books & { readonly budgets: Budgets; readonly clock: Clock }

export const changeBudget: Handler<typeof routes.changeBudget, Needs> = async (needs, scope, ask) => {
  const now = needs.clock.now()
  const today = todayIn(scope.timeZone, now)
  const edit = (before: Budget) => patched(before, ask.body, scope, today)

  const id = checkedId<BudgetId>(ask.params.id)
  const version = versionsIn(ask.headers['if-match'])
  return showChanged(needs, scope, await needs.budgets.change(scope, id, version, edit, now), today)
}
