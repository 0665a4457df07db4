import type { accounts as routes } from '../../api/accounts.ts'
import { ok } from '../../domain/result.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Accounts } from '../../ports/accounts.ts'
import { accountView } from '../../views/account-view.ts'

type Needs = { readonly accounts: Accounts }

export const listAccounts: Handler<typeof routes.listAccounts, Needs> = async ({ accounts }, scope) =>
  ok({ status: 200, body: { items: (await accounts.list(scope)).map(accountView) } })
