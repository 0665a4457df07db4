import type { CategoryPlace } from './category-tree.ts'
import type { Day } from './day.ts'

/** A sum out of totals: `plus` is income, `minus` expense less refunds. */
export interface Sum {
  /** Which of the windows that were asked for, from 0. */
  readonly window: number
  /** Set where the sum is a day's. */
  readonly day?: Day
  readonly key: string
  readonly name?: string
  readonly currency: string
  readonly plus: bigint
  readonly minus: bigint
  readonly n: bigint
}

/** All that insights are made of. */
export interface Sums {
  /** By the windows of the trend. */
  readonly trend: readonly Sum[]
  /** By category and the compared windows. */
  readonly categories: readonly Sum[]
  /** By day of the asked period. */
  readonly days: readonly Sum[]
  /** The largest of the asked period; aliases are resolved. */
  readonly payees: readonly Sum[]
  /** The day of the ledger's first entry. */
  readonly firstEntry: Day | undefined
  /** Currencies in which an account is open. */
  readonly open: readonly string[]
}

export interface NamedCategory extends CategoryPlace {
  readonly name: string
}

/** Rows of totals stay when all their entries are gone. */
export function isFilled({ plus, minus, n }: Sum): boolean {
  return n !== 0n || plus !== 0n || minus !== 0n
}
