import type { transactions as routes } from '../../api/transactions.ts'
import type { TransactionId } from '../../domain/ids.ts'
import { bodyHash } from '../../edge/body-hash.ts'
import { checkedId } from '../../edge/checked-id.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Transactions } from '../../ports/transactions.ts'
import { answered, applyOne } from './apply-one.ts'

type Needs = { readonly transactions: Transactions; readonly clock: Clock; readonly ids: Ids }

export const addTransaction: Handler<typeof routes.addTransaction, Needs> = async (needs, scope, { headers, body }) => {
  const id = checkedId<TransactionId>(headers['idempotency-key'] ?? needs.ids.next())
  const change = { do: 'create', id, draft: body, bodyHash: bodyHash(body) } as const
  return answered(await applyOne(needs.transactions, scope, change, needs.clock.now()))
}
