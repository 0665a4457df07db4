import type PDFDocument from 'pdfkit'
import type { EmbeddedFont, Shaped } from 'pdfkit'
import type { Faces } from './faces.ts'
import { type Run, runsOf } from './runs.ts'

/** A text as it is drawn, and how wide that is at a size of one point. */
export interface Lettered {
  readonly runs: readonly (Run & { readonly width: number })[]
  readonly width: number
}

/** Turns texts into runs and measures them, each once in a document. */
export class Lettering {
  readonly #document: PDFDocument
  readonly #faces: Faces
  readonly #known = new Map<string, Lettered>()

  constructor(document: PDFDocument, faces: Faces) {
    this.#document = document
    this.#faces = faces
  }

  of(text: string, isBold: boolean): Lettered {
    const key = isBold ? `b${text}` : `r${text}`
    const known = this.#known.get(key)
    if (known) return known

    const font = this.#document.font(isBold ? 'semibold' : 'regular')._font
    const runs = this.runs(text).map((run) => {
      shapeFigures(font, run.text)
      return { ...run, width: font.widthOfString(run.text, 1) }
    })
    const made = { runs, width: runs.reduce((sum, { width }) => sum + width, 0) }
    this.#known.set(key, made)
    return made
  }

  runs(text: string): readonly Run[] {
    return runsOf(text, (letter) => this.#faces.regular.hasGlyphForCodePoint(letter))
  }
}

const figure = /^[-+−–\d.,'’%\u00a0\u202f]*\d[-+−–\d.,'’%\u00a0\u202f]* ?$/

/**
 * Figures are put together sign by sign: they are the words that no other report has, and shaping would move a comma by
 * the figure before it, so that they no longer stand under each other.
 */
function shapeFigures(font: EmbeddedFont, text: string): void {
  // pdfkit keeps a word with the space after it
  for (const word of text.split(/(?<= )/)) {
    if (font.layoutCache[word] || !figure.test(word)) continue
    const signs = [...word].map((sign) => font.layoutCached(sign))
    font.layoutCache[word] = {
      glyphs: signs.flatMap(({ glyphs }) => glyphs),
      positions: signs.flatMap(({ positions }) => positions),
      advanceWidth: signs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0),
    } satisfies Shaped
  }
}
