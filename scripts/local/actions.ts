import { main as accounts } from '../../functions/actions/accounts/action.ts'
import { main as budgets } from '../../functions/actions/budgets/action.ts'
import { main as categories } from '../../functions/actions/categories/action.ts'
import { main as health } from '../../functions/actions/health/action.ts'
import { main as insights } from '../../functions/actions/insights/action.ts'
import { main as ledgers } from '../../functions/actions/ledgers/action.ts'
import { main as login } from '../../functions/actions/login/action.ts'
import { main as mail } from '../../functions/actions/mail/action.ts'
import { main as openapi } from '../../functions/actions/openapi/action.ts'
import { main as payees } from '../../functions/actions/payees/action.ts'
import { main as profile } from '../../functions/actions/profile/action.ts'
import { main as register } from '../../functions/actions/register/action.ts'
import { main as reports } from '../../functions/actions/reports/action.ts'
import { main as site } from '../../functions/actions/site/action.ts'
import { main as statements } from '../../functions/actions/statements/action.ts'
import { main as transactions } from '../../functions/actions/transactions/action.ts'
import type { table } from '../../functions/api/table.ts'
import type { Action } from '../../functions/host/controller.ts'

/** All actions in one module graph, so that they share one composition and with it one connection per plane. */
export const actions: { readonly [Name in keyof typeof table | 'site']: Action } = {
  register,
  login,
  profile,
  mail,
  ledgers,
  accounts,
  statements,
  categories,
  payees,
  transactions,
  budgets,
  insights,
  reports,
  health,
  openapi,
  site,
}
