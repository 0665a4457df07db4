import { type Delimiter, delimiters } from './delimiters.ts'

export type Row = readonly string[]

/**
 * The cells of a table in text (RFC 4180, and what programs make of it): any line end, quotes that are doubled inside
 * quotes, and a quote that does not begin a cell stands for itself. Of a line without a word there is an empty row, so that
 * every other one stands where a spreadsheet has it.
 */
export function readCsv(text: string, delimiter: string): readonly Row[] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const [cell, end] = text[at] === '"' ? quoted(text, at, delimiter) : plain(text, at, delimiter)
    row.push(unwrapped(cell))
    at = end
    if (text[at] === delimiter) {
      at += 1
      // a line may end in a delimiter: after it comes one more, empty cell
      if (at < text.length && !isLineEnd(text[at])) continue
      row.push('')
    }
    rows.push(row.some((one) => one !== '') ? row : [])
    row = []
    at += text.startsWith('\r\n', at) ? 2 : 1
  }
  return rows
}

export const isFilled = (row: Row) => row.length > 0

/** Some write ="0123", lest a spreadsheet should make a number of it. */
const unwrapped = (cell: string) => cell.replace(/^="(.*)"$/s, '$1')

const isLineEnd = (character: string | undefined) => character === '\n' || character === '\r'

function plain(text: string, start: number, delimiter: string): readonly [cell: string, end: number] {
  let end = start
  while (end < text.length && text[end] !== delimiter && !isLineEnd(text[end])) end += 1
  return [text.slice(start, end), end]
}

/** What comes between the closing quote and the delimiter belongs to the cell: nobody meant to lose it. */
function quoted(text: string, start: number, delimiter: string): readonly [cell: string, end: number] {
  let cell = ''
  let at = start + 1
  for (;;) {
    const close = text.indexOf('"', at)
    if (close < 0) return [cell + text.slice(at), text.length]
    cell += text.slice(at, close)
    if (text[close + 1] !== '"') {
      const [rest, end] = plain(text, close + 1, delimiter)
      return [cell + rest, end]
    }
    cell += '"'
    at = close + 2
  }
}

/** The delimiter that makes the most of a table of the first lines: rows of one width, and wide ones; others may stand above. */
export function guessDelimiter(text: string): Delimiter {
  const sample = text.slice(0, 20_000)
  const scores = delimiters.map((delimiter) => {
    const widths = readCsv(sample, delimiter)
      .filter(isFilled)
      .slice(0, 40)
      .map((row) => row.length)
    const usual = usualWidth(widths) ?? 0
    const regular = timesOf(usual, widths) / Math.max(1, widths.length)
    return { delimiter, score: usual > 1 ? regular * Math.min(usual, 12) : 0 }
  })
  return scores.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ','
}

/** How wide the rows are that hold most of a table: what stands above it has many lines now and then, but narrow ones. */
export function usualWidth(widths: readonly number[]): number | undefined {
  const cells = (width: number) => timesOf(width, widths) * Math.min(width, 12)
  return [...new Set(widths)].toSorted((a, b) => cells(b) - cells(a))[0]
}

const timesOf = (width: number, widths: readonly number[]) => widths.filter((one) => one === width).length

/** Text out of a file's bytes: by its mark, as UTF-8 where it is that, else as older programs for Windows write it. */
export function decode(bytes: Uint8Array): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
