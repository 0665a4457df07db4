import type { BudgetView } from '../api/budgets.ts'
import type { InsightsView } from '../api/insights.ts'
import type { Currency } from '../domain/currency.ts'
import type { Block, Figures, PayeeFigure } from '../domain/insight.ts'
import type { PartFigure } from '../domain/insight-categories.ts'
import { formatAmount } from '../domain/money.ts'
import type { Transaction } from '../domain/transaction.ts'
import { transactionView } from './transaction-view.ts'

type BlockView = InsightsView['currencies'][number]

/** One currency as the world sees it; of `largest` and `limits` it takes those in its currency. */
export function blockView(block: Block, largest: readonly Transaction[], limits: readonly BudgetView[]): BlockView {
  const { currency, savingsRate, previous, usual } = block
  return {
    currency: currency.code,
    ...figuresView(block, currency),
    entries: block.entries,
    ...(savingsRate !== undefined && { savingsRate }),
    previous: figuresView(previous, currency),
    usual: figuresView(usual, currency),
    byCategory: block.byCategory.map((figure) =>
      Object.assign(partView(figure, currency), {
        children: figure.children.map((child) => partView(child, currency)),
      }),
    ),
    byDay: block.byDay.map((figures) => {
      const { income, expense, net } = figuresView(figures, currency)
      return { day: figures.day, income, expense, net }
    }),
    byPayee: block.byPayee.map((figures) => payeeView(figures, currency)),
    trend: block.trend.map((figures) => {
      const { income, expense, net } = figuresView(figures, currency)
      return { start: figures.start, end: figures.end, income, expense, net }
    }),
    largest: largest.filter((entry) => entry.currency.code === currency.code).map(transactionView),
    budgets: limits.filter((limit) => limit.currency === currency.code),
  }
}

// Fields are named and not spread where there are dozens: spreading takes many times as long (measured).

const figuresView = ({ income, expense, net }: Figures, currency: Currency) => ({
  income: formatAmount(income, currency),
  expense: formatAmount(expense, currency),
  net: formatAmount(net, currency),
})

function payeeView(figures: PayeeFigure, currency: Currency): BlockView['byPayee'][number] {
  const { payeeId, name, entries } = figures
  const { income, expense, net } = figuresView(figures, currency)
  if (!payeeId) return { income, expense, net, entries }
  if (name === undefined) return { payeeId, income, expense, net, entries }
  return { payeeId, name, income, expense, net, entries }
}

function partView(figure: PartFigure, currency: Currency): PartView {
  const { categoryId, name, share } = figure
  const view: PartView = {
    kind: figure.kind,
    amount: formatAmount(figure.amount, currency),
    previous: formatAmount(figure.previous, currency),
    usual: formatAmount(figure.usual, currency),
    entries: figure.entries,
  }
  if (categoryId !== undefined) view.categoryId = categoryId
  if (name !== undefined) view.name = name
  if (share !== undefined) view.share = share
  return view
}

type PartView = BlockView['byCategory'][number]['children'][number]
