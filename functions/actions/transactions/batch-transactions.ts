import type { BatchChange, transactions as routes } from '../../api/transactions.ts'
import type { TransactionId } from '../../domain/ids.ts'
import { at, type Refusal } from '../../domain/refusal.ts'
import { ok, refuse } from '../../domain/result.ts'
import { bodyHash } from '../../edge/body-hash.ts'
import { checkedId } from '../../edge/checked-id.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Applied, Change, ChangeRefusal, Transactions } from '../../ports/transactions.ts'
import { transactionView } from '../../views/transaction-view.ts'
import { jsonBytes, mostBytes } from './page.ts'

type Needs = { readonly transactions: Transactions; readonly clock: Clock; readonly ids: Ids }

export const batchTransactions: Handler<typeof routes.batchTransactions, Needs> = async (needs, scope, { body }) => {
  const changes = body.changes.map((change) => changeFrom(change, needs.ids))
  const applied = await needs.transactions.apply(scope, changes, needs.clock.now())
  if (!applied.ok) return refuse(inPlace(applied.error, body.changes))

  return ok({ status: 200, body: { results: resultsOf(applied.value) } })
}

/** All is written, so all is named; rows that would make the answer too large are left to be read by their ids. */
function resultsOf(applied: readonly Applied[]) {
  let room = mostBytes
  return applied.map(({ id, outcome, entry }) => {
    const transaction = entry && transactionView(entry)
    if (transaction) room -= jsonBytes(transaction)
    return { id, outcome, ...(transaction && room >= 0 && { transaction }) }
  })
}

function changeFrom(change: BatchChange, ids: Ids): Change {
  const id = checkedId<TransactionId>(change.id ?? ids.next())
  switch (change.op) {
    case 'create':
      return { do: 'create', id, draft: change.transaction, bodyHash: bodyHash(change.transaction) }
    case 'replace':
      return { do: 'replace', id, draft: change.transaction, ifVersion: change.version }
    case 'patch':
      return { do: 'patch', id, patch: change.patch, ifVersion: change.version }
    case 'delete':
      return { do: 'delete', id, ifVersion: change.version }
    case 'restore':
      return { do: 'restore', id }
  }
}

/** Leads the pointer of a refusal to the change that it is about; one without a field is about its id. */
function inPlace({ change: n, ...refusal }: ChangeRefusal, changes: readonly BatchChange[]): Refusal {
  const change = changes[n]
  const part = change && ('transaction' in change ? '/transaction' : 'patch' in change ? '/patch' : '')
  const prefix = refusal.pointer === undefined ? `/changes/${n}/id` : `/changes/${n}${part}`
  return at(prefix, refusal as Refusal)
}
