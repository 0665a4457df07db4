import { civilOf, dateIn, firstIn, monthIndexOf, numberOf, weekdayOf } from './calendar.ts'
import { ok, type Result, refuse } from './result.ts'

declare const day: unique symbol

/** A civil date as it was entered, "2026-03-15", from 1900-01-01 to 2199-12-31. It has no zone; it sorts as text. */
export type Day = string & { readonly [day]: true }

export type BadDay = { readonly kind: 'bad-day'; readonly text: string }

export const earliest = '1900-01-01' as Day
export const latest = '2199-12-31' as Day

/** A text is a day when it survives the way to a number and back: 2026-02-30 comes back as 2026-03-02. */
export function parseDay(text: string): Result<Day, BadDay> {
  const number = toNumber(text as Day)
  return inRange(number) && spell(number) === text ? ok(text as Day) : refuse({ kind: 'bad-day', text })
}

/** Days since 1970-01-01. */
export function toNumber(day: Day): number {
  const year = figure(day, 0) * 1000 + figure(day, 1) * 100 + figure(day, 2) * 10 + figure(day, 3)
  return numberOf(year, figure(day, 5) * 10 + figure(day, 6), figure(day, 8) * 10 + figure(day, 9))
}

/** Throws on a number outside the range of days: what may fall out of it is to be asked before. */
export function fromNumber(number: number): Day {
  if (!inRange(number)) throw new RangeError('A day lies outside 1900 to 2199.')
  return spell(number)
}

export function addDays(day: Day, days: number): Day {
  return fromNumber(toNumber(day) + days)
}

/** The same date so many months on, or the month's last day where it has no such date. */
export function addMonths(day: Day, months: number): Day {
  const number = toNumber(day)
  return fromNumber(dateIn(monthIndexOf(number) + months, civilOf(number).date))
}

/** How many days `to` lies after `from`; 0 for the same day. */
export function daysBetween(from: Day, to: Day): number {
  return toNumber(to) - toNumber(from)
}

export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Monday is 1, Sunday 7. */
export function weekday(day: Day): number {
  return weekdayOf(toNumber(day))
}

/** "2026-03", for reading. A month is stored and compared as its first day. */
export function monthOf(day: Day): string {
  return day.slice(0, 7)
}

export function firstOfMonth(day: Day): Day {
  return `${monthOf(day)}-01` as Day
}

export function lastOfMonth(day: Day): Day {
  return fromNumber(firstIn(monthIndexOf(toNumber(day)) + 1) - 1)
}

function figure(text: string, place: number): number {
  return text.charCodeAt(place) - 48
}

function inRange(number: number): boolean {
  return first <= number && number <= last
}

function spell(number: number): Day {
  const { year, month, date } = civilOf(number)
  return `${year}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}` as Day
}

const first = toNumber(earliest)
const last = toNumber(latest)
