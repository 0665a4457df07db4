/** Round steps, about as many as wanted, that reach from the lowest value to the highest, zero among them. */
export function stepsOver(lowest: number, highest: number, wanted = 5): number[] {
  const step = roundStep((highest - lowest || 1) / wanted)
  const first = Math.floor(lowest / step)
  const last = Math.max(Math.ceil(highest / step), first + 1)
  return Array.from({ length: last - first + 1 }, (_, place) => (first + place) * step)
}

/** 1, 2 or 5 times a power of ten: the first that is not less. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return ([1, 2, 5].find((times) => times * power >= least) ?? 10) * power
}
