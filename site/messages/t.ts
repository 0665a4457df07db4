import { fill, type Named } from '../../functions/domain/message.ts'

type Filled<Text extends string> = [Named<Text>] extends [never]
  ? readonly []
  : readonly [values: { readonly [Name in Named<Text>]: string | number }]

/** A message in another language, if it has it: what it has not is said in English. */
export type Find = (message: string) => string | undefined

/** How our words are changed, one by one and a message as a whole, so that what was never translated shows. */
export interface Disguise {
  readonly word: (text: string) => string
  readonly whole: (text: string) => string
  readonly isFromTheRight: boolean
}

const parts = new Set<string>()
/** The parts of the catalogue that the page may say something of by now. */
export const expected: ReadonlySet<string> = parts

/** A file of messages is here, and with it somebody who says them: the build has each call this. */
export function expectWords(part: string): void {
  parts.add(part)
}

let find: Find | undefined
let changed: Disguise | undefined
let spoken = 'en'

/** From now on messages are said in this language, as far as it is known, in a disguise or without one. */
export function speak(language = 'en', words?: Find, disguise?: Disguise): void {
  find = words
  changed = disguise
  spoken = language
}

/** The language of the page. */
export function language(): string {
  return spoken
}

/** Whether it is read from the right: no language that we speak is, but for the disguise that proves it. */
export function isFromTheRight(): boolean {
  return changed?.isFromTheRight ?? false
}

/** The words of a message of the catalogue, in the language of the page. */
export function t<Text extends string>(message: Text, ...[values]: Filled<Text>): string {
  const text = fill(find?.(message) ?? message, values ?? {}, spoken, changed?.word)
  return changed ? changed.whole(text) : text
}

/** For words that the platform knows, such as months: a disguise changes them as they do our own. */
export function platformWords(text: string): string {
  return changed ? changed.word(text) : text
}
