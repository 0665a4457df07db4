import * as v from 'valibot'

/**
 * At most so many characters: code points, as JSON Schema counts them (an emoji beyond U+FFFF is one) and the stores'
 * columns too. JavaScript's own count, units of UTF-16, is never the smaller one.
 */
export function atMost(most: number): v.MaxLengthAction<string, number, undefined> {
  const inUnits = v.maxLength<string, number>(most)
  return {
    ...inUnits,
    '~run': (read, config) => (read.typed && [...read.value].length <= most ? read : inUnits['~run'](read, config)),
  }
}

// biome-ignore lint/suspicious/noMisleadingCharacterClass: the accents are meant by themselves
const seen = v.regex<string>(/[^\s\p{Default_Ignorable_Code_Point}\u2800\u0300-\u036f]/u)

/**
 * Something in it can be seen: not only spaces, joiners, fillers and the like (Unicode's Default_Ignorable_Code_Point and
 * the empty Braille cell), nor only accents, which `fold` leaves out: all of them would be one name. The API document's
 * pattern says so of what is up to U+FFFF: no spelling of what lies beyond compiles in every language's engine, so a
 * validator lets that pass and this program does not. Its characters stand for themselves, for no escape of them is
 * everybody's.
 */
export const Seen: v.RegexAction<string, undefined> = {
  ...seen,
  requirement: new RegExp(
    '[^\\s\u00a0\u00ad\u0300-\u036f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u202a-\u202f\u205f-\u206f\u2800' +
      '\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8]',
  ),
  '~run': seen['~run'].bind(seen),
}
