/** Chance from 0 to below 1 that gives the same numbers for the same seed (mulberry32, public domain). */
export type Chance = () => number

export function chances(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number from `low` up to, but not, `high`. */
export function between(random: Chance, low: number, high: number): number {
  return low + Math.floor(random() * (high - low))
}
