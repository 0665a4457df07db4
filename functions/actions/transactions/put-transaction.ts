import type { transactions as routes } from '../../api/transactions.ts'
import type { TransactionId } from '../../domain/ids.ts'
import { bodyHash } from '../../edge/body-hash.ts'
import { checkedId } from '../../edge/checked-id.ts'
import { versionsIn } from '../../edge/conditional.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Change, Transactions } from '../../ports/transactions.ts'
import { answered, applyOne } from './apply-one.ts'

type Needs = { readonly transactions: Transactions; readonly clock: Clock }

/** Without If-Match it creates, once however often it is sent; with it, it replaces. */
export const putTransaction: Handler<typeof routes.putTransaction, Needs> = async (needs, scope, ask) => {
  const { params, headers, body: draft } = ask
  const id = checkedId<TransactionId>(params.id)
  const ifMatch = headers['if-match']
  const change: Change =
    ifMatch === undefined
      ? { do: 'create', id, draft, bodyHash: bodyHash(draft) }
      : { do: 'replace', id, draft, ifVersion: versionsIn(ifMatch) }
  return answered(await applyOne(needs.transactions, scope, change, needs.clock.now()))
}
