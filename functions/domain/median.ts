import type { Minor } from './money.ts'
import { halfAway } from './rounding.ts'

/** The one in the middle; of an even count the mean of the two, a half of a minor unit away from zero. Of none, zero. */
export function median(values: readonly Minor[]): Minor {
  const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0n
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? upper
  return halfAway(lower + upper, 2n) as Minor
}
