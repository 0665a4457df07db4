import { parseDay } from '../../functions/domain/day.ts'
import { type DayOrder, dayOrders } from './day-order.ts'
import { monthOf } from './months.ts'

/**
 * A day as a bank writes it, "15.03.2026", "3/15/26", "2026-03-15 10:22" or "20260315", in this order of its parts; one whose
 * month has its name, "15 Mar 2026" or "Mar 15, 2026", tells its order itself.
 */
export function readDay(text: string, order: DayOrder): string | undefined {
  const date = text.trim().replace(/(?:T|,? )\d{1,2}:.*$/, '')
  const tight = /^(\d{4})(\d\d)(\d\d)$/.exec(date)
  if (tight) return order === 'ymd' ? valid(tight[1], tight[2], tight[3]) : undefined
  const [, day = '', name = '', again = '', year] =
    /^(\d{1,2}[. -]+)?(\p{L}{3,10})[. -]+(\d{1,2},? +)?(\d{4}|\d\d)$/u.exec(date) ?? []
  const only = (day || again).replace(/\D/g, '')
  if (name) return !day === !again ? undefined : valid(year, monthOf(name), only)
  const parts = /^(\d{1,4})[.\-/ ]+(\d{1,2})[.\-/ ]+(\d{1,4})\.?$/.exec(date)
  if (!parts) return undefined
  const [, first = '', second = '', third = ''] = parts
  switch (order) {
    case 'ymd':
      return first.length === 4 ? valid(first, second, third) : undefined
    case 'dmy':
      return valid(third, second, first)
    case 'mdy':
      return valid(third, first, second)
  }
}

function valid(year = '', month = '', day = ''): string | undefined {
  if (year.length === 3 || year.length === 1 || day.length > 2) return undefined
  const whole = year.length === 2 ? `20${year}` : year
  const text = `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return parseDay(text).ok ? text : undefined
}

/** The first order in which all of them are days; where it could be two, the one that the person's country uses. */
export function guessOrder(texts: readonly string[], usual: DayOrder): DayOrder {
  const fitting = (order: DayOrder) => texts.filter((text) => readDay(text, order) !== undefined).length
  const orders = [usual, ...dayOrders.filter((order) => order !== usual)]
  return orders.reduce((best, order) => (fitting(order) > fitting(best) ? order : best))
}
