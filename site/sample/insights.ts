import { askedFrame } from '../../functions/domain/asked-frame.ts'
import type { Period } from '../../functions/domain/period.ts'
import type { Transaction } from '../../functions/domain/transaction.ts'
import { insightsView } from '../../functions/views/insights-view.ts'
import type { Api } from '../api.ts'
import { answered, no } from './answers.ts'
import { readTotals } from './totals.ts'
import { todayOf, type World } from './world.ts'

export function insights(world: World): Api['insights'] {
  const books = {
    categories: async () => [...world.categories.values()],
    budgets: async () => [...world.budgets.values()],
    totals: async (asks: Parameters<typeof readTotals>[1]) => readTotals(world, asks),
    largest: async (period: Period, currencies: readonly string[], top: number) =>
      currencies.flatMap((currency) => largest(world, period, currency).slice(0, top)),
  }
  return {
    getInsights: async ({ query }) => {
      const today = todayOf(world)
      const asked = askedFrame(query ?? {}, world.head, today)
      if (!asked.ok) return no(asked.error)
      return answered(200, await insightsView(books, world.head, asked.value.frame, today))
    },
  }
}

function largest({ entries }: World, { start, end }: Period, currency: string): readonly Transaction[] {
  const ours = [...entries.values()].filter(
    ({ kind, day, currency: { code } }) => kind === 'expense' && code === currency && start <= day && day <= end,
  )
  return ours.sort((a, b) => (a.amount === b.amount ? (a.id < b.id ? 1 : -1) : a.amount < b.amount ? 1 : -1))
}
