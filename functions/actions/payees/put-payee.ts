import type { payees as routes } from '../../api/payees.ts'
import type { PayeeId } from '../../domain/ids.ts'
import { changed, made } from '../../edge/answers.ts'
import { bodyHash } from '../../edge/body-hash.ts'
import { checkedId } from '../../edge/checked-id.ts'
import { versionsIn } from '../../edge/conditional.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Payees } from '../../ports/payees.ts'
import { payeeView } from '../../views/payee-view.ts'

type Needs = { readonly payees: Payees; readonly clock: Clock }

export const putPayee: Handler<typeof routes.putPayee, Needs> = async ({ payees, clock }, scope, ask) => {
  const id = checkedId<PayeeId>(ask.params.id)
  const name = ask.body.name.trim()
  const ifMatch = ask.headers['if-match']
  if (ifMatch === undefined) return made(await payees.add(scope, id, name, clock.now(), bodyHash({ name })), payeeView)
  return changed(await payees.rename(scope, id, versionsIn(ifMatch), name, clock.now()), payeeView)
}
