import type { Period } from './period.ts'
import { todayIn } from './zone.ts'

/** Whether the last day of the period has passed in the zone: what is told of it then is told of all of it. */
export function isOver({ end }: Period, zone: string, instant: number): boolean {
  return end < todayIn(zone, instant)
}
