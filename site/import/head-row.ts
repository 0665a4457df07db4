import { isFilled, type Row, usualWidth } from './csv.ts'
import { placesOf, plainName } from './heads.ts'
import { looksLikeAmounts, looksLikeDays } from './looks.ts'

/** Whether there are names of columns, and how many rows stand above them. */
export interface Head {
  readonly hasHead: boolean
  readonly above: number
}

/** Banks write some lines above their tables: whose account it is, of which days, what there is by now. */
const mostAbove = 25

/** The first row that names both a day and money and is as wide as what is below it; else the first row, if it names anything. */
export function findHead(rows: readonly Row[]): Head {
  const above = rows
    .slice(0, mostAbove)
    .findIndex((row, n) => namesEntry(row) && isAsWide(row, rows.slice(n + 1, n + 200).filter(isFilled)))
  if (above >= 0) return { hasHead: true, above }
  const first = Math.max(0, rows.findIndex(isFilled))
  return { hasHead: namesAny(rows[first] ?? []), above: first }
}

function namesEntry(row: Row): boolean {
  const names = row.map(plainName)
  const hasMoney = (['amount', 'out', 'in'] as const).some((role) => placesOf(role, names).length > 0)
  return hasMoney && placesOf('day', names).length > 0 && !row.some((cell) => looksLikeDays([cell]))
}

/** Some end their lines in a delimiter, and not the names above them. */
function isAsWide(row: Row, below: readonly Row[]): boolean {
  const widths = below.map(({ length }) => length)
  return Math.abs(row.length - (usualWidth(widths) ?? row.length)) <= 1
}

/** Whether it may name the columns: it has no day and no amount, and all its cells say something else than below. */
function namesAny(row: Row): boolean {
  return row.length > 0 && !row.some((cell) => looksLikeDays([cell]) || looksLikeAmounts([cell]))
}
