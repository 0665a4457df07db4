import { type Disguise, expected, speak, type Words } from './t.ts'

/** A language's catalogue in parts, one for each file of English messages: each is brought when what says them is. */
export type Catalogue = { readonly [part: string]: () => Promise<{ readonly words: Words }> }
export type Catalogues = { readonly [language: string]: Catalogue }

let catalogues: Catalogues = {}
/** By language, what has been brought of it. */
const known = new Map<string, { readonly parts: ReadonlySet<string>; readonly words: Words }>()

/** The languages that are spoken beside English, as the build has made them. */
export function offerLanguages(made: Catalogues): void {
  catalogues = made
}

/** The language that is spoken to somebody of this locale. */
function languageFor(locale: string): string {
  const { language } = new Intl.Locale(locale)
  return language in catalogues ? language : 'en'
}

let disguises: { readonly [locale: string]: Disguise } | undefined
const isPseudo = (locale: string) => /-X[AB]$/.test(locale)

/** Whether all that the page may say now is here in the language of this locale. */
export function isKnown(locale: string): boolean {
  return missing(languageFor(locale)).length === 0 && (!isPseudo(locale) || disguises !== undefined)
}

/** Speaks to somebody of this locale. */
export function speakTo(locale: string): void {
  const language = languageFor(locale)
  speak(language, known.get(language)?.words, disguises?.[locale])
}

/** Brings what is missing for this locale. What cannot be had is said in English. */
export async function learn(locale: string): Promise<void> {
  if (isPseudo(locale)) disguises = await import('./pseudo.ts').then((part) => part.disguises).catch(() => ({}))
  const language = languageFor(locale)
  const parts = missing(language)
  const brought = await Promise.all(parts.map((part) => catalogues[language]?.[part]?.().catch(() => undefined)))
  const before = known.get(language)
  known.set(language, {
    parts: new Set([...(before?.parts ?? []), ...parts]),
    words: Object.assign({ ...before?.words }, ...brought.map((one) => one?.words)),
  })
}

function missing(language: string): readonly string[] {
  if (language === 'en') return []
  const parts = known.get(language)?.parts
  return [...expected].filter((part) => !parts?.has(part))
}
