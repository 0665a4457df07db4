/** A text that somebody typed, or a number that we wrote. */
export type Cell = string | { readonly number: string }

/** One line of RFC 4180 with its line end. A text that a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(written).join(',')}\r\n`
}

/** The text as it was before `csvLine` guarded it. */
export function unguard(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell
}

/** Several texts, none of them empty, in one cell: a semicolon between them, and a backslash before one that is theirs. */
export function listCell(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/[\\;]/g, '\\$&')).join(';')
}

/** The texts that `listCell` put together. */
export function listIn(cell: string): string[] {
  const parts = cell.match(/(?:[^\\;]|\\.)+/gsu) ?? []
  return parts.map((part) => part.replace(/\\(.)/gsu, '$1'))
}

function written(cell: Cell): string {
  const text = typeof cell === 'string' ? cell : cell.number
  const ours = typeof cell === 'object' && /^-?\d+(\.\d+)?$/.test(text)
  return quoted(ours || !dangerous.test(text) ? text : `'${text}`)
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

// OWASP's list for CSV injection, full-width forms too. Apostrophes count, so that "'=1" typed by a person survives.
const dangerous = /^'*[=+\-@\t\r\n＝＋－＠]/
const guarded = /^'+[=+\-@\t\r\n＝＋－＠]/
