import type { Block } from './insight.ts'
import type { CategoryFigure, PartFigure } from './insight-categories.ts'
import { type Minor, minus } from './money.ts'
import { hasUsual } from './report-change.ts'

/** What is far from its usual: a child, or an upper category that has none. */
export interface Moved {
  readonly part: PartFigure
  /** The upper category of a child. */
  readonly within?: CategoryFigure
  /** Above zero: more than usual. */
  readonly by: Minor
}

const mostMoved = 6

/** Expenses that moved by a hundredth of all at least, the furthest first. None where nothing is usual yet. */
export function moved(block: Block): readonly Moved[] {
  if (!hasUsual(block)) return []
  const all = block.expense > block.usual.expense ? block.expense : block.usual.expense
  return leaves(block)
    .map((leaf) => ({ ...leaf, by: minus(leaf.part.amount, leaf.part.usual) }))
    .filter(({ by }) => by !== 0n && size(by) * 100n >= all)
    .toSorted((a, b) => (size(a.by) > size(b.by) ? -1 : size(a.by) < size(b.by) ? 1 : 0))
    .slice(0, mostMoved)
}

function leaves({ byCategory }: Block): readonly Omit<Moved, 'by'>[] {
  const expenses = byCategory.filter(({ kind }) => kind === 'expense')
  return expenses.flatMap((upper): Omit<Moved, 'by'>[] =>
    upper.children.length > 0 ? upper.children.map((part) => ({ part, within: upper })) : [{ part: upper }],
  )
}

const size = (value: bigint) => (value < 0n ? -value : value)
