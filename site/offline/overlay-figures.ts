import type { AccountView } from '../../functions/api/accounts.ts'
import type { BudgetView } from '../../functions/api/budgets.ts'
import type { Figures, InsightsView } from '../../functions/api/insights.ts'
import { between, type Delta, gather, uncategorised } from '../../functions/domain/contributions.ts'
import { formatAmount, fromStore, type Minor } from '../../functions/domain/money.ts'
import { percentages, slices } from '../../functions/domain/share.ts'
import { digitsOf, minorOf } from '../wire.ts'
import type { KnownBook } from './known-book.ts'
import type { Effect } from './waiting.ts'

type Block = InsightsView['currencies'][number]
type CategoryFigure = Block['byCategory'][number]
type Part = CategoryFigure['children'][number]
interface Span {
  readonly start: string
  readonly end: string
}

/** What all that waits adds to totals, by day. */
export function deltasOf(effects: readonly Effect[]): readonly Delta[] {
  const all = gather(effects.flatMap(({ before, after }) => between(before, after)))
  return all.filter(({ grain }) => grain === 'd')
}

const isIn =
  ({ start, end }: Span) =>
  (delta: Delta) =>
    start <= delta.start && delta.start <= end

/** An exact decimal of the wire moved by so many minor units. */
function moved(wire: string, by: bigint): string {
  return by === 0n ? wire : formatAmount(fromStore(minorOf(wire) + by), { digits: digitsOf(wire) })
}

function figuresWith<F extends Figures>(figures: F, deltas: readonly Delta[]): F {
  const plus = deltas.reduce((sum, one) => sum + one.plus, 0n)
  const minus = deltas.reduce((sum, one) => sum + one.minus, 0n)
  return {
    ...figures,
    income: moved(figures.income, plus),
    expense: moved(figures.expense, minus),
    net: moved(figures.net, plus - minus),
  }
}

/** Accounts with what waits in their balances. */
export function accountsWith(accounts: readonly AccountView[], deltas: readonly Delta[]): readonly AccountView[] {
  return accounts.map((account) => {
    const own = deltas.filter(({ face, key }) => face === 'account' && key === account.id)
    const by = own.reduce((sum, { plus, minus }) => sum + plus - minus, 0n)
    return by === 0n ? account : { ...account, balance: moved(account.balance, by) }
  })
}

/** Limits with what waits in what is spent. A currency that one does not count stays named, even if nothing of it is left. */
export function limitsWith(limits: readonly BudgetView[], deltas: readonly Delta[], book: KnownBook): BudgetView[] {
  return limits.map((limit) => {
    const { categoryId, currency, period } = limit
    const family: readonly string[] = categoryId ? book.tree.family(categoryId) : []
    const all = deltas.filter(
      (one) =>
        isIn(period)(one) && (categoryId ? one.face === 'category' && family.includes(one.key) : one.face === 'kind'),
    )
    const by = all.reduce((sum, one) => (one.currency === currency ? sum + one.minus : sum), 0n)
    const others = all.filter((one) => one.currency !== currency && one.minus !== 0n).map((one) => one.currency)
    return {
      ...limit,
      spent: moved(limit.spent, by),
      left: moved(limit.left, -by),
      notCounted: [...new Set([...limit.notCounted, ...others])].sort(),
    }
  })
}

/**
 * Figures with what waits in them: totals, days, categories, limits and the periods of the trend. Payees and the largest
 * stay as they were seen. A currency that had no block yet gets none.
 */
export function insightsWith(insights: InsightsView, deltas: readonly Delta[], book: KnownBook): InsightsView {
  if (deltas.length === 0) return insights
  const { period, previous } = insights
  return {
    ...insights,
    currencies: insights.currencies.map((block) => {
      const own = deltas.filter(({ currency }) => currency === block.currency)
      const sums = own.filter(({ face }) => face === 'kind')
      const now = sums.filter(isIn(period))
      return {
        ...figuresWith(block, now),
        entries: block.entries + Number(now.reduce((count, { n }) => count + n, 0n)),
        previous: figuresWith(block.previous, sums.filter(isIn(previous))),
        byDay: daysWith(block, now),
        byCategory: categoriesWith(block, own.filter(isIn(period)), book),
        trend: block.trend.map((one) => figuresWith(one, sums.filter(isIn(one)))),
        budgets: limitsWith(block.budgets, own, book),
      }
    }),
  }
}

function daysWith({ byDay, income }: Block, now: readonly Delta[]): Block['byDay'] {
  const zero = formatAmount(fromStore(0n), { digits: digitsOf(income) })
  const days = [...new Set([...byDay.map(({ day }) => day), ...now.map(({ start }) => start as string)])].sort()
  return days.map((day) => {
    const before = byDay.find((one) => one.day === day) ?? { day, income: zero, expense: zero, net: zero }
    return figuresWith(
      before,
      now.filter(({ start }) => start === day),
    )
  })
}

