export interface Audit {
  readonly title: string
  readonly score: number | null
  readonly displayValue?: string
}

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/** What one visit came to: points of 100, and milliseconds. */
export interface Run {
  readonly scores: { readonly [category: string]: number }
  readonly firstPaint: number
  readonly largestPaint: number
  readonly blocked: number
  readonly short: readonly Audit[]
}

/** The run that is in the middle by its points for performance; the others hardly vary. */
export function middle(runs: readonly Run[]): Run {
  const found = runs.toSorted((a, b) => pointsOf(a) - pointsOf(b))[Math.floor(runs.length / 2)]
  if (!found) throw new Error('There is no middle of nothing.')
  return found
}

const pointsOf = ({ scores }: Run) => scores.performance ?? 0

const widths = [16, 13, 15, 16, 5, 13, 15, 9]

export function table(pages: readonly (readonly [name: string, run: Run])[]): readonly string[] {
  const head = ['', ...categories, 'first paint', 'largest paint', 'blocked']
  const rows = pages.map(([name, run]) => [
    name,
    ...categories.map((category) => String(run.scores[category] ?? '-')),
    seconds(run.firstPaint),
    seconds(run.largestPaint),
    `${Math.round(run.blocked)} ms`,
  ])
  return [head, ...rows].map((cells) =>
    cells.map((cell, n) => (n === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[n] ?? 0))).join(''),
  )
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`

/** A line for each thing of a page that counts and is not all right. */
export function shortOf(name: string, { short }: Run): readonly string[] {
  return short.map(({ title, score, displayValue }) =>
    [`${name}: ${title}`, displayValue, `${Math.round((score ?? 0) * 100)} of 100`].filter(Boolean).join(', '),
  )
}
