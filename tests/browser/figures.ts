import type { BudgetView } from '../../functions/api/budgets.ts'
import type { InsightsView } from '../../functions/api/insights.ts'
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
    category(ids.food, 'Food', 'expense', '166.30', 8),
    category(ids.salary, 'Salary', 'income', '3360.00', 100),
  ],
  byDay: [],
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

function category(categoryId: string, name: string, kind: 'expense' | 'income', amount: string, share: number) {
  return { categoryId, name, kind, amount, share, previous: '0.00', usual: '0.00', entries: 1, children: [] }
}
