import type { UserView } from '../../functions/api/users.ts'
import type { Api, RouteLines } from '../api.ts'
import * as words from '../messages/en-sample.ts'
import { accounts } from './accounts.ts'
import { budgets } from './budgets.ts'
import { categories } from './categories.ts'
import { entries } from './entries.ts'
import { insights } from './insights.ts'
import { ledger } from './ledger.ts'
import { payees } from './payees.ts'
import { profile, sessions } from './person.ts'
import { statements } from './statements.ts'
import type { World } from './world.ts'

/**
 * The API's client, answered in this page by the same rules as on the server (domain) in the same shapes (views).
 * What a sample has no use for, such as passwords and mails, says so.
 */
export function sampleApi(routes: RouteLines, world: World, user: UserView): Api {
  const known = {
    ledgers: ledger(world),
    accounts: accounts(world),
    statements: statements(world),
    categories: categories(world),
    payees: payees(world),
    transactions: entries(world),
    budgets: budgets(world),
    insights: insights(world),
    profile: profile(user),
    login: sessions(user),
  }
  const notHere = async () => ({
    ok: false,
    error: { kind: 'refused', code: 'not-in-sample', errors: [], retryAfterS: 0, words: words.notHere },
  })
  const api = Object.entries(routes).map(([feature, handlers]) => {
    const calls: object = Reflect.get(known, feature) ?? {}
    return [
      feature,
      Object.fromEntries(Object.keys(handlers).map((name) => [name, Reflect.get(calls, name) ?? notHere])),
    ]
  })
  return Object.fromEntries(api) as unknown as Api
}
