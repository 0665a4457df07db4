import type { Day } from './day.ts'
import { linesOf } from './lines.ts'
import type { Transaction } from './transaction.ts'

export type Face = 'kind' | 'category' | 'account' | 'payee'
export type Grain = 'd' | 'm'

/** What one entry adds to one row of totals. `plus` is income or inflow, `minus` expense or outflow, in minor units. */
export interface Delta {
  readonly face: Face
  readonly grain: Grain
  /** The day itself, or the first day of its calendar month. */
  readonly start: Day
  /** The category's, account's or payee's id; '-' for none and for face kind; see `uncategorised`. */
  readonly key: string
  readonly currency: string
  readonly plus: bigint
  readonly minus: bigint
  /** How many entries (face kind, account, payee) or lines (face category). */
  readonly n: bigint
}

/** Keys of face category for lines without one: by kind, for `n` counts them and each kind is shown on its own. */
export const uncategorised = { expense: '-', income: '+' } as const

type Share = Pick<Delta, 'face' | 'key' | 'currency' | 'plus' | 'minus'>

/**
 * All that an entry means for totals, each once per day and once per calendar month. Pure: a total is the sum of the
 * contributions of the entries that exist, and nothing else.
 */
export function contributions(entry: Transaction): readonly Delta[] {
  const month = linesOf(entry)[0]?.month ?? entry.day
  return sharesOf(entry).flatMap((share) => [
    { ...share, grain: 'd' as const, start: entry.day, n: 1n },
    { ...share, grain: 'm' as const, start: month, n: 1n },
  ])
}

function sharesOf(entry: Transaction): readonly Share[] {
  const out = { currency: entry.currency.code, plus: 0n, minus: entry.amount }
  const into = { currency: entry.currency.code, plus: entry.amount, minus: 0n }

  if (entry.kind === 'transfer') {
    const arrival = entry.to && { currency: entry.to.currency.code, plus: entry.to.amount, minus: 0n }
    return [
      { face: 'account', key: entry.accountId, ...out },
      ...(entry.to && arrival ? [{ face: 'account' as const, key: entry.to.accountId, ...arrival }] : []),
    ]
  }

  const effect = (amount: bigint) => ({
    currency: entry.currency.code,
    plus: entry.kind === 'income' ? amount : 0n,
    minus: entry.kind === 'income' ? 0n : entry.kind === 'refund' ? -amount : amount,
  })
  return [
    { face: 'kind', key: '-', ...effect(entry.amount) },
    { face: 'account', key: entry.accountId, ...(entry.kind === 'expense' ? out : into) },
    { face: 'payee', key: entry.payee?.id ?? '-', ...effect(entry.amount) },
    ...linesOf(entry).map((line) => ({
      face: 'category' as const,
      key: line.categoryId ?? uncategorised[entry.kind === 'income' ? 'income' : 'expense'],
      ...effect(line.amount),
    })),
  ]
}

const name = (delta: Delta) => `${delta.face} ${delta.grain} ${delta.start} ${delta.key} ${delta.currency}`

/** One delta per row of totals, zeros dropped, in the order of the table's key: every writer locks rows in one order. */
export function gather(deltas: Iterable<Delta>): readonly Delta[] {
  const rows = new Map<string, Delta>()
  for (const delta of deltas) {
    const sofar = rows.get(name(delta))
    rows.set(name(delta), sofar ? combine(sofar, delta) : delta)
  }
  return [...rows]
    .filter(([, delta]) => delta.plus !== 0n || delta.minus !== 0n || delta.n !== 0n)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, delta]) => delta)
}

/** The deltas that lead from the entry as it was to the entry as it is; either may be missing. */
export function* between(before: Transaction | undefined, after: Transaction | undefined): Generator<Delta> {
  if (before) for (const delta of contributions(before)) yield negated(delta)
  if (after) yield* contributions(after)
}

const combine = (a: Delta, b: Delta): Delta => ({ ...a, plus: a.plus + b.plus, minus: a.minus + b.minus, n: a.n + b.n })

const negated = (delta: Delta): Delta => ({ ...delta, plus: -delta.plus, minus: -delta.minus, n: -delta.n })
