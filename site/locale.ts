import { dateLocale as dates, numberLocale as numbers } from '../functions/domain/written.ts'
import { expected, language, speak } from './messages/t.ts'
import { once } from './once.ts'
import { forget } from './same.ts'

type Others = Pick<typeof import('./messages/languages.ts'), 'isKnown' | 'learn' | 'speechFor'>

let wanted = 'en'
/** The languages beside English come when one of them is asked for. */
let others: Others | undefined
/** Where they cannot be had, English is all there is. */
const none: Others = { isKnown: () => true, learn: async () => {}, speechFor: () => [] }

/** Whether all that the page may say to somebody of this locale is here. */
export function isKnown(locale: string): boolean {
  return isEnglish(locale) || !!others?.isKnown(locale, expected)
}

/** Brings the words for this locale. */
export async function learn(locale: string): Promise<void> {
  others ??= await import('./messages/languages.ts').catch(() => none)
  await others.learn(locale, expected)
}

/** The pseudo-locale `en-XA` is not. */
const isEnglish = (locale: string) => /^en(?!-X)\b/.test(locale)

/** The person's locale, from now on: it groups numbers, orders dates and chooses the language. */
export function settle(locale: string): void {
  const before = `${wanted} ${language()}`
  wanted = locale
  const { speechFor } = isEnglish(locale) || !others ? none : others
  speak(...speechFor(locale))
  if (before !== `${wanted} ${language()}`) forget()
}

export function locale(): string {
  return wanted
}

/** Numbers follow the person's locale. */
export function numberLocale(): string {
  return numbersOf(wanted)
}

// every figure and every date asks, and the platform takes its time
const numbersOf = once(numbers)
const datesOf = once(dates)

/** Dates are words, so they keep the language of the page, in the order of the person's country. */
export function dateLocale(): string {
  return datesOf(wanted, language())
}

/** Whether the platform takes it as a locale; without extensions, which we add ourselves. */
export function isLocale(text: string): boolean {
  try {
    return new Intl.Locale(text).baseName === text
  } catch {
    return false
  }
}
