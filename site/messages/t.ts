import { fill, type Named } from '../../functions/domain/message.ts'
import { bracket, stress } from './pseudo.ts'

type Filled<Text extends string> = [Named<Text>] extends [never]
  ? readonly []
  : readonly [values: { readonly [Name in Named<Text>]: string | number }]

/** Of the messages: its rules of number apply. */
const language = 'en'
let isPseudo = false

/** Which catalogue speaks: the pseudo-locale en-XA shows what was never translated; all others are English as yet. */
export function speak(locale: string): void {
  isPseudo = locale === 'en-XA'
}

/** The words of a message of the catalogue, in the language of the page. */
export function t<Text extends string>(message: Text, ...[values]: Filled<Text>): string {
  const all = values ?? {}
  return isPseudo ? bracket(fill(message, all, language, stress)) : fill(message, all, language)
}

/** For words that the platform knows, such as months: the pseudo-locale stresses them as it does our own. */
export function platformWords(text: string): string {
  return isPseudo ? stress(text) : text
}
