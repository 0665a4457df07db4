/**
 * The Gregorian calendar in whole numbers, by Howard Hinnant's `days_from_civil` and `civil_from_days`
 * (https://howardhinnant.github.io/date_algorithms.html): years begin in March, so that the leap day comes last.
 * Day 0 is 1970-01-01; month 0 is January of the year 0.
 */
export type Civil = { readonly year: number; readonly month: number; readonly date: number }

/** The day's number. A `date` past the month's end runs on into the next month. */
export function numberOf(year: number, month: number, date: number): number {
  const y = month > 2 ? year : year - 1
  const sinceMarch = month > 2 ? month - 3 : month + 9
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)
  return y * 365 + leaps + Math.floor((153 * sinceMarch + 2) / 5) + date - 1 - daysToEpoch
}

export function civilOf(number: number): Civil {
  const z = number + daysToEpoch
  const era = Math.floor(z / 146_097)
  const day = z - era * 146_097
  const yearOfEra = Math.floor(
    (day - Math.floor(day / 1460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365,
  )
  const dayOfYear = day - (yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const sinceMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = sinceMarch < 10 ? sinceMarch + 3 : sinceMarch - 9
  return {
    year: era * 400 + yearOfEra + (month > 2 ? 0 : 1),
    month,
    date: dayOfYear - Math.floor((153 * sinceMarch + 2) / 5) + 1,
  }
}

const daysToEpoch = 719_468

export function monthIndexOf(number: number): number {
  const { year, month } = civilOf(number)
  return year * 12 + month - 1
}

/** The number of a date in a month; a date that the month has not becomes its last day. */
export function dateIn(monthIndex: number, date: number): number {
  return Math.min(firstIn(monthIndex) + date, firstIn(monthIndex + 1)) - 1
}

/** The number of a month's first day. */
export function firstIn(monthIndex: number): number {
  const year = Math.floor(monthIndex / 12)
  return numberOf(year, monthIndex - year * 12 + 1, 1)
}

/** Monday is 1, Sunday 7 (ISO 8601). Day 0 was a Thursday. */
export function weekdayOf(number: number): number {
  return modulo(number + 3, 7) + 1
}

/** The remainder that is never negative. */
export function modulo(number: number, by: number): number {
  return number - Math.floor(number / by) * by
}
