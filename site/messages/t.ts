import { fill, type Named } from './format.ts'
import { bracket, stress } from './pseudo.ts'

type Filled<Text extends string> = [Named<Text>] extends [never]
  ? readonly []
  : readonly [values: { readonly [Name in Named<Text>]: string | number }]

let isPseudo = false

/** Which catalogue speaks: the pseudo-locale en-XA shows what was never translated; all others are English as yet. */
export function speak(locale: string): void {
  isPseudo = locale === 'en-XA'
}

/** The words of a message of the catalogue, in the language of the page. */
export function t<Text extends string>(message: Text, ...[values]: Filled<Text>): string {
  return isPseudo ? bracket(fill(message, values ?? {}, stress)) : fill(message, values ?? {})
}

/** For words that the platform knows, such as months: the pseudo-locale stresses them as it does our own. */
export function platformWords(text: string): string {
  return isPseudo ? stress(text) : text
}
