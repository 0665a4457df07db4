import type { Font, Glyph } from 'pdfkit'

/** A letter in its place: lengths are at a size of a thousand points. */
export interface Sign {
  readonly glyph: Glyph
  readonly codePoints: readonly number[]
  /** From here to the next one. */
  readonly advance: number
  /** What that is beyond the glyph's own width: negative where the two move together. */
  readonly kern: number
  /** How far right and up a mark stands from where the pen is. */
  readonly lift?: { readonly x: number; readonly y: number }
}

/** What was shaped as one, and how wide it is at a size of a thousand points. */
export interface Shaped {
  readonly signs: readonly Sign[]
  readonly width: number
  /** Whether a mark in it is lifted. */
  readonly isLifted: boolean
}

/** Figures, which are put together sign by sign. */
const figure = /^[-+−–\d.,'’%\u00a0\u202f]*\d[-+−–\d.,'’%\u00a0\u202f]* ?$/
const marks = /\p{M}/u
const mostWords = 3_000
const mostPairs = 10_000

/**
 * A face, and the words that it has shaped. They outlive their document, for shaping is a large part of a report's time,
 * and reports say much the same; past a number of them they are let go, so that a process that draws for weeks does not
 * grow.
 */
export class Face {
  readonly font: Font
  readonly #words = new Map<string, Shaped>()
  /** How far two letters that meet are moved. */
  readonly #pairs = new Map<string, number>()

  readonly #scale: number

  constructor(font: Font) {
    this.font = font
    this.#scale = 1000 / font.unitsPerEm
  }

  has(letter: number): boolean {
    return this.font.hasGlyphForCodePoint(letter)
  }

  /** Word by word, each with the space after it. */
  shaped(text: string): readonly Shaped[] {
    const pieces: Shaped[] = []
    for (let from = 0; from < text.length; ) {
      const to = text.indexOf(' ', from) + 1 || text.length
      const word = text.slice(from, to)
      const known = this.#words.get(word)
      if (known) pieces.push(known)
      // the words that no other report has; and kerning would move a comma by the figure before it, so that they no
      // longer stand under each other
      else if (figure.test(word)) for (const sign of word) pieces.push(this.#word(sign, sign))
      else pieces.push(this.#word(word, text))
      from = to
    }
    return pieces
  }

  #word(word: string, text: string): Shaped {
    const known = this.#words.get(word)
    if (known) return known
    if (this.#words.size >= mostWords) this.#words.clear()
    const made = marks.test(word) ? this.#asTablesSay(word) : this.#paired(word, text)
    this.#words.set(word, made)
    return made
  }

  #asTablesSay(word: string): Shaped {
    const { glyphs, positions } = this.font.layout(word)
    const letters = [...word]
    const signs = positions.flatMap(({ xAdvance, xOffset, yOffset }, place): readonly Sign[] => {
      const glyph = glyphs[place]
      if (!glyph) return []
      return [
        {
          glyph,
          codePoints: letters.length === glyphs.length ? [letters[place]?.codePointAt(0) ?? 0] : glyph.codePoints,
          advance: xAdvance * this.#scale,
          kern: (xAdvance - glyph.advanceWidth) * this.#scale,
          ...((xOffset !== 0 || yOffset !== 0) && { lift: { x: xOffset * this.#scale, y: yOffset * this.#scale } }),
        },
      ]
    })
    return whole(signs)
  }

  /** Of letters without marks these faces say only how far each two that meet are moved. */
  #paired(word: string, text: string): Shaped {
    const letters = [...word]
    const signs = letters.map((letter, place): Sign => {
      const codePoint = letter.codePointAt(0) ?? 0
      const glyph = this.font.glyphForCodePoint(codePoint)
      const next = letters[place + 1]
      const kern = next === undefined ? 0 : this.#kern(letter + next, text)
      // the glyph may be another letter's too, and knows the one that it was first asked for
      return { glyph, codePoints: [codePoint], advance: glyph.advanceWidth * this.#scale + kern, kern }
    })
    return whole(signs)
  }

  #kern(pair: string, text: string): number {
    if (!this.#pairs.has(pair)) this.#learn(text)
    return this.#pairs.get(pair) ?? 0
  }

  /** All new pairs of a text at once, for each time fontkit is asked takes long. */
  #learn(text: string): void {
    if (this.#pairs.size >= mostPairs) this.#pairs.clear()
    const all = [...text]
    const wanted = all.map((letter, place) => letter + (all[place + 1] ?? '')).filter((pair) => !this.#pairs.has(pair))
    // fontkit would move signs that are of no script twice: the letter gives them one
    const letters = [...wanted.join(''), 'n']
    const { glyphs, positions } = this.font.layout(letters.join(''))
    for (const [place, { xAdvance }] of positions.entries()) {
      const kern = (xAdvance - (glyphs[place]?.advanceWidth ?? 0)) * this.#scale
      this.#pairs.set(`${letters[place]}${letters[place + 1]}`, kern)
    }
  }
}

function whole(signs: readonly Sign[]): Shaped {
  const width = signs.reduce((sum, { advance }) => sum + advance, 0)
  return { signs, width, isLifted: signs.some(({ lift }) => lift) }
}
