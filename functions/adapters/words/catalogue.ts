import type { Named } from '../../domain/message.ts'
import { de } from './de.ts'
import { en } from './en.ts'

export const brand = 'Outlay'

export type Catalogue = typeof en
export type Word = keyof Catalogue

/** The languages that reports and mails are written in. */
export const catalogues = { en, de } as const
export type Language = keyof typeof catalogues

/** The language of a locale, or English where we do not speak it. */
export function languageOf(locale: string): Language {
  const { language } = new Intl.Locale(locale)
  return language in catalogues ? (language as Language) : 'en'
}

/** Messages of the other languages that ask for a value which the English one does not give. */
type Greedy = {
  [Name in Word]: [Named<(typeof de)[Name]>] extends [Named<(typeof en)[Name]>] ? never : Name
}[Word]

/** Does not compile while there is one. */
export const greedy: [Greedy] extends [never] ? readonly [] : Greedy = []
