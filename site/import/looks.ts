import { dayOrders } from './day-order.ts'
import { mostly } from './mostly.ts'
import { guessOrder, readDay } from './read-day.ts'

/** Whether all these cells but a few are days. */
export function looksLikeDays(cells: readonly string[]): boolean {
  const order = guessOrder(cells, 'dmy')
  return mostly(cells, (cell) => readDay(cell, order) !== undefined)
}

/** Whether all these cells but a few are amounts. */
export const looksLikeAmounts = (cells: readonly string[]) => mostly(cells, isAmount)

/** Whether what is in a column says that it is something else than its name. */
export function contradicts(role: string, cells: readonly string[]): boolean {
  const full = cells.filter((cell) => cell.trim() !== '')
  // a month may have nothing that came in, but not a line without a day
  if (full.length === 0) return cells.length > 0 && (role === 'day' || role === 'amount')
  if (role === 'day') return !mostly(full, isDay, 0.4)
  if (role === 'amount' || role === 'out' || role === 'in')
    return !mostly(full, (one) => isAmount(one) || isNone(one), 0.4)
  return role === 'payee' && mostly(full, isIban)
}

const isDay = (cell: string) => dayOrders.some((order) => readDay(cell, order) !== undefined)

// a day with points between its parts has the letters of an amount
const isAmount = (cell: string) => /^[(+\-−]?\D{0,3}\s?[+\-−]?\d[\d.,'’\s]*\D{0,4}$/.test(cell.trim()) && !isDay(cell)

const isNone = (cell: string) => /^[-–—]+$/.test(cell.trim())

const isIban = (cell: string) => /^[A-Z]{2}\d\d[A-Z0-9 ]{8,}$/.test(cell.trim())
