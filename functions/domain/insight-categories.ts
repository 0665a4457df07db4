import type { CategoryTree } from './category-tree.ts'
import { uncategorised } from './contributions.ts'
import type { NamedCategory, Sum } from './insight-sums.ts'
import { median } from './median.ts'
import { fromStore, type Minor, plus, sum, zero } from './money.ts'
import type { Mutable } from './mutable.ts'
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
  const expenses: TopFigure[] = []
  const income: TopFigure[] = []
  const none = Array<Minor>(windows).fill(zero)
  for (const { whole, parts } of topsOf(cellsOf(rows, none, tree), none, tree)) {
    const figure = figureOf(whole, whole.category, usual)
    if (!isTelling(figure)) continue
    const list = whole.kind === 'income' ? income : expenses
    list.push(Object.assign(figure, { children: childrenOf(whole, parts, usual) }))
  }
  return [...withShares(expenses), ...withShares(income)]
}

// Figures are made once and filled in, not copied for each field that is added: an answer has half a hundred of them.
type Part = Mutable<PartFigure>
type TopFigure = Part & { readonly children: readonly Part[] }

/** What a category, or its kind without one, came to in each window; `entries` of the last one. */
interface Cell {
  readonly kind: CategoryKind
  readonly category: NamedCategory | undefined
  readonly amounts: Minor[]
  entries: bigint
}

const emptyCell = (kind: CategoryKind, category: NamedCategory | undefined, none: readonly Minor[]): Cell => ({
  kind,
  category,
  amounts: none.slice(),
  entries: 0n,
})

const nameOf = (kind: CategoryKind, category: NamedCategory | undefined) => category?.id ?? kind

/** One way through the rows: each is added to the category that its key is read as. `none` is nothing in each window. */
function cellsOf(rows: readonly Sum[], none: readonly Minor[], tree: CategoryTree<NamedCategory>): Iterable<Cell> {
  const last = none.length - 1
  const byKey = new Map<string, Cell>()
  const cells = new Map<string, Cell>()
  for (const { key, window, plus: into, minus: out, n } of rows) {
    let cell = byKey.get(key)
    if (!cell) {
      const category = tree.read(key)
      const kind = category?.kind ?? (key === uncategorised.income ? 'income' : 'expense')
      cell = cells.get(nameOf(kind, category)) ?? emptyCell(kind, category, none)
      cells.set(nameOf(kind, category), cell)
      byKey.set(key, cell)
    }
    add(cell, window, fromStore(cell.kind === 'income' ? into : out))
    if (window === last) cell.entries += n
  }
  return cells.values()
}

function add({ amounts }: Cell, window: number, amount: Minor): void {
  const sofar = amounts[window]
  amounts[window] = sofar ? plus(sofar, amount) : amount
}

/** An upper category with the cells that make it up, what lies on itself among them. */
interface Top {
  readonly whole: Cell
  readonly parts: Cell[]
}

function topsOf(cells: Iterable<Cell>, none: readonly Minor[], tree: CategoryTree<NamedCategory>): Iterable<Top> {
  const tops = new Map<string, Top>()
  for (const cell of cells) {
    const { kind, category } = cell
    const upper = (category && tree.parent(category)) ?? category
    const name = nameOf(kind, upper)
    const top = tops.get(name) ?? { whole: emptyCell(kind, upper, none), parts: [] }
    if (top.parts.push(cell) === 1) tops.set(name, top)
    for (let window = 0; window < none.length; window += 1) add(top.whole, window, cell.amounts[window] ?? zero)
    top.whole.entries += cell.entries
  }
  return tops.values()
}

/** None where all lies on the category itself. */
function childrenOf(whole: Cell, parts: readonly Cell[], usual: readonly number[]): Part[] {
  const figures: Part[] = []
  for (const part of parts) {
    const isItself = part.category === whole.category
    if (isItself && parts.length === 1) return []
    const figure = figureOf(part, isItself ? undefined : part.category, usual)
    if (isTelling(figure)) figures.push(figure)
  }
  return figures.some(({ categoryId }) => categoryId !== undefined) ? figures.sort(larger) : []
}

function figureOf(
  { kind, amounts, entries }: Cell,
  category: NamedCategory | undefined,
  usual: readonly number[],
): Part {
  const last = amounts.length - 1
  const figure: Part = {
    kind,
    amount: amounts[last] ?? zero,
    previous: amounts[Math.max(0, last - 1)] ?? zero,
    usual: median(usual.map((place) => amounts[place] ?? zero)),
    entries: Number(entries),
  }
  if (category) {
    figure.categoryId = category.id
    figure.name = category.name
  }
  return figure
}

const isTelling = ({ amount, previous, usual, entries }: PartFigure) =>
  amount !== 0n || previous !== 0n || usual !== 0n || entries > 0

function withShares(figures: TopFigure[]): readonly CategoryFigure[] {
  figures.sort(larger)
  const amounts = amountsOf(figures)
  if (sum(amounts) <= 0n) return figures

  const shares = percentages(amounts)
  figures.forEach((figure, place) => {
    const share = shares[place] ?? 0
    figure.share = share
    if (figure.children.length === 0) return
    const parts = slices(share, amountsOf(figure.children))
    figure.children.forEach((child, n) => {
      child.share = parts[n] ?? 0
    })
  })
  return figures
}

const amountsOf = (figures: readonly PartFigure[]) => figures.map(({ amount }) => amount)

function larger(a: PartFigure, b: PartFigure): number {
  return descending(a.amount, b.amount) || descending(a.usual, b.usual) || descending(b.name ?? '', a.name ?? '')
}

const descending = <Value extends bigint | string>(x: Value, y: Value) => (x > y ? -1 : x < y ? 1 : 0)
