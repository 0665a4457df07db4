import type { budgets as routes } from '../../api/budgets.ts'
import { removed } from '../../edge/answers.ts'
import { checkedId } from '../../edge/checked-id.ts'
import { versionsIn } from '../../edge/conditional.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Budgets } from '../../ports/budgets.ts'

type Needs = { readonly budgets: Budgets }

export const removeBudget: Handler<typeof routes.removeBudget, Needs> = async ({ budgets }, scope, ask) =>
  removed(await budgets.remove(scope, checkedId(ask.params.id), versionsIn(ask.headers['if-match'])))
