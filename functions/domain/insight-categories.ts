import type { CategoryTree } from './category-tree.ts'
import { uncategorised } from './contributions.ts'
import type { NamedCategory, Sum } from './insight-sums.ts'
import { median } from './median.ts'
import { type Minor, sum, zero } from './money.ts'
import { percentages, slices } from './share.ts'
import type { CategoryKind } from './transaction.ts'

/** A category in the asked period, in the one before, and as usual. */
export interface PartFigure {
  /** Absent for what has no category and, among children, for what lies on the upper category itself. */
  readonly categoryId?: string
  readonly name?: string
  readonly kind: CategoryKind
  readonly amount: Minor
  readonly previous: Minor
  readonly usual: Minor
  /** Lines: a split entry may count in several categories. */
  readonly entries: number
  /** Whole percent of its kind's total, absent where that is not positive. All of a kind sum to 100, children to their parent's. */
  readonly share?: number
}

export interface CategoryFigure extends PartFigure {
  readonly children: readonly PartFigure[]
}

/**
 * Both levels, aliases counted where they are read; expenses before income, the largest first. `rows` are of one
 * currency, by the compared periods, of which there are `windows`; `usual` names those that tell what is usual.
 */
export function categoryFigures(
  rows: readonly Sum[],
  windows: number,
  usual: readonly number[],
  tree: CategoryTree<NamedCategory>,
): readonly CategoryFigure[] {
  const figures: CategoryFigure[] = []
  for (const cell of cellsOf(rows, windows, tree)) {
    const figure = { ...figureOf(cell, usual), children: childrenOf(cell, usual) }
    if (isTelling(figure)) figures.push(figure)
  }
  return (['expense', 'income'] as const).flatMap((kind) =>
    withShares(figures.filter((figure) => figure.kind === kind)),
  )
}

/** What a category, or its kind without one, came to in each window; `entries` in the last one. */
interface Cell {
  readonly kind: CategoryKind
  readonly category: NamedCategory | undefined
  readonly amounts: Minor[]
  entries: bigint
}

/** An upper category, with a cell for each child and one for what lies on itself. */
interface TopCell extends Cell {
  readonly parts: Map<string | undefined, Cell>
}

/** One way through the rows: each is added where it is read, on an upper category and on one of its parts. */
function cellsOf(rows: readonly Sum[], windows: number, tree: CategoryTree<NamedCategory>): Iterable<TopCell> {
  const tops = new Map<string, TopCell>()
  const places = new Map<string, readonly [TopCell, Cell]>()
  for (const { key, window, plus, minus, n } of rows) {
    let cells = places.get(key)
    if (!cells) {
      cells = placeOf(key, windows, tree, tops)
      places.set(key, cells)
    }
    for (const cell of cells) {
      cell.amounts[window] = ((cell.amounts[window] ?? 0n) + (cell.kind === 'income' ? plus : minus)) as Minor
      if (window === windows - 1) cell.entries += n
    }
  }
  return tops.values()
}

function placeOf(
  key: string,
  windows: number,
  tree: CategoryTree<NamedCategory>,
  tops: Map<string, TopCell>,
): readonly [TopCell, Cell] {
  const category = tree.read(key)
  const parent = category && tree.parent(category)
  const kind = category?.kind ?? (key === uncategorised.income ? 'income' : 'expense')
  const upper = parent ?? category
  const name = `${kind} ${upper?.id}`
  const top = tops.get(name) ?? { ...emptyCell(kind, upper, windows), parts: new Map() }
  tops.set(name, top)

  const child = parent && category
  const part = top.parts.get(child?.id) ?? emptyCell(kind, child, windows)
  top.parts.set(child?.id, part)
  return [top, part]
}

const emptyCell = (kind: CategoryKind, category: NamedCategory | undefined, windows: number): Cell => ({
  kind,
  category,
  amounts: Array<Minor>(windows).fill(zero),
  entries: 0n,
})

/** None where all lies on the category itself. */
function childrenOf({ parts }: TopCell, usual: readonly number[]): readonly PartFigure[] {
  if (parts.size === 1 && parts.has(undefined)) return []
  const figures: PartFigure[] = []
  for (const part of parts.values()) {
    const figure = figureOf(part, usual)
    if (isTelling(figure)) figures.push(figure)
  }
  return figures.some(({ categoryId }) => categoryId !== undefined) ? figures.sort(larger) : []
}

function figureOf({ kind, category, amounts, entries }: Cell, usual: readonly number[]): PartFigure {
  const last = amounts.length - 1
  const figures = {
    kind,
    amount: amounts[last] ?? zero,
    previous: amounts[Math.max(0, last - 1)] ?? zero,
    usual: median(usual.map((place) => amounts[place] ?? zero)),
    entries: Number(entries),
  }
  return category ? { categoryId: category.id, name: category.name, ...figures } : figures
}

const isTelling = ({ amount, previous, usual, entries }: PartFigure) =>
  amount !== 0n || previous !== 0n || usual !== 0n || entries > 0

function withShares(figures: readonly CategoryFigure[]): readonly CategoryFigure[] {
  const sorted = figures.toSorted(larger)
  if (sum(amountsOf(figures)) <= 0n) return sorted

  const shares = percentages(amountsOf(sorted))
  return sorted.map((figure, place) => {
    const share = shares[place] ?? 0
    const parts = slices(share, amountsOf(figure.children))
    return { ...figure, share, children: figure.children.map((child, n) => ({ ...child, share: parts[n] ?? 0 })) }
  })
}

const amountsOf = (figures: readonly PartFigure[]) => figures.map(({ amount }) => amount)

function larger(a: PartFigure, b: PartFigure): number {
  return descending(a.amount, b.amount) || descending(a.usual, b.usual) || descending(b.name ?? '', a.name ?? '')
}

const descending = <Value extends bigint | string>(x: Value, y: Value) => (x > y ? -1 : x < y ? 1 : 0)
