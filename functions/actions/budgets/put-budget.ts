import type { budgets as routes } from '../../api/budgets.ts'
import { firstLimit } from '../../domain/budget.ts'
import { askedBudget, replaced } from '../../domain/budget-fields.ts'
import type { BudgetId } from '../../domain/ids.ts'
import { todayIn } from '../../domain/zone.ts'
import { bodyHash } from '../../edge/body-hash.ts'
import { checkedId } from '../../edge/checked-id.ts'
import { versionsIn } from '../../edge/conditional.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Budget, Budgets } from '../../ports/budgets.ts'
import type { Clock } from '../../ports/clock.ts'
import { showChanged, showMade } from './show-budget.ts'
import type { Books } from './spent.ts'

type Needs = Books & { readonly budgets: Budgets; readonly clock: Clock }

export const putBudget: Handler<typeof routes.putBudget, Needs> = async (needs, scope, { params, headers, body }) => {
  const now = needs.clock.now()
  const today = todayIn(scope.timeZone, now)
  const asked = askedBudget(body, scope, today)
  if (!asked.ok) return asked

  const id = checkedId<BudgetId>(params.id)
  const ifMatch = headers['if-match']
  if (ifMatch === undefined) {
    const { fields, amount } = asked.value
    const added = await needs.budgets.add(scope, id, fields, firstLimit(amount), now, bodyHash(body))
    return showMade(needs, scope, added, today)
  }
  const edit = (before: Budget) => replaced(before, asked.value, today)
  return showChanged(needs, scope, await needs.budgets.change(scope, id, versionsIn(ifMatch), edit, now), today)
}
