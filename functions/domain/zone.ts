import { type Day, parseDay, toNumber } from './day.ts'

/** What day it is in the zone at an instant (epoch milliseconds). Throws on what is no zone. */
export function todayIn(zone: string, instant: number): Day {
  if (instant < wholeMinutesSince) return dayIn(zone, instant)
  const minute = `${Math.floor(instant / minuteMs)} ${zone}`
  const known = daysByMinute.get(minute)
  if (known) return known
  const day = dayIn(zone, instant)
  if (daysByMinute.size >= mostKept) daysByMinute.clear()
  daysByMinute.set(minute, day)
  return day
}

/** For callers who spell one zone in a thousand ways. */
const mostKept = 500

/**
 * Every request asks for today, a write for the day of a limit as well. No zone has been ahead of UTC by parts of a minute
 * since Liberia gave that up.
 */
const daysByMinute = new Map<string, Day>()
const minuteMs = 60_000
const wholeMinutesSince = Date.UTC(1972, 0, 8)

function dayIn(zone: string, instant: number): Day {
  const parts = calendarOf(zone).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? ''
  const day = parseDay(`${part('year')}-${part('month')}-${part('day')}`)
  if (!day.ok) throw new RangeError('The instant lies outside the days that can be kept.')
  return day.value
}

/**
 * When it is that hour of that day in the zone, as an instant. An hour that comes twice counts when it comes first; one
 * that is left out counts as long after midnight as it would have been. Throws on what is no zone.
 */
export function instantIn(zone: string, day: Day, hour: number): number {
  const wanted = toNumber(day) * dayMs + hour * hourMs
  // No change of a zone's offset has another one within two days of it, so one of these two is in force.
  const [before, after] = [offsetAt(zone, wanted - dayMs), offsetAt(zone, wanted + dayMs)]
  const found = [before, after].map((offset) => wanted - offset).filter((at) => at + offsetAt(zone, at) === wanted)
  return found.length > 0 ? Math.min(...found) : wanted - before
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Milliseconds that the zone's clocks are ahead of UTC then. */
function offsetAt(zone: string, instant: number): number {
  const parts = clockOf(zone).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return local - Math.floor(instant / 1000) * 1000
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

// A formatter costs far more to make than to use.

const calendarOf = formatterOf({ year: 'numeric', month: '2-digit', day: '2-digit' })

const clockOf = formatterOf({
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

function formatterOf(fields: Intl.DateTimeFormatOptions): (timeZone: string) => Intl.DateTimeFormat {
  const kept = new Map<string, Intl.DateTimeFormat>()
  return (timeZone) => {
    const known = kept.get(timeZone)
    if (known) return known

    const made = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', { timeZone, ...fields })
    if (kept.size >= mostKept) kept.clear()
    kept.set(timeZone, made)
    return made
  }
}
