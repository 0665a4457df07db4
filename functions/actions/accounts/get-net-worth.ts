import type { NetWorthView, accounts as routes } from '../../api/accounts.ts'
import type { Currency } from '../../domain/currency.ts'
import { type Day, parseDay } from '../../domain/day.ts'
import { formatAmount, type Minor, sum, zero } from '../../domain/money.ts'
import { at } from '../../domain/refusal.ts'
import { ok, refuse } from '../../domain/result.ts'
import { type Movement, worthOf, worthPoints, worthWindows } from '../../domain/worth.ts'
import { todayIn } from '../../domain/zone.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Account, Accounts } from '../../ports/accounts.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Totals } from '../../ports/totals.ts'

type Needs = { readonly accounts: Accounts; readonly totals: Totals; readonly clock: Clock }

/** Two statements after the one that lets us in, however much the ledger holds. */
export const getNetWorth: Handler<typeof routes.getNetWorth, Needs> = async (needs, scope, { query }) => {
  const today = todayIn(scope.timeZone, needs.clock.now())
  const on = query.on === undefined ? ok(today) : parseDay(query.on)
  if (!on.ok) return refuse(at('/query/on', on.error))

  const points = worthPoints(scope.rules, on.value, today)
  const [accounts, movements] = await Promise.all([
    needs.accounts.list(scope),
    needs.totals.read(scope, [{ face: 'account', windows: worthWindows(points) }]),
  ])
  const others = new Map(accounts.map(({ currency }) => [currency.code, currency]))
  others.delete(scope.currency.code)
  const currencies = [scope.currency, ...[...others.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1))]
  return ok({
    status: 200,
    body: {
      days: [...points],
      currencies: currencies.map((currency) => blockOf(currency, accounts, points, movements)),
    },
  })
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
