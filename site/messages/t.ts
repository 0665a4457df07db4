import { fill, type Named } from './format.ts'
import { keyOf } from './key.ts'
import { bracket, mirror, stress } from './pseudo.ts'

type Filled<Text extends string> = [Named<Text>] extends [never]
  ? readonly []
  : readonly [values: { readonly [Name in Named<Text>]: string | number }]

/** Messages of a language by the keys of their English ones. What is not there is said in English. */
export type Words = { readonly [key: string]: string }

const english: Words = {}
/** How words are changed that are ours: by the pseudo-locales, which show what was never translated. */
const pseudo: { readonly [locale: string]: { readonly word: Say; readonly whole: Say } } = {
  'en-XA': { word: stress, whole: bracket },
  'ar-XB': { word: mirror, whole: (text) => text },
}
type Say = (text: string) => string

const parts = new Set<string>()
/** The parts of the catalogue that the page may say something of by now. */
export const expected: ReadonlySet<string> = parts

/** A file of messages is here, and with it somebody who says them: the build has each call this. */
export function expectWords(part: string): void {
  parts.add(part)
}

let words = english
let changed: (typeof pseudo)[string] | undefined
let spoken = 'en'

/** From now on messages are said in this language, as far as it is known, for somebody of this locale. */
export function speak(locale: string, language = 'en', known: Words = english): void {
  words = known
  changed = pseudo[locale]
  spoken = language
}

/** The language of the page. */
export function language(): string {
  return spoken
}

/** Whether it is read from the right: no language that we speak is, but for the pseudo-locale that proves it. */
export function isFromTheRight(): boolean {
  return changed?.word === mirror
}

/** The words of a message of the catalogue, in the language of the page. */
export function t<Text extends string>(message: Text, ...[values]: Filled<Text>): string {
  const own = words === english ? message : (words[keyOf(message)] ?? message)
  const text = fill(own, values ?? {}, spoken, changed?.word)
  return changed ? changed.whole(text) : text
}

/** For words that the platform knows, such as months: the pseudo-locales change them as they do our own. */
export function platformWords(text: string): string {
  return changed ? changed.word(text) : text
}
