import { type Day, firstOfMonth } from './day.ts'
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
  const month = firstOfMonth(entry.day)
  const deltas: Delta[] = []
  for (const { face, key, currency, plus, minus } of sharesOf(entry)) {
    deltas.push({ face, grain: 'd', start: entry.day, key, currency, plus, minus, n: 1n })
    deltas.push({ face, grain: 'm', start: month, key, currency, plus, minus, n: 1n })
  }
  return deltas
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

/** One delta per row of totals, zeros dropped, in the order of the table's key: every writer locks rows in one order. */
export function gather(deltas: Iterable<Delta>): readonly Delta[] {
  const rows = new Map<string, Mutable<Delta>>()
  for (const { face, grain, start, key, currency, plus, minus, n } of deltas) {
    const name = `${face} ${grain} ${start} ${key} ${currency}`
    const row = rows.get(name)
    if (row) {
      row.plus += plus
      row.minus += minus
      row.n += n
    } else {
      rows.set(name, { face, grain, start, key, currency, plus, minus, n })
    }
  }
  const sorted = [...rows.keys()].sort().flatMap((name) => rows.get(name) ?? [])
  return sorted.filter(({ plus, minus, n }) => plus !== 0n || minus !== 0n || n !== 0n)
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** The deltas that lead from the entry as it was to the entry as it is; either may be missing. */
export function between(before: Transaction | undefined, after: Transaction | undefined): readonly Delta[] {
  const gone = before ? contributions(before).map(negated) : []
  return after ? [...gone, ...contributions(after)] : gone
}

function negated({ face, grain, start, key, currency, plus, minus, n }: Delta): Delta {
  return { face, grain, start, key, currency, plus: -plus, minus: -minus, n: -n }
}
