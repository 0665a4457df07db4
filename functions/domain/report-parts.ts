import type { Block } from './insight.ts'
import type { CategoryFigure } from './insight-categories.ts'
import { type Minor, minus, sum } from './money.ts'
import type { Report, ReportBudget } from './report.ts'
import type { CategoryKind } from './transaction.ts'

/** The ledger's currency, and every other in which something was, is or usually is. */
export function blocksToShow(blocks: readonly Block[]): readonly Block[] {
  const isTelling = ({ entries, previous, usual, ...now }: Block) =>
    entries > 0 || [now, previous, usual].some(({ income, expense }) => income !== 0n || expense !== 0n)
  return blocks.filter((block, place) => place === 0 || isTelling(block))
}

/** Nothing was entered, in any currency. */
export function isEmpty({ blocks }: Pick<Report, 'blocks'>): boolean {
  return blocks.every(({ entries }) => entries === 0)
}

export function categoriesOf({ byCategory }: Block, kind: CategoryKind): readonly CategoryFigure[] {
  return byCategory.filter((one) => one.kind === kind)
}

/** The largest expenses by their names, and all others as one; together they are what was spent. */
export interface Leading {
  readonly named: readonly CategoryFigure[]
  /** Absent where all are named. */
  readonly others?: { readonly count: number; readonly amount: Minor; readonly share?: number }
}

const mostNamed = 8

export function leading(block: Block): Leading {
  const all = categoriesOf(block, 'expense').filter(({ amount, entries }) => amount !== 0n || entries > 0)
  if (all.length <= mostNamed) return { named: all }

  const named = all.slice(0, mostNamed)
  const rest = all.slice(mostNamed)
  const shares = rest.flatMap(({ share }) => share ?? [])
  return {
    named,
    others: {
      count: rest.length,
      amount: minus(block.expense, sum(named.map(({ amount }) => amount))),
      ...(shares.length > 0 && { share: shares.reduce((a, b) => a + b, 0) }),
    },
  }
}

/** The limits in one currency, the most used up first. */
export function budgetsIn(budgets: readonly ReportBudget[], code: string): readonly ReportBudget[] {
  const ours = budgets.filter(({ currency }) => currency.code === code)
  return ours.toSorted((a, b) => {
    const [first, second] = [a.spent * b.amount, b.spent * a.amount]
    return first > second ? -1 : first < second ? 1 : 0
  })
}
