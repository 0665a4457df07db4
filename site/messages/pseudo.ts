import type { Disguise } from './t.ts'

/** The pseudo-locales: they show what no catalogue has, and rooms that are too small. */
export const disguises: { readonly [locale: string]: Disguise } = {
  'en-XA': { word: stress, whole: bracket, isFromTheRight: false },
  'ar-XB': { word: mirror, whole: (text) => text, isFromTheRight: true },
}

/** Letters that can still be read, and cannot be mistaken for words that nobody translates. */
function stress(words: string): string {
  return words.replace(/[a-z]/gi, '$&\u0301')
}

/** Shows where a message begins and ends, and makes it 40 per cent longer: other languages need the room. */
function bracket(text: string): string {
  return `[${text}${'·'.repeat(Math.ceil(text.replaceAll('\u0301', '').length * 0.4))}]`
}

/** The same words, said from right to left: in a script that runs the other way. */
function mirror(words: string): string {
  return words.replace(/[a-z]+/gi, '\u202e$&\u202c')
}
