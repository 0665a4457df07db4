import { type CategoryTree, categoryTree } from './category-tree.ts'
import { uncategorised } from './contributions.ts'
import type { NamedCategory, Sum } from './insight-sums.ts'
import { median } from './median.ts'
import { fromStore, type Minor, sum } from './money.ts'
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
  categories: readonly NamedCategory[],
): readonly CategoryFigure[] {
  const tree = categoryTree(categories)
  const filed = rows.map((row) => file(row, tree))
  const figures = groups(filed, ({ kind, top }) => `${kind} ${top?.id}`)
    .map((group) => ({ ...figureOf(group, group[0].top, windows, usual), children: childrenOf(group, windows, usual) }))
    .filter(isTelling)
  return (['expense', 'income'] as const).flatMap((kind) =>
    withShares(figures.filter((figure) => figure.kind === kind)),
  )
}

/** A sum where it is read: on an upper category, and on a child where it has one. */
interface Filed {
  readonly kind: CategoryKind
  readonly top: NamedCategory | undefined
  readonly child: NamedCategory | undefined
  readonly window: number
  readonly amount: Minor
  readonly n: bigint
}

function file({ key, window, plus, minus, n }: Sum, tree: CategoryTree<NamedCategory>): Filed {
  const category = tree.read(key)
  const parent = category && tree.parent(category)
  const kind = category?.kind ?? (key === uncategorised.income ? 'income' : 'expense')
  const amount = fromStore(kind === 'income' ? plus : minus)
  return { kind, top: parent ?? category, child: parent && category, window, amount, n }
}

/** None where all lies on the category itself. */
function childrenOf(group: Group<Filed>, windows: number, usual: readonly number[]): readonly PartFigure[] {
  const parts = groups(group, ({ child }) => child?.id ?? '')
  const figures = parts.map((part) => figureOf(part, part[0].child, windows, usual)).filter(isTelling)
  return figures.some(({ categoryId }) => categoryId !== undefined) ? figures.toSorted(larger) : []
}

function figureOf(
  group: Group<Filed>,
  category: NamedCategory | undefined,
  windows: number,
  usual: readonly number[],
): PartFigure {
  const inWindow = (place: number) => group.filter(({ window }) => window === place)
  const amountIn = (place: number) => sum(inWindow(place).map(({ amount }) => amount))
  const last = windows - 1
  return {
    ...(category && { categoryId: category.id, name: category.name }),
    kind: group[0].kind,
    amount: amountIn(last),
    previous: amountIn(Math.max(0, last - 1)),
    usual: median(usual.map(amountIn)),
    entries: Number(inWindow(last).reduce((count, { n }) => count + n, 0n)),
  }
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
  const order = <Value extends bigint | string>(x: Value, y: Value) => (x > y ? -1 : x < y ? 1 : 0)
  return order(a.amount, b.amount) || order(a.usual, b.usual) || order(b.name ?? '', a.name ?? '')
}

type Group<Item> = readonly [Item, ...Item[]]

function groups<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Group<Item>[] {
  const byKey = new Map<string, [Item, ...Item[]]>()
  for (const item of items) {
    const group = byKey.get(keyOf(item))
    if (group) group.push(item)
    else byKey.set(keyOf(item), [item])
  }
  return [...byKey.values()]
}
