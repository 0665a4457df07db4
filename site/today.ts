import type { Day } from '../functions/domain/day.ts'
import { dateFormat } from './formats.ts'

/** What day it is in the zone at an instant (epoch milliseconds), as the server tells it: Swedes write days so. */
export function todayIn(timeZone: string, instant: number): Day {
  return dateFormat('sv-u-ca-gregory-nu-latn', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  ) as Day
}
