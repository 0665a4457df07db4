import type { transactions as routes } from '../../api/transactions.ts'
import type { TransactionId } from '../../domain/ids.ts'
import { refuse } from '../../domain/result.ts'
import { found } from '../../edge/answers.ts'
import { checkedId } from '../../edge/checked-id.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Transactions } from '../../ports/transactions.ts'
import { transactionView } from '../../views/transaction-view.ts'

type Needs = { readonly transactions: Transactions }

export const getTransaction: Handler<typeof routes.getTransaction, Needs> = async (needs, scope, { params }) => {
  const entry = await needs.transactions.find(scope, checkedId<TransactionId>(params.id))
  return entry === 'trashed' ? refuse({ kind: 'gone' }) : found(entry, transactionView)
}
