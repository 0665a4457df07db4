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

/** Numbers follow the person's locale, always in the digits that tables and keyboards here have. */
export function numberLocale(): string {
  return `${wanted}-u-nu-latn`
}

/** Dates are words, so they keep the language of the page, in the order of the person's country. */
export function dateLocale(): string {
  return `${language()}-${new Intl.Locale(wanted).maximize().region ?? 'GB'}-u-nu-latn-ca-gregory`
}

/** Whether the platform takes it as a locale; without extensions, which we add ourselves. */
export function isLocale(text: string): boolean {
  try {
    return new Intl.Locale(text).baseName === text
  } catch {
    return false
  }
}