/** Both levels; what has not been seen there yet comes in, and shares are of the new whole. */
function categoriesWith({ byCategory, income }: Block, deltas: readonly Delta[], book: KnownBook): CategoryFigure[] {
  const filed = deltas.filter(({ face }) => face === 'category')
  if (filed.length === 0) return byCategory
  const zero = formatAmount(fromStore(0n), { digits: digitsOf(income) })
  const groups = new Map<string, CategoryFigure>(byCategory.map((one) => [`${one.kind} ${one.categoryId}`, one]))
  for (const { key, plus, minus, n } of filed) {
    const category = book.tree.read(key)
    const top = (category && book.tree.parent(category)) ?? category
    const kind = category?.kind ?? (key === uncategorised.income ? 'income' : 'expense')
    const by = kind === 'income' ? plus : minus
    const name = `${kind} ${top?.id}`
    const before = groups.get(name) ?? { ...emptyPart(top, kind, zero), children: [] }
    const child = category === top ? undefined : category
    groups.set(name, { ...grown(before, by, n), children: childrenWith(before, child, kind, by, n, zero) })
  }
  return (['expense', 'income'] as const).flatMap((kind) =>
    shared([...groups.values()].filter((one) => one.kind === kind)),
  )
}

function emptyPart(category: { readonly id: string } | undefined, kind: Part['kind'], zero: string): Part {
  const name: unknown = category && Reflect.get(category, 'name')
  return {
    ...(category && { categoryId: category.id }),
    ...(typeof name === 'string' && { name }),
    kind,
    amount: zero,
    previous: zero,
    usual: zero,
    entries: 0,
  }
}

const grown = <P extends Part>(part: P, by: bigint, n: bigint): P => ({
  ...part,
  amount: moved(part.amount, by),
  entries: part.entries + Number(n),
})

function childrenWith(
  { children, ...own }: CategoryFigure,
  child: { readonly id: string } | undefined,
  kind: Part['kind'],
  by: bigint,
  n: bigint,
  zero: string,
): Part[] {
  // all of it lies on the category itself, and goes on doing so
  if (children.length === 0 && !child) return []
  const { categoryId: _, name: __, share: ___, ...itself } = own
  const isEmpty = own.entries === 0 && minorOf(own.amount) === 0n
  const all: Part[] = children.length > 0 || isEmpty ? children : [itself]
  const known = all.find((one) => one.categoryId === child?.id)
  const part = grown(known ?? emptyPart(child, kind, zero), by, n)
  return [...all.filter((one) => one !== known), part]
}

/** Whole per cents of the new whole, the largest first. */
function shared(figures: readonly CategoryFigure[]): CategoryFigure[] {
  const amounts = (parts: readonly Part[]): Minor[] => parts.map(({ amount }) => minorOf(amount))
  const larger = (a: Part, b: Part) =>
    minorOf(a.amount) < minorOf(b.amount) ? 1 : minorOf(a.amount) > minorOf(b.amount) ? -1 : 0
  const sorted = figures.toSorted(larger)
  const total = amounts(sorted).reduce((sum, one) => sum + one, 0n)
  if (total <= 0n) return sorted.map(({ share: _, ...one }) => one)
  const shares = percentages(amounts(sorted))
  return sorted.map((one, place) => {
    const children = one.children.toSorted(larger)
    const parts = slices(shares[place] ?? 0, amounts(children))
    return {
      ...one,
      share: shares[place] ?? 0,
      children: children.map((part, n) => ({ ...part, share: parts[n] ?? 0 })),
    }
  })
}

interface Worth {
  readonly days: readonly string[]
  readonly currencies: readonly {
    readonly currency: string
    readonly amounts: readonly string[]
    readonly accounts: readonly { readonly accountId: string; readonly amounts: readonly string[] }[]
  }[]
}

/** Net worth at each point with what waits up to its day. */
export function worthWith(worth: Worth, deltas: readonly Delta[]): Worth {
  const flows = deltas.filter(({ face }) => face === 'account')
  const by = (point: number, holds: (delta: Delta) => boolean) =>
    flows
      .filter((one) => holds(one) && one.start <= (worth.days[point] ?? ''))
      .reduce((sum, { plus, minus }) => sum + plus - minus, 0n)
  return {
    ...worth,
    currencies: worth.currencies.map((block) => ({
      ...block,
      amounts: block.amounts.map((wire, n) =>
        moved(
          wire,
          by(n, ({ currency }) => currency === block.currency),
        ),
      ),
      accounts: block.accounts.map((account) => ({
        ...account,
        amounts: account.amounts.map((wire, n) =>
          moved(
            wire,
            by(n, ({ key }) => key === account.accountId),
          ),
        ),
      })),
    })),
  }
}
