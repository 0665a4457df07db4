import type { accounts as routes } from '../../api/accounts.ts'
import { removed } from '../../edge/answers.ts'
import { checkedId } from '../../edge/checked-id.ts'
import { versionsIn } from '../../edge/conditional.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Accounts } from '../../ports/accounts.ts'

type Needs = { readonly accounts: Accounts }

export const removeAccount: Handler<typeof routes.removeAccount, Needs> = async ({ accounts }, scope, ask) =>
  removed(await accounts.remove(scope, checkedId(ask.params.id), versionsIn(ask.headers['if-match'])))
