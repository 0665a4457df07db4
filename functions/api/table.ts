import { accounts } from './accounts.ts'
import { budgets } from './budgets.ts'
import { categories } from './categories.ts'
import { openapi } from './document.ts'
import { health } from './health.ts'
import { insights } from './insights.ts'
import { ledgers } from './ledgers.ts'
import { mail } from './mail.ts'
import { profile } from './me.ts'
import { payees } from './payees.ts'
import { reports } from './reports.ts'
import type { Feature } from './route.ts'
import { login } from './sessions.ts'
import { statements } from './statements.ts'
import { transactions } from './transactions.ts'
import { register } from './users.ts'

/** Every route that the world may call, by the action that answers it. What is not here is reachable by nobody. */
export const table = {
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
} as const satisfies { readonly [action: string]: Feature }
