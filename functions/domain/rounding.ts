/** The whole number nearest to a fraction, a half away from zero: 5/2 is 3, -5/2 is -3. `by` is more than zero. */
export function halfAway(value: bigint, by: bigint): bigint {
  const size = value < 0n ? -value : value
  const rounded = (size * 2n + by) / (by * 2n)
  return value < 0n ? -rounded : rounded
}
