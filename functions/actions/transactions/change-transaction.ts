import type { transactions as routes } from '../../api/transactions.ts'
import type { TransactionId } from '../../domain/ids.ts'
import { ok } from '../../domain/result.ts'
import { checkedId } from '../../edge/checked-id.ts'
import { versionsIn } from '../../edge/conditional.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Transactions } from '../../ports/transactions.ts'
import { applyOne, shown } from './apply-one.ts'

type Needs = { readonly transactions: Transactions; readonly clock: Clock }

export const changeTransaction: Handler<typeof routes.changeTransaction, Needs> = async (needs, scope, ask) => {
  const id = checkedId<TransactionId>(ask.params.id)
  const change = { do: 'patch', id, patch: ask.body, ifVersion: versionsIn(ask.headers['if-match']) } as const
  const applied = await applyOne(needs.transactions, scope, change, needs.clock.now())
  return applied.ok ? ok({ status: 200, ...shown(applied.value) }) : applied
}
