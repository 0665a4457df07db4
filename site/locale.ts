import { dateLocale as dates, numberLocale as numbers } from '../functions/domain/written.ts'
import { speak } from './messages/t.ts'
import { forget } from './same.ts'

let wanted = 'en'

/** The person's locale, from now on: it groups numbers and orders dates. */
export function settle(locale: string): void {
  if (locale !== wanted) forget()
  wanted = locale
  speak(locale)
}

export function locale(): string {
  return wanted
}

/** Numbers follow the person's locale. */
export function numberLocale(): string {
  return numbers(wanted)
}

/** The page speaks English as yet. */
export function dateLocale(): string {
  return dates(wanted, 'en')
}

/** Whether the platform takes it as a locale; without extensions, which we add ourselves. */
export function isLocale(text: string): boolean {
  try {
    return new Intl.Locale(text).baseName === text
  } catch {
    return false
  }
}
