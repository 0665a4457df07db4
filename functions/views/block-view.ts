import type { BudgetView } from '../api/budgets.ts'
import type { InsightsView } from '../api/insights.ts'
import type { Currency } from '../domain/currency.ts'
import type { Block, Figures } from '../domain/insight.ts'
import type { PartFigure } from '../domain/insight-categories.ts'
import { formatAmount } from '../domain/money.ts'
import type { Transaction } from '../domain/transaction.ts'
import { transactionView } from './transaction-view.ts'

type BlockView = InsightsView['currencies'][number]

/** One currency as the world sees it; of `largest` and `limits` it takes those in its currency. */
export function blockView(block: Block, largest: readonly Transaction[], limits: readonly BudgetView[]): BlockView {
  const { currency } = block
  const text = figuresIn(currency)
  return {
    currency: currency.code,
    ...text(block),
    entries: block.entries,
    ...(block.savingsRate !== undefined && { savingsRate: block.savingsRate }),
    previous: text(block.previous),
    usual: text(block.usual),
    byCategory: block.byCategory.map((figure) => ({
      ...partView(figure, currency),
      children: figure.children.map((child) => partView(child, currency)),
    })),
    byDay: block.byDay.map(({ day, ...figures }) => ({ day, ...text(figures) })),
    byPayee: block.byPayee.map(({ payeeId, name, entries, ...figures }) => ({
      ...(payeeId && { payeeId }),
      ...(name !== undefined && { name }),
      ...text(figures),
      entries,
    })),
    trend: block.trend.map(({ start, end, ...figures }) => ({ start, end, ...text(figures) })),
    largest: largest.filter((entry) => entry.currency.code === currency.code).map(transactionView),
    budgets: limits.filter((limit) => limit.currency === currency.code),
  }
}

const figuresIn =
  (currency: Currency) =>
  ({ income, expense, net }: Figures) => ({
    income: formatAmount(income, currency),
    expense: formatAmount(expense, currency),
    net: formatAmount(net, currency),
  })

function partView({ categoryId, name, kind, amount, previous, usual, entries, share }: PartFigure, currency: Currency) {
  return {
    ...(categoryId && { categoryId }),
    ...(name !== undefined && { name }),
    kind,
    amount: formatAmount(amount, currency),
    previous: formatAmount(previous, currency),
    usual: formatAmount(usual, currency),
    entries,
    ...(share !== undefined && { share }),
  }
}
