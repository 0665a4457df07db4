import { addDays, type Day, parseDay } from '../../functions/domain/day.ts'
import { dateFormat } from '../formats.ts'
import { once } from '../once.ts'
import { phrase, plain, type Word, wordsIn } from './words.ts'

/** A day that some words mean, and how many they are. */
export interface DayFound {
  readonly day: Day
  readonly length: number
  /** By the name of a weekday, or by what is left of that where it is written short. */
  readonly weekday?: 'long' | 'short' | undefined
}

const longest = 4

/** The day that the words at this place begin to name, if they do: by a word, by date and month, or by numbers. */
export function dayAt(words: readonly Word[], at: number, today: Day, locale: string): DayFound | undefined {
  const phrases = phrasesFor(today, locale)
  for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
    const found = phrases.get(phrase(words.slice(at, at + length)))
    if (found) return { ...found, length }
  }
  const texts = words.slice(at, at + 3).map(({ text }) => plain(text))
  return dateAndMonth(texts, today, locale) ?? numbered(words[at]?.text ?? '', today, locale)
}

/** How the words of a day are written, so that they are read as the same day again. */
export function wordsFor(day: Day, today: Day, locale: string): string {
  const { month = '' } = partsOf(day, locale)
  const short = `${Number(day.slice(8))} ${plain(month)}`
  const near = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  // a word for tomorrow may be one for the morning, too
  const texts = [near.format(0, 'day'), near.format(-1, 'day'), short]
  return texts.find((text) => isReadAs(text, day, today, locale)) ?? day
}

/** Some languages have one word for yesterday and tomorrow, and a short date may be nearer in another year. */
function isReadAs(text: string, day: Day, today: Day, locale: string): boolean {
  const words = wordsIn(text)
  const found = dayAt(words, 0, today, locale)
  return found?.day === day && found.length === words.length
}

/**
 * "yesterday", "3 days ago", "friday": the platform knows them in every language. A weekday is the latest one, and so is a
 * word that means a day before as well as one to come.
 */
const phrasesFor = once((today: Day, locale: string) => {
  const phrases = new Map<string, Omit<DayFound, 'length'>>()
  for (let back = 6; back >= 0; back -= 1) {
    const day = addDays(today, -back)
    for (const weekday of ['short', 'long'] as const) {
      phrases.set(plain(dateFormat(locale, { timeZone: 'UTC', weekday }).format(Date.parse(day))), { day, weekday })
    }
  }
  for (const numeric of ['always', 'auto'] as const) {
    const format = new Intl.RelativeTimeFormat(locale, { numeric })
    for (let offset = 9; offset >= -9; offset -= 1) {
      phrases.set(plain(format.format(offset, 'day')), { day: addDays(today, offset) })
    }
  }
  return phrases
})

/** "21 nov", "nov 21", "21. november 2026": the latest, or one soon to come, unless a year is said. */
function dateAndMonth([one = '', two = '', three = '']: readonly string[], today: Day, locale: string) {
  const months = monthsOf(locale)
  const first = dateIn(one)
  const [date, month] = first ? [first, months.get(two)] : [dateIn(two), months.get(one)]
  if (!date || !month) return undefined
  const year = /^(19|2[01])\d\d$/.test(three) ? Number(three) : undefined
  const day = year ? dayOf(year, month, date) : latest(today, month, date)
  return day && { day, length: year ? 3 : 2 }
}

const dateIn = (text: string) => Number(/^(\d{1,2})(?:st|nd|rd|th)?$/.exec(text)?.[1] ?? 0)

/** "2026-11-21"; "21/11" or "11/21" as the country writes it; "21.11." and with a year behind each. */
function numbered(word: string, today: Day, locale: string): DayFound | undefined {
  const text = word.replace(/[,;:!]+$/, '')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})\.?$/.exec(text)
  if (iso) return found(dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])))
  const parts = /^(\d{1,2})([/.])(\d{1,2})(?:\2(\d{4}|\d\d)?)?\.?$/.exec(text)
  // "21.11" is an amount as well: with a dot behind it, it is none
  if (!parts || (parts[2] === '.' && text.split('.').length < 3)) return undefined
  const [first, second] = [Number(parts[1]), Number(parts[3])]
  const [month, date] = parts[2] === '/' && isMonthFirst(locale) ? [first, second] : [second, first]
  const year = parts[4] && Number(parts[4].padStart(4, '20'))
  return found(year ? dayOf(year, month, date) : latest(today, month, date))
}

const found = (day: Day | undefined) => day && { day, length: 1 }

function dayOf(year: number, month: number, date: number): Day | undefined {
  const day = parseDay(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
  return day.ok ? day.value : undefined
}

/** Days from today in which a date without a year is one to come: what is entered has been paid, as a rule. */
const soon = 60

/** The date in the latest year in which it is over or will be soon. */
function latest(today: Day, month: number, date: number): Day | undefined {
  const year = Number(today.slice(0, 4))
  const days = [year + 1, year, year - 1].flatMap((one) => dayOf(one, month, date) ?? [])
  return days.find((day) => day <= addDays(today, soon))
}

const monthsOf = once((locale: string) => {
  const names = new Map<string, number>()
  for (let month = 1; month <= 12; month += 1) {
    const day = `2026-${String(month).padStart(2, '0')}-03`
    for (const style of ['long', 'short'] as const) {
      // some languages have another form beside a date than alone
      names.set(plain(dateFormat(locale, { timeZone: 'UTC', month: style }).format(Date.parse(day))), month)
      names.set(plain(partsOf(day, locale, style).month ?? ''), month)
    }
  }
  return names
})

function partsOf(day: string, locale: string, month: 'long' | 'short' = 'short'): { readonly [type: string]: string } {
  const parts = dateFormat(locale, { timeZone: 'UTC', day: 'numeric', month }).formatToParts(Date.parse(day))
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]))
}

function isMonthFirst(locale: string): boolean {
  const parts = dateFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'numeric' }).formatToParts(0)
  return parts.find(({ type }) => type === 'day' || type === 'month')?.type === 'month'
}
