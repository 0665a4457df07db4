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
