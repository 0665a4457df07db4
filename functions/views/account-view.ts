import type { AccountView } from '../api/accounts.ts'
import { formatAmount } from '../domain/money.ts'
import type { Account } from '../ports/accounts.ts'

export function accountView({ currency, opening, balance, ...account }: Account): AccountView {
  return {
    id: account.id,
    version: account.version,
    name: account.name,
    kind: account.kind,
    currency: currency.code,
    opening: { amount: formatAmount(opening.amount, currency), day: opening.day },
    balance: formatAmount(balance, currency),
    archived: account.archived,
    ...(account.reconciled && { reconciled: account.reconciled }),
  }
}
