import type PDFDocument from 'pdfkit'
import type { EmbeddedFont } from 'pdfkit'
import type { Shaped, Sign } from './face.ts'
import type { Faces } from './faces.ts'
import { type Run, runsOf } from './runs.ts'
import { marked, spoken } from './tags.ts'

/** A text as it is drawn, and how wide that is at a size of one point. */
export interface Lettered {
  readonly runs: readonly (Run & { readonly words: readonly Shaped[]; readonly width: number })[]
  readonly width: number
}

/** A document's share of a face. */
interface Used {
  readonly font: EmbeddedFont
  /** How its words are written on a page. */
  readonly words: Map<Shaped, string>
  readonly known: Map<string, Lettered>
}

/** How a text is put on a page: its baseline begins there. */
export interface Ink {
  readonly face: keyof Faces
  /** Points. */
  readonly size: number
  readonly colour: string
  readonly x: number
  readonly y: number
  /** What it stands for as a whole, where it was cut. */
  readonly actual: string | undefined
}

/** Turns texts into runs and measures them, each once in a document. */
export class Lettering {
  readonly #document: PDFDocument
  readonly #faces: Faces
  readonly #used: { readonly [Name in keyof Faces]: Used }

  constructor(document: PDFDocument, faces: Faces) {
    this.#document = document
    this.#faces = faces
    const used = (name: keyof Faces): Used => ({
      font: document.registerFont(name, faces[name].font).font(name)._font,
      words: new Map(),
      known: new Map(),
    })
    this.#used = { regular: used('regular'), semibold: used('semibold') }
  }

  of(text: string, name: keyof Faces): Lettered {
    const { known } = this.#used[name]
    const before = known.get(text)
    if (before) return before

    const runs = this.runs(text).map((run) => {
      const words = this.#faces[name].shaped(run.text)
      return { ...run, words, width: words.reduce((sum, { width }) => sum + width, 0) / 1000 }
    })
    const made = { runs, width: runs.reduce((sum, { width }) => sum + width, 0) }
    known.set(text, made)
    return made
  }

  runs(text: string): readonly Run[] {
    return runsOf(text, (letter) => this.#faces.regular.has(letter))
  }

  /** Puts a text on the page. What is drawn otherwise than it is written keeps its letters for who copies it. */
  write({ runs }: Lettered, ink: Ink): void {
    if (ink.actual === undefined) this.#runs(runs, ink)
    else marked(this.#document, 'Span', `/ActualText ${spoken(ink.actual)}`, () => this.#runs(runs, ink))
  }

  #runs(runs: Lettered['runs'], ink: Ink): void {
    let { x } = ink
    for (const { actual, words, width } of runs) {
      const at = x
      if (ink.actual !== undefined || actual === undefined) this.#letters(words, at, ink)
      else marked(this.#document, 'Span', `/ActualText ${spoken(actual)}`, () => this.#letters(words, at, ink))
      x += width * ink.size
    }
  }

  #letters(words: readonly Shaped[], x: number, { face, size, colour, y }: Ink): void {
    const { page } = this.#document
    const used = this.#used[face]
    page.fonts[used.font.id] ??= used.font.ref()
    let content = `BT ${fillOf(colour)} /${used.font.id} ${short(size)} Tf`
    const show = (letters: string, x: number, y: number) => {
      if (letters) content += ` 1 0 0 -1 ${short(x)} ${short(y)} Tm [<${letters}>] TJ`
    }
    let [letters, from, at] = ['', x, x]
    for (const word of words) {
      if (!word.isLifted) letters += lettersOf(used, word)
      else {
        show(letters, from, y)
        let pen = at
        for (const sign of word.signs) {
          const { x: right, y: up } = sign.lift ?? { x: 0, y: 0 }
          show(numberOf(used, sign), pen + (right * size) / 1000, y - (up * size) / 1000)
          pen += (sign.advance * size) / 1000
        }
        letters = ''
        from = pen
      }
      at += (word.width * size) / 1000
    }
    show(letters, from, y)
    this.#document.addContent(`${content} ET`)
  }
}

const short = (length: number) => Math.round(length * 1000) / 1000

const fills = new Map<string, string>()

/** The operator that takes a colour, written as "#rrggbb", for what is filled. */
function fillOf(colour: string): string {
  const known = fills.get(colour)
  if (known) return known
  const parts = [1, 3, 5].map((from) => short(Number.parseInt(colour.slice(from, from + 2), 16) / 255))
  const made = `${parts.join(' ')} rg`
  fills.set(colour, made)
  return made
}

/** A word by its letters' numbers, and between them how far the pen is moved back. */
function lettersOf(used: Used, word: Shaped): string {
  const known = used.words.get(word)
  if (known) return known
  let letters = ''
  for (const sign of word.signs) {
    letters += numberOf(used, sign)
    if (sign.kern !== 0) letters += `>${short(-sign.kern)}<`
  }
  used.words.set(word, letters)
  return letters
}

/** Takes the letter into the document's part of the face, where it has a number of its own. */
function numberOf({ font }: Used, { glyph, codePoints }: Sign): string {
  const number = font.subset.includeGlyph(glyph.id)
  font.widths[number] ??= glyph.advanceWidth * font.scale
  font.unicode[number] ??= codePoints
  return number.toString(16).padStart(4, '0')
}
