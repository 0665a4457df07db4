/** Points, 72 to the inch; y goes down from the upper edge. */
export interface Paper {
  readonly size: 'A4' | 'LETTER'
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  /** The first line of a page that is not the first. */
  readonly top: number
  /** Below this no row begins. */
  readonly bottom: number
}

/** Where people print on Letter (CLDR); everywhere else on A4. */
const letterRegions = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '))

export function paperFor(locale: string): Paper {
  const isLetter = letterRegions.has(new Intl.Locale(locale).maximize().region ?? '')
  const [width, height] = isLetter ? [612, 792] : [595.28, 841.89]
  return {
    size: isLetter ? 'LETTER' : 'A4',
    width,
    height,
    left: 60,
    right: width - 60,
    top: 84,
    bottom: height - 70,
  }
}
