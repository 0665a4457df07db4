import type { NetWorthView } from '../api/accounts.ts'
import type { Currency } from '../domain/currency.ts'
import type { Day } from '../domain/day.ts'
import { formatAmount, type Minor, sum, zero } from '../domain/money.ts'
import { type Movement, worthOf } from '../domain/worth.ts'
import type { Account } from '../ports/accounts.ts'

/** What was in the accounts at each point, one block per currency, the ledger's first. */
export function netWorthView(
  own: Currency,
  accounts: readonly Account[],
  points: readonly Day[],
  movements: readonly Movement[],
): NetWorthView {
  const others = new Map(accounts.map(({ currency }) => [currency.code, currency]))
  others.delete(own.code)
  const currencies = [own, ...[...others.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1))]
  return {
    days: [...points],
    currencies: currencies.map((currency) => blockOf(currency, accounts, points, movements)),
  }
}

function blockOf(
  currency: Currency,
  accounts: readonly Account[],
  points: readonly Day[],
  movements: readonly Movement[],
): NetWorthView['currencies'][number] {
  const text = (amounts: readonly Minor[]) => amounts.map((amount) => formatAmount(amount, currency))
  const own = accounts.filter((account) => account.currency.code === currency.code)
  const each = own.map((account) => ({ accountId: account.id, amounts: worthOf(account, points, movements) }))
  return {
    currency: currency.code,
    amounts: text(points.map((_, place) => sum(each.map(({ amounts }) => amounts[place] ?? zero)))),
    accounts: each.map(({ accountId, amounts }) => ({ accountId, amounts: text(amounts) })),
  }
}
