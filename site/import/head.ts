import { hasHead, namesColumns } from './columns.ts'
import type { Row } from './csv.ts'

/** Where the table of a file begins. */
export interface Beginning {
  /** Rows above it, which say whose file it is, and of when. */
  readonly above: number
  /** Its first row names the columns. */
  readonly hasHead: boolean
}

/** Rows that a bank writes above its table at most, and rows of the table that tell how wide it is. */
const mostAbove = 25
const sample = 30

/** The first row that names a day and an amount and is as wide as what comes below it; else the first one of all. */
export function beginningOf(rows: readonly Row[]): Beginning {
  const above = rows
    .slice(0, mostAbove)
    .findIndex((row, n) => namesColumns(row) && isWidthOf(rows.slice(n + 1, n + 1 + sample), row.length))
  return above < 0 ? { above: 0, hasHead: hasHead(rows) } : { above, hasHead: true }
}

/** A delimiter at the end of some lines makes one more cell. */
function isWidthOf(rows: readonly Row[], width: number): boolean {
  return rows.filter((row) => Math.abs(row.length - width) <= 1).length * 2 >= rows.length
}
