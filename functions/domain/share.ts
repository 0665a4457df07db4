import type { Minor } from './money.ts'

/**
 * Splits a total by weights (none negative, not all zero) so that the shares sum to it exactly:
 * each gets its whole part, and what is left goes one by one to the largest remainders.
 */
export function share(total: Minor, weights: readonly bigint[]): Minor[] {
  return split(total, weights).map((part) => part as Minor)
}

/** Whole per cents that sum to 100, or all zero where nothing is positive. A negative part has no slice of the pie. */
export function percentages(parts: readonly Minor[]): number[] {
  return slices(100, parts)
}

/** As `percentages`, for parts of a slice that is itself so many per cent of the pie. */
export function slices(whole: number, parts: readonly Minor[]): number[] {
  const weights = parts.map((part) => (part > 0n ? part : 0n))
  return weights.some((weight) => weight > 0n) ? split(BigInt(whole), weights).map(Number) : weights.map(() => 0)
}

/** For drawing and for rates only: a float. Nothing of nothing is 0. */
export function ratio(part: Minor, whole: Minor): number {
  return whole === 0n ? 0 : Number(part) / Number(whole)
}

function split(total: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.reduce((a, b) => a + b, 0n)
  if (whole <= 0n || weights.some((weight) => weight < 0n)) throw new RangeError('Weights must be positive.')

  const size = total < 0n ? -total : total
  const parts = weights.map((weight) => (size * weight) / whole)
  const left = parts.reduce((rest, part) => rest - part, size)
  if (left > 0n) {
    const rests = weights.map((weight, place) => ({ place, rest: (size * weight) % whole }))
    rests.sort((a, b) => (a.rest === b.rest ? a.place - b.place : a.rest > b.rest ? -1 : 1))
    for (const { place } of rests.slice(0, Number(left))) parts[place] = (parts[place] ?? 0n) + 1n
  }
  return total < 0n ? parts.map((part) => -part) : parts
}
