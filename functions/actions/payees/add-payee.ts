import type { payees as routes } from '../../api/payees.ts'
import type { PayeeId } from '../../domain/ids.ts'
import { made } from '../../edge/answers.ts'
import { bodyHash } from '../../edge/body-hash.ts'
import { checkedId } from '../../edge/checked-id.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Payees } from '../../ports/payees.ts'
import { payeeView } from '../../views/payee-view.ts'

type Needs = { readonly payees: Payees; readonly clock: Clock; readonly ids: Ids }

export const addPayee: Handler<typeof routes.addPayee, Needs> = async (needs, scope, { headers, body }) => {
  const id = checkedId<PayeeId>(headers['idempotency-key'] ?? needs.ids.next())
  return made(await needs.payees.add(scope, id, body.name.trim(), needs.clock.now(), bodyHash(body)), payeeView)
}
