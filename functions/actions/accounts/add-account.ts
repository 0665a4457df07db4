import type { accounts as routes } from '../../api/accounts.ts'
import type { AccountId } from '../../domain/ids.ts'
import { todayIn } from '../../domain/zone.ts'
import { made } from '../../edge/answers.ts'
import { bodyHash } from '../../edge/body-hash.ts'
import { checkedId } from '../../edge/checked-id.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Accounts } from '../../ports/accounts.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'
import { accountView } from '../../views/account-view.ts'
import { accountFields } from './account-fields.ts'

type Needs = { readonly accounts: Accounts; readonly clock: Clock; readonly ids: Ids }

export const addAccount: Handler<typeof routes.addAccount, Needs> = async (needs, scope, { headers, body }) => {
  const now = needs.clock.now()
  const fields = accountFields(body, scope.currency, todayIn(scope.timeZone, now))
  if (!fields.ok) return fields

  const id = checkedId<AccountId>(headers['idempotency-key'] ?? needs.ids.next())
  return made(await needs.accounts.add(scope, id, fields.value, now, bodyHash(body)), accountView)
}
