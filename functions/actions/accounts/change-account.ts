import type { accounts as routes } from '../../api/accounts.ts'
import type { AccountId } from '../../domain/ids.ts'
import { changed } from '../../edge/answers.ts'
import { checkedId } from '../../edge/checked-id.ts'
import { versionsIn } from '../../edge/conditional.ts'
import type { Handler } from '../../edge/handler.ts'
import { overlaid } from '../../edge/overlaid.ts'
import type { Account, Accounts } from '../../ports/accounts.ts'
import type { Clock } from '../../ports/clock.ts'
import { accountView } from '../../views/account-view.ts'
import { accountFields, bodyOf } from './account-fields.ts'

type Needs = { readonly accounts: Accounts; readonly clock: Clock }

export const changeAccount: Handler<typeof routes.changeAccount, Needs> = async (needs, scope, ask) => {
  const edit = (before: Account) =>
    accountFields(overlaid(bodyOf(before), ask.body), before.currency, before.opening.day)

  const id = checkedId<AccountId>(ask.params.id)
  const version = versionsIn(ask.headers['if-match'])
  return changed(await needs.accounts.change(scope, id, version, edit, needs.clock.now()), accountView)
}
