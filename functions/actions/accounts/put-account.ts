import type { accounts as routes } from '../../api/accounts.ts'
import type { AccountId } from '../../domain/ids.ts'
import { todayIn } from '../../domain/zone.ts'
import { changed, made } from '../../edge/answers.ts'
import { bodyHash } from '../../edge/body-hash.ts'
import { checkedId } from '../../edge/checked-id.ts'
import { versionsIn } from '../../edge/conditional.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Accounts } from '../../ports/accounts.ts'
import type { Clock } from '../../ports/clock.ts'
import { accountView } from '../../views/account-view.ts'
import { accountFields } from './account-fields.ts'

type Needs = { readonly accounts: Accounts; readonly clock: Clock }

export const putAccount: Handler<typeof routes.putAccount, Needs> = async (needs, scope, { params, headers, body }) => {
  const now = needs.clock.now()
  const fields = accountFields(body, scope.currency, todayIn(scope.timeZone, now))
  if (!fields.ok) return fields

  const id = checkedId<AccountId>(params.id)
  const ifMatch = headers['if-match']
  if (ifMatch === undefined)
    return made(await needs.accounts.add(scope, id, fields.value, now, bodyHash(body)), accountView)
  return changed(await needs.accounts.change(scope, id, versionsIn(ifMatch), () => fields, now), accountView)
}
