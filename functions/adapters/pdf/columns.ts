import type { Sheet } from './sheet.ts'
import { type Column, headSize, type Line, type TableStyle } from './table.ts'

export interface Placed<Row> {
  readonly column: Column<Row>
  readonly x: number
  readonly width: number
}

/** Points between columns; and what a growing one has at least, per share. */
const gap = 12
const leastGrowing = 34

/** Where the columns stand, and how large their letters are. */
export function layout<Row>(
  sheet: Sheet,
  columns: readonly Column<Row>[],
  lines: readonly Line<Row>[],
  { x1, x2, size = 8.5 }: TableStyle<Row>,
): { readonly size: number; readonly placed: readonly Placed<Row>[] } {
  const natural = columns.map((column, place) => {
    const head = sheet.width(column.head, { size: headSize })
    if (column.grow !== undefined) return Math.max(head, leastGrowing * column.grow)
    const cells = lines.map(({ texts, isStrong }) => sheet.width(texts[place] ?? '', { size, bold: isStrong }))
    return Math.max(head, ...cells) + (column.before?.room ?? 0)
  })
  const air = gap * (columns.length - 1)
  const rigid = natural.reduce((sum, width) => sum + width, 0)
  const scale = Math.min(1, (x2 - x1 - air) / rigid)
  const shares = columns.reduce((sum, { grow = 0 }) => sum + grow, 0)
  const left = Math.max(0, x2 - x1 - air - rigid * scale)

  let at = x1
  const placed = columns.map((column, place) => {
    const width = (natural[place] ?? 0) * scale + (column.grow ? (left * column.grow) / shares : 0)
    const x = at
    at += width + gap
    return { column, x, width }
  })
  return { size: size * scale, placed }
}
