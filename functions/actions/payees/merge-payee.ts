import type { payees as routes } from '../../api/payees.ts'
import type { PayeeId } from '../../domain/ids.ts'
import { changed } from '../../edge/answers.ts'
import { checkedId } from '../../edge/checked-id.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Payees } from '../../ports/payees.ts'
import { payeeView } from '../../views/payee-view.ts'

type Needs = { readonly payees: Payees; readonly clock: Clock }

export const mergePayee: Handler<typeof routes.mergePayee, Needs> = async ({ payees, clock }, scope, ask) => {
  const into = ask.body.into === null ? undefined : checkedId<PayeeId>(ask.body.into)
  return changed(await payees.merge(scope, checkedId(ask.params.id), into, clock.now()), payeeView)
}
