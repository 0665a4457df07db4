import type { Block } from './insight.ts'
import { type Minor, minus } from './money.ts'
import { halfAway } from './rounding.ts'

export interface Change {
  readonly by: Minor
  /** Whole per cent of what was; absent where that was nothing, where either is negative, and from ten times as much on. */
  readonly percent?: number
}

export function changeOf(now: Minor, then: Minor): Change {
  const by = minus(now, then)
  const percent = then > 0n && now >= 0n ? halfAway(by * 100n, then) : undefined
  return { by, ...(percent !== undefined && percent < 1000n && { percent: Number(percent) }) }
}

/** A new ledger has no usual figures: they would be medians of nothing. */
export function hasUsual({ usual }: Block): boolean {
  return usual.expense !== 0n || usual.income !== 0n
}

/** Two per cent more or less than the usual spending is still the usual. */
export function isAsUsual({ expense, usual }: Block): boolean {
  const by = expense > usual.expense ? expense - usual.expense : usual.expense - expense
  return by * 50n <= usual.expense
}
