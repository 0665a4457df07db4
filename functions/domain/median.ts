import { type Minor, zero } from './money.ts'
import { halfAway } from './rounding.ts'

/** The one in the middle; of an even count the mean of the two, a half of a minor unit away from zero. Of none, zero. */
export function median(values: readonly Minor[]): Minor {
  const sorted = sortedFew(values)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? zero
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? upper
  return lower === upper ? upper : (halfAway(lower + upper, 2n) as Minor)
}

/** Each put in its place among those before: there are six or so, and half a hundred medians in an answer. */
function sortedFew(values: readonly Minor[]): readonly Minor[] {
  const sorted = values.slice()
  let next = 0
  for (const value of values) {
    let place = next
    for (let before = sorted[place - 1]; before !== undefined && before > value; before = sorted[place - 1]) {
      sorted[place] = before
      place -= 1
    }
    sorted[place] = value
    next += 1
  }
  return sorted
}
