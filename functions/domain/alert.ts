import type { Minor } from './money.ts'

/** Per cent of a limit that its owner hears of, the lowest first. */
export const thresholds = [80, 100] as const

export type Threshold = (typeof thresholds)[number]

/** What the spending reaches on its way from `before` up to `after`, the lowest first. Staying or falling reaches nothing. */
export function crossed(limit: Minor, before: bigint, after: bigint): readonly Threshold[] {
  return reached(limit, after).filter((threshold) => !reaches(before, limit, threshold))
}

/** Every threshold that the spending has reached, the lowest first. */
export function reached(limit: Minor, spent: bigint): readonly Threshold[] {
  return thresholds.filter((threshold) => reaches(spent, limit, threshold))
}

/** Not the first 80 per cent of nothing: a limit of zero is reached by the first unit spent. */
function reaches(spent: bigint, limit: Minor, threshold: Threshold): boolean {
  return spent > 0n && spent * 100n >= limit * BigInt(threshold)
}
