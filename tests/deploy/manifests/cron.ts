/** Minute, hour, day of month, month, day of week. */
const ranges = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const

/** Whether this is a schedule of five fields, each with lists, ranges and steps within its bounds. */
export function isCron(text: string): boolean {
  const fields = text.split(' ')
  return fields.length === ranges.length && fields.every((field, n) => field.split(',').every((part) => fits(part, n)))
}

function fits(part: string, n: number): boolean {
  const [lowest, highest] = ranges[n] ?? [0, 0]
  const [, from, to, step] = /^(\*|\d+)(?:-(\d+))?(?:\/(\d+))?$/.exec(part) ?? []
  if (from === undefined || (step !== undefined && !(Number(step) > 0))) return false
  if (from === '*') return to === undefined
  const [first, last] = [Number(from), Number(to ?? from)]
  return first >= lowest && last <= highest && first <= last
}

export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    return false
  }
}
