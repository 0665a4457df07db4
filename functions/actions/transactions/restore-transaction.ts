import type { transactions as routes } from '../../api/transactions.ts'
import type { TransactionId } from '../../domain/ids.ts'
import { ok } from '../../domain/result.ts'
import { checkedId } from '../../edge/checked-id.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Transactions } from '../../ports/transactions.ts'
import { applyOne, shown } from './apply-one.ts'

type Needs = { readonly transactions: Transactions; readonly clock: Clock }

export const restoreTransaction: Handler<typeof routes.restoreTransaction, Needs> = async (needs, scope, ask) => {
  const id = checkedId<TransactionId>(ask.params.id)
  const applied = await applyOne(needs.transactions, scope, { do: 'restore', id }, needs.clock.now())
  return applied.ok ? ok({ status: 200, ...shown(applied.value) }) : applied
}
