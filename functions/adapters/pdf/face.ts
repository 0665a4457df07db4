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

  constructor(font: Font) {
    this.font = font
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
      else if (figure.test(word)) for (const sign of word) pieces.push(this.#word(sign))
      else pieces.push(this.#word(word))
      from = to
    }
    return pieces
  }

  #word(word: string): Shaped {
    const known = this.#words.get(word)
    if (known) return known
    if (this.#words.size >= mostWords) this.#words.clear()
    const made = word.length === 1 || marks.test(word) ? this.#shaped(word) : this.#paired(word)
    this.#words.set(word, made)
    return made
  }

  /** As the face's own tables say, which takes long. */
  #shaped(word: string): Shaped {
    const scale = 1000 / this.font.unitsPerEm
    const { glyphs, positions } = this.font.layout(word)
    const letters = [...word]
    const signs = positions.flatMap(({ xAdvance, xOffset, yOffset }, place): readonly Sign[] => {
      const glyph = glyphs[place]
      if (!glyph) return []
      return [
        {
          glyph,
          // two letters may have one glyph, which knows the one that it was first asked for
          codePoints: letters.length === glyphs.length ? [letters[place]?.codePointAt(0) ?? 0] : glyph.codePoints,
          advance: xAdvance * scale,
          kern: (xAdvance - glyph.advanceWidth) * scale,
          ...((xOffset !== 0 || yOffset !== 0) && { lift: { x: xOffset * scale, y: yOffset * scale } }),
        },
      ]
    })
    return whole(signs)
  }

  /** As the tables say of each two letters that meet: these faces know nothing else of letters without marks. */
  #paired(word: string): Shaped {
    const letters = [...word]
    return whole(
      letters.flatMap((letter, place) => {
        const next = letters[place + 1]
        const kern = next === undefined ? 0 : this.#kern(letter + next)
        const { signs } = this.#word(letter)
        return kern === 0 ? signs : signs.map((sign) => ({ ...sign, kern, advance: sign.advance + kern }))
      }),
    )
  }

  #kern(pair: string): number {
    const known = this.#pairs.get(pair)
    if (known !== undefined) return known
    if (this.#pairs.size >= mostPairs) this.#pairs.clear()
    // fontkit would move signs that are of no script twice: the letter gives them one
    const kern = this.#shaped(`${pair}n`).signs[0]?.kern ?? 0
    this.#pairs.set(pair, kern)
    return kern
  }
}

function whole(signs: readonly Sign[]): Shaped {
  const width = signs.reduce((sum, { advance }) => sum + advance, 0)
  return { signs, width, isLifted: signs.some(({ lift }) => lift) }
}
