import type { accounts as routes } from '../../api/accounts.ts'
import { found } from '../../edge/answers.ts'
import { checkedId } from '../../edge/checked-id.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Accounts } from '../../ports/accounts.ts'
import { accountView } from '../../views/account-view.ts'

type Needs = { readonly accounts: Accounts }

export const getAccount: Handler<typeof routes.getAccount, Needs> = async ({ accounts }, scope, { params }) =>
  found(await accounts.find(scope, checkedId(params.id)), accountView)
