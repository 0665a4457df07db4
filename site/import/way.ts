import { mostly } from './mostly.ts'

/** Which way an amount went, where no sign says it. */
export type Way = 'out' | 'in'

/** As banks write it: S and H are Soll and Haben, D and H are Debe and Haber, Af and Bij are Dutch. */
const marks: { readonly [W in Way]: RegExp } = {
  out: /^(-|d|dr|db|debit|debet|s|soll|lastschrift|belastung|ausgabe|af|debe|cargo|out|expense|withdrawal)\.?$/i,
  in: /^(\+|c|cr|credit|h|haben|gutschrift|einnahme|bij|haber|abono|in|income|deposit)\.?$/i,
}

export const hasMinus = (text: string) => /[-−(]/.test(text)

/** Whether these are marks; a dash alone stands for nothing in many a column. */
export function areWays(cells: readonly string[]): boolean {
  const full = cells.filter((cell) => cell.trim() !== '')
  return mostly(full, (cell) => wayOf(cell) !== undefined) && full.some((cell) => wayOf(cell) && cell.trim() !== '-')
}

export function wayOf(mark: string): Way | undefined {
  const text = mark.trim()
  return marks.out.test(text) ? 'out' : marks.in.test(text) ? 'in' : undefined
}

/** "350.00 Dr" and "12,50 EUR H" in parts; the S of "350 KES" is no mark. */
export function marked(text: string): { readonly rest: string; readonly way: Way | undefined } {
  const [, rest = text, mark = ''] = /^(.*\d(?:.*\s)?)(dr|cr|db|s|h)\.?\s*$/i.exec(text) ?? []
  return { rest, way: wayOf(mark) }
}
