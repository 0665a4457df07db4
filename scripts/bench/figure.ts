/** One line of the bench. The ratio is against a floor that was measured in the same run. */
export interface Figure {
  readonly name: string
  readonly engine: string
  readonly n: number
  readonly value: number
  readonly unit: string
  readonly floor?: number
  readonly ratio?: number
  readonly goal: string
  readonly met: boolean
}

export function asTable(figures: readonly Figure[]): string {
  const short = (value: number | undefined) =>
    value === undefined ? '' : Number(value.toPrecision(3)).toLocaleString('en')
  const rows = figures.map(({ name, engine, n, value, unit, floor, ratio, goal, met }) => [
    name,
    engine,
    n ? n.toLocaleString('en') : '',
    `${short(value)} ${unit}`,
    short(floor),
    short(ratio),
    goal,
    met ? 'met' : 'NOT MET',
  ])
  const head = ['what', 'engine', 'entries', 'value', 'floor', 'ratio', 'goal', '']
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
