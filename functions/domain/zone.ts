import { type Day, parseDay } from './day.ts'

/** What day it is in the zone at an instant (epoch milliseconds). Throws on what is no zone. */
export function todayIn(zone: string, instant: number): Day {
  const parts = calendarOf(zone).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? ''
  const day = parseDay(`${part('year')}-${part('month')}-${part('day')}`)
  if (!day.ok) throw new RangeError('The instant lies outside the days that can be kept.')
  return day.value
}

/** Takes names as in the IANA zone database, "Asia/Kolkata" or "UTC"; no bare offsets, which know no summer time. */
export function isZone(text: string): boolean {
  if (!/^[A-Za-z][\w+/-]{0,63}$/.test(text)) return false
  try {
    calendarOf(text)
    return true
  } catch {
    return false
  }
}

// A formatter costs far more to make than to use. The cap is for callers who spell one zone in a thousand ways.
const kept = new Map<string, Intl.DateTimeFormat>()
const mostKept = 500

function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const known = kept.get(timeZone)
  if (known) return known

  const made = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  if (kept.size >= mostKept) kept.clear()
  kept.set(timeZone, made)
  return made
}
