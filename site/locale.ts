import { dateLocale as dates, numberLocale as numbers } from '../functions/domain/written.ts'
import { speakTo } from './messages/languages.ts'
import { language } from './messages/t.ts'
import { forget } from './same.ts'

let wanted = 'en'

/** The person's locale, from now on: it groups numbers, orders dates and chooses the language. */
export function settle(locale: string): void {
  const before = `${wanted} ${language()}`
  wanted = locale
  speakTo(locale)
  if (before !== `${wanted} ${language()}`) forget()
}

export function locale(): string {
  return wanted
}

/** Numbers follow the person's locale. */
export function numberLocale(): string {
  return numbers(wanted)
}

/** Dates are words, so they keep the language of the page, in the order of the person's country. */
export function dateLocale(): string {
  return dates(wanted, language())
}

/** Whether the platform takes it as a locale; without extensions, which we add ourselves. */
export function isLocale(text: string): boolean {
  try {
    return new Intl.Locale(text).baseName === text
  } catch {
    return false
  }
}
