import type { TransactionView } from '../api/transactions.ts'
import { formatAmount } from '../domain/money.ts'
import type { Money, Split, Transaction } from '../domain/transaction.ts'

/** An entry as the world sees it; fields that say nothing are left out. */
export function transactionView(entry: Transaction): TransactionView {
  const { to, payee, original, splits, tags } = entry
  return {
    id: entry.id,
    version: entry.version,
    kind: entry.kind,
    day: entry.day,
    ...money(entry),
    accountId: entry.accountId,
    ...(to && { toAccountId: to.accountId, toAmount: money(to).amount, toCurrency: to.currency.code }),
    ...(entry.categoryId && { categoryId: entry.categoryId }),
    ...(payee && { payeeId: payee.id, payee: payee.name }),
    ...(entry.note !== undefined && { note: entry.note }),
    ...(tags.length > 0 && { tags: [...tags] }),
    ...(original && { original: money(original) }),
    ...(splits.length > 0 && { splits: splits.map((split) => splitView(split, entry)) }),
  }
}

const money = ({ amount, currency }: Money) => ({ amount: formatAmount(amount, currency), currency: currency.code })

function splitView({ categoryId, amount, note }: Split, { currency }: Transaction) {
  return {
    ...(categoryId && { categoryId }),
    amount: formatAmount(amount, currency),
    ...(note !== undefined && { note }),
  }
}
