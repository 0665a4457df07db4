import type { accounts as routes } from '../../api/accounts.ts'
import { parseDay } from '../../domain/day.ts'
import { at } from '../../domain/refusal.ts'
import { ok, refuse } from '../../domain/result.ts'
import { worthPoints, worthWindows } from '../../domain/worth.ts'
import { todayIn } from '../../domain/zone.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Accounts } from '../../ports/accounts.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Totals } from '../../ports/totals.ts'
import { netWorthView } from '../../views/net-worth-view.ts'

type Needs = { readonly accounts: Accounts; readonly totals: Totals; readonly clock: Clock }

/** Two statements after the one that lets us in, however much the ledger holds. */
export const getNetWorth: Handler<typeof routes.getNetWorth, Needs> = async (needs, scope, { query }) => {
  const today = todayIn(scope.timeZone, needs.clock.now())
  const on = query.on === undefined ? ok(today) : parseDay(query.on)
  if (!on.ok) return refuse(at('/query/on', on.error))

  const points = worthPoints(scope.rules, on.value, today)
  // one after the other: an answer has one connection at a time, as it has in an action (measured)
  const accounts = await needs.accounts.list(scope)
  const movements = await needs.totals.read(scope, [{ face: 'account', windows: worthWindows(points) }])
  const body = netWorthView(scope.currency, accounts, points, movements)
  return ok({ status: 200, body })
}
