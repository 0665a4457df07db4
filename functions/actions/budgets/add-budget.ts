import type { budgets as routes } from '../../api/budgets.ts'
import { firstLimit } from '../../domain/budget.ts'
import { askedBudget } from '../../domain/budget-fields.ts'
import type { BudgetId } from '../../domain/ids.ts'
import { todayIn } from '../../domain/zone.ts'
import { bodyHash } from '../../edge/body-hash.ts'
import { checkedId } from '../../edge/checked-id.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Budgets } from '../../ports/budgets.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'
import { showMade } from './show-budget.ts'
import type { Books } from './spent.ts'

type Needs = Books & { readonly budgets: Budgets; readonly clock: Clock; readonly ids: Ids }

export const addBudget: Handler<typeof routes.addBudget, Needs> = async (needs, scope, { headers, body }) => {
  const now = needs.clock.now()
  const today = todayIn(scope.timeZone, now)
  const asked = askedBudget(body, scope, today)
  if (!asked.ok) return asked

  const id = checkedId<BudgetId>(headers['idempotency-key'] ?? needs.ids.next())
  const { fields, amount } = asked.value
  const added = await needs.budgets.add(scope, id, fields, firstLimit(amount), now, bodyHash(body))
  return showMade(needs, scope, added, today)
}
