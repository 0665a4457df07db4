import { languages } from 'outlay:languages'
import { among, type Words } from './key.ts'
import type { Disguise, speak } from './t.ts'

/** A language's catalogue in parts, one for each file of English messages: each is brought when what says them is. */
export type Catalogue = { readonly [part: string]: () => Promise<{ readonly words: Words }> }
export type Catalogues = { readonly [language: string]: Catalogue }

/** By language, what has been brought of it. */
const known = new Map<string, { readonly parts: ReadonlySet<string>; readonly words: Words }>()

/** The language that is spoken to somebody of this locale. */
function languageFor(locale: string): string {
  const { language } = new Intl.Locale(locale)
  return language in languages ? language : 'en'
}

let disguises: { readonly [locale: string]: Disguise } | undefined
const isPseudo = (locale: string) => /-X[AB]$/.test(locale)

/** Whether these parts of the catalogue are here in the language of this locale. */
export function isKnown(locale: string, expected: ReadonlySet<string>): boolean {
  return missing(languageFor(locale), expected).length === 0 && (!isPseudo(locale) || disguises !== undefined)
}

/** How to speak to somebody of this locale. */
export function speechFor(locale: string): Parameters<typeof speak> {
  const language = languageFor(locale)
  return [language, among(known.get(language)?.words ?? {}), disguises?.[locale]]
}

/** Brings what is missing of these parts for this locale. What cannot be had is said in English. */
export async function learn(locale: string, expected: ReadonlySet<string>): Promise<void> {
  if (isPseudo(locale)) disguises = await import('./pseudo.ts').then((part) => part.disguises).catch(() => ({}))
  const language = languageFor(locale)
  const parts = missing(language, expected)
  const brought = await Promise.all(parts.map((part) => languages[language]?.[part]?.().catch(() => undefined)))
  const before = known.get(language)
  known.set(language, {
    parts: new Set([...(before?.parts ?? []), ...parts]),
    words: Object.assign({ ...before?.words }, ...brought.map((one) => one?.words)),
  })
}

function missing(language: string, expected: ReadonlySet<string>): readonly string[] {
  if (language === 'en') return []
  const parts = known.get(language)?.parts
  return [...expected].filter((part) => !parts?.has(part))
}
