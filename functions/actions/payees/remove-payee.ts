import type { payees as routes } from '../../api/payees.ts'
import { removed } from '../../edge/answers.ts'
import { checkedId } from '../../edge/checked-id.ts'
import { versionsIn } from '../../edge/conditional.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Payees } from '../../ports/payees.ts'

type Needs = { readonly payees: Payees }

export const removePayee: Handler<typeof routes.removePayee, Needs> = async ({ payees }, scope, ask) =>
  removed(await payees.remove(scope, checkedId(ask.params.id), versionsIn(ask.headers['if-match'])))
