import { type CategoryTree, categoryTree } from './category-tree.ts'
import { type Currency, currencyOf } from './currency.ts'
import type { Day } from './day.ts'
import { type CategoryFigure, categoryFigures } from './insight-categories.ts'
import { type Frame, usualPlaces } from './insight-frame.ts'
import { isFilled, type NamedCategory, type Sum, type Sums } from './insight-sums.ts'
import { median } from './median.ts'
import { fromStore, type Minor, minus } from './money.ts'
import type { Period } from './period.ts'
import { halfAway } from './rounding.ts'

/** Expense has refunds taken off; net is income less expense. */
export interface Figures {
  readonly income: Minor
  readonly expense: Minor
  readonly net: Minor
}

/** The figures of one currency: nothing is ever added across them. */
export interface Block extends Figures {
  readonly currency: Currency
  readonly entries: number
  /** Net as a percentage of income, one decimal, half away from zero. */
  readonly savingsRate?: number
  readonly previous: Figures
  /** Medians of income and of expense; net is what lies between them. */
  readonly usual: Figures
  readonly byCategory: readonly CategoryFigure[]
  readonly byDay: readonly (Figures & { readonly day: Day })[]
  /** The largest expense first, then the largest income. */
  readonly byPayee: readonly PayeeFigure[]
  readonly trend: readonly (Figures & Period)[]
}

export interface PayeeFigure extends Figures {
  /** Absent for entries without a payee. */
  readonly payeeId?: string
  readonly name?: string
  readonly entries: number
}

/** One block per currency with entries in the trend or an open account; the ledger's comes first and is always there. */
export function insightBlocks(
  frame: Frame,
  sums: Sums,
  categories: readonly NamedCategory[],
  ledgerCurrency: string,
): readonly Block[] {
  const used = sums.trend.filter(isFilled).map(({ currency }) => currency)
  const others = [...new Set([...used, ...sums.open])].filter((code) => code !== ledgerCurrency)
  const tree = categoryTree(categories)
  return [ledgerCurrency, ...others.toSorted()].map((code) => blockOf(code, frame, sums, tree))
}

function blockOf(code: string, frame: Frame, sums: Sums, tree: CategoryTree<NamedCategory>): Block {
  const ours = (rows: readonly Sum[]) => rows.filter((row) => row.currency === code && isFilled(row))
  const trend = byWindow(ours(sums.trend), frame.trend.length)
  const now = trend.at(-1) ?? nothing
  const compared = trend.slice(-frame.compared.length).map(figuresOf)
  const usual = usualPlaces(frame, sums.firstEntry)
  const savings = savingsRate(figuresOf(now))

  return {
    currency: known(code),
    ...figuresOf(now),
    entries: Number(now.n),
    ...(savings !== undefined && { savingsRate: savings }),
    previous: compared.at(-2) ?? figuresOf(now),
    usual: usualOf(usual.flatMap((place) => compared[place] ?? [])),
    byCategory: categoryFigures(ours(sums.categories), frame.compared.length, usual, tree),
    byDay: byDay(ours(sums.days)),
    byPayee: byPayee(ours(sums.payees)),
    trend: frame.trend.map(({ start, end }, place) => {
      const { income, expense, net } = figuresOf(trend[place] ?? nothing)
      return { start, end, income, expense, net }
    }),
  }
}

// Fields are named and not spread where there are dozens: spreading takes many times as long (measured).

type Total = { plus: bigint; minus: bigint; n: bigint }

const nothing: Total = { plus: 0n, minus: 0n, n: 0n }

function byWindow(rows: readonly Sum[], windows: number): readonly Total[] {
  const totals = Array.from({ length: windows }, () => ({ ...nothing }))
  for (const { window, plus, minus, n } of rows) {
    const total = totals[window]
    if (!total) continue
    total.plus += plus
    total.minus += minus
    total.n += n
  }
  return totals
}

function figuresOf({ plus, minus: out }: Readonly<Total>): Figures {
  const [income, expense] = [fromStore(plus), fromStore(out)]
  return { income, expense, net: minus(income, expense) }
}

function usualOf(periods: readonly Figures[]): Figures {
  const income = median(periods.map((figures) => figures.income))
  const expense = median(periods.map((figures) => figures.expense))
  return { income, expense, net: minus(income, expense) }
}

/** Net as a percentage of income, one decimal, half away from zero; absent where nothing came in. */
export function savingsRate({ income, net }: Figures): number | undefined {
  return income > 0n ? Number(halfAway(net * 1000n, income)) / 10 : undefined
}

function byDay(rows: readonly Sum[]): Block['byDay'] {
  const days: (Figures & { readonly day: Day })[] = []
  for (const row of rows) {
    if (!row.day) continue
    const { income, expense, net } = figuresOf(row)
    days.push({ day: row.day, income, expense, net })
  }
  return days.sort((a, b) => (a.day < b.day ? -1 : 1))
}

function byPayee(rows: readonly Sum[]): Block['byPayee'] {
  const payees = rows.map((row): PayeeFigure => {
    const { key, name, n } = row
    const { income, expense, net } = figuresOf(row)
    const entries = Number(n)
    if (key === '-') return { income, expense, net, entries }
    if (name === undefined) return { payeeId: key, income, expense, net, entries }
    return { payeeId: key, name, income, expense, net, entries }
  })
  return payees.sort(
    (a, b) => larger(a.expense, b.expense) || larger(a.income, b.income) || larger(b.name ?? '', a.name ?? ''),
  )
}

const larger = <Value extends bigint | string>(a: Value, b: Value) => (a > b ? -1 : a < b ? 1 : 0)

function known(code: string): Currency {
  const currency = currencyOf(code)
  if (!currency.ok) throw new RangeError('A currency in the store is none.')
  return currency.value
}
