import type { StatementView } from '../api/statements.ts'
import { formatAmount } from '../domain/money.ts'
import type { Reckoning, Remembered } from '../ports/reckonings.ts'
import { transactionView } from './transaction-view.ts'

export function statementView({ account, day, book, own, previous, open }: Reckoning): StatementView {
  const { currency } = account
  const view = ({ day, balance, off }: Remembered) => ({
    day,
    balance: formatAmount(balance, currency),
    off: formatAmount(off, currency),
  })
  return {
    day,
    book: formatAmount(book, currency),
    ...(own && { statement: view(own) }),
    ...(previous && { previous: view(previous) }),
    open: open.map(transactionView),
  }
}
