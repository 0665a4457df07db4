import type { payees as routes } from '../../api/payees.ts'
import { found } from '../../edge/answers.ts'
import { checkedId } from '../../edge/checked-id.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Payees } from '../../ports/payees.ts'
import { payeeView } from '../../views/payee-view.ts'

type Needs = { readonly payees: Payees }

export const getPayee: Handler<typeof routes.getPayee, Needs> = async ({ payees }, scope, { params }) =>
  found(await payees.find(scope, checkedId(params.id)), payeeView)
