import type { TransactionView } from '../api/transactions.ts'
import { formatAmount } from '../domain/money.ts'
import type { Mutable } from '../domain/mutable.ts'
import type { Money, Split, Transaction } from '../domain/transaction.ts'

/** An entry as the world sees it; fields that say nothing are left out. */
export function transactionView(entry: Transaction): TransactionView {
  const { to, payee, original, splits, tags } = entry
  const view: Mutable<TransactionView> = {
    id: entry.id,
    version: entry.version,
    kind: entry.kind,
    day: entry.day,
    amount: formatAmount(entry.amount, entry.currency),
    currency: entry.currency.code,
    accountId: entry.accountId,
  }
  if (to) {
    view.toAccountId = to.accountId
    view.toAmount = formatAmount(to.amount, to.currency)
    view.toCurrency = to.currency.code
  }
  if (entry.categoryId) view.categoryId = entry.categoryId
  if (payee) {
    view.payeeId = payee.id
    view.payee = payee.name
  }
  if (entry.note !== undefined) view.note = entry.note
  if (tags.length > 0) view.tags = [...tags]
  if (original) view.original = money(original)
  if (splits.length > 0) view.splits = splits.map((split) => splitView(split, entry))
  return view
}

const money = ({ amount, currency }: Money) => ({ amount: formatAmount(amount, currency), currency: currency.code })

function splitView({ categoryId, amount, note }: Split, { currency }: Transaction) {
  return {
    ...(categoryId && { categoryId }),
    amount: formatAmount(amount, currency),
    ...(note !== undefined && { note }),
  }
}
