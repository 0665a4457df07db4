import type { NetWorthView } from '../../functions/api/accounts.ts'
import type { BudgetView } from '../../functions/api/budgets.ts'
import type { InsightsView } from '../../functions/api/insights.ts'
import type { StatementView } from '../../functions/api/statements.ts'
import { ids } from './desk.ts'

const november = { start: '2026-11-01', end: '2026-11-30' }

export const everything: BudgetView = {
  id: '01990000-0000-7000-8000-0000000000b1',
  version: 1,
  amount: '2600.00',
  currency: 'EUR',
  rule: 'month',
  archived: false,
  period: november,
  spent: '2087.64',
  left: '512.36',
  pace: '1906.67',
  notCounted: [],
}

export const forFood: BudgetView = {
  ...everything,
  id: '01990000-0000-7000-8000-0000000000b2',
  categoryId: ids.food,
  amount: '160.00',
  spent: '166.30',
  left: '-6.30',
  pace: '117.33',
}

export const block: InsightsView['currencies'][number] = {
  currency: 'EUR',
  income: '3360.00',
  expense: '2087.64',
  net: '1272.36',
  entries: 42,
  previous: { income: '2940.00', expense: '2561.10', net: '378.90' },
  usual: { income: '2940.00', expense: '2500.00', net: '440.00' },
  byCategory: [
    category(ids.home, 'Home', 'expense', '1921.34', 92),
    {
      ...category(ids.food, 'Food', 'expense', '166.30', 8),
      children: [part(ids.bakery, 'Bakery', '120.30', 6), part(undefined, undefined, '46.00', 2)],
    },
    category(ids.salary, 'Salary', 'income', '3360.00', 100),
  ],
  byDay: [
    { day: '2026-11-01', income: '0.00', expense: '1921.34', net: '-1921.34' },
    { day: '2026-11-20', income: '3360.00', expense: '166.30', net: '3193.70' },
  ],
  byPayee: [],
  trend: [
    { start: '2026-10-01', end: '2026-10-31', income: '2940.00', expense: '3342.91', net: '-402.91' },
    { ...november, income: '3360.00', expense: '2087.64', net: '1272.36' },
  ],
  largest: [],
  budgets: [everything, forFood],
}

export const figures: InsightsView = {
  period: november,
  previous: { start: '2026-10-01', end: '2026-10-31' },
  today: '2026-11-22',
  revision: 7,
  currencies: [block],
}

export const worth: NetWorthView = {
  days: ['2026-09-30', '2026-10-31', '2026-11-22'],
  currencies: [
    {
      currency: 'EUR',
      amounts: ['11000.00', '11378.90', '12651.26'],
      accounts: [{ accountId: ids.everyday, amounts: ['11000.00', '11378.90', '12651.26'] }],
    },
  ],
}

/** The account for every day as its bank has not seen it yet. */
export function statementOn(day: string): StatementView {
  return { day, book: '1250.00', open: [] }
}

function part(categoryId: string | undefined, name: string | undefined, amount: string, share: number) {
  const rest = { kind: 'expense' as const, amount, share, previous: '0.00', usual: '0.00', entries: 1 }
  return { ...(categoryId && { categoryId }), ...(name && { name }), ...rest }
}

function category(categoryId: string, name: string, kind: 'expense' | 'income', amount: string, share: number) {
  return { categoryId, name, kind, amount, share, previous: '0.00', usual: '0.00', entries: 1, children: [] }
}
