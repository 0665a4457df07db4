import { speak } from './messages/t.ts'
import { forget } from './same.ts'

let wanted = 'en'

/** The person's locale, from now on: it groups numbers and orders dates. */
export function settle(locale: string): void {
  if (locale !== wanted) forget()
  wanted = locale
  speak(locale)
}

/** Numbers follow the person's locale, always in the digits that tables and keyboards here have. */
export function numberLocale(): string {
  return `${wanted}-u-nu-latn`
}

/** Dates are words, so they keep the language of the page, in the order of the person's country. */
export function dateLocale(): string {
  return `en-${new Intl.Locale(wanted).maximize().region ?? 'GB'}-u-nu-latn-ca-gregory`
}

/** Whether the platform takes it as a locale; without extensions, which we add ourselves. */
export function isLocale(text: string): boolean {
  try {
    return new Intl.Locale(text).baseName === text
  } catch {
    return false
  }
}
