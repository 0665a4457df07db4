import PDFDocument, { type Outline } from 'pdfkit'
import { light } from '../../scene/colours.ts'
import type { Faces } from './faces.ts'
import { gathered } from './gathered.ts'
import { giveIdentity } from './identity.ts'
import { Lettering } from './lettering.ts'
import type { Paper } from './paper.ts'
import { fitted, linesOf } from './runs.ts'
import { marked, Tag, type TagOptions } from './tags.ts'

export interface TextStyle {
  /** Points. */
  readonly size?: number
  readonly bold?: boolean
  readonly colour?: string
  readonly align?: 'left' | 'middle' | 'right'
  /** Points that it may be wide. */
  readonly room?: number | undefined
}

export interface About {
  readonly title: string
  /** Of all words: "de-AT". */
  readonly language: string
  readonly made: Date
  /** Two documents with the same are the same. */
  readonly key: string
}

const usual = { size: 9, bold: false, colour: light.ink as string } as const

/** A tagged document in the making: where it writes next, and the few things that are ever put on a page. */
export class Sheet {
  readonly document: PDFDocument
  readonly paper: Paper
  readonly root: Tag
  /** The next baseline. */
  y: number
  /** The level of headings: below the report's title, or below one of a currency. */
  section: 'H2' | 'H3' = 'H2'
  /** Whether a letter was drawn as a dot. */
  hasDots = false
  readonly #letters: Lettering
  readonly #ended: () => Uint8Array
  #chapter: Outline | undefined

  constructor(paper: Paper, faces: Faces, { title, language, made, key }: About) {
    const document = new PDFDocument({
      size: paper.size,
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: language,
      subset: 'PDF/A-3a',
      font: null,
      info: {
        Title: title,
        Author: 'Outlay',
        Creator: 'Outlay',
        Producer: 'Outlay',
        Keywords: key,
        CreationDate: made,
        ModDate: made,
      },
    })
    giveIdentity(document, made)
    this.document = document
    this.paper = paper
    this.#letters = new Lettering(document, faces)
    this.#ended = gathered(document)
    this.root = new Tag(document, 'Document', document.getStructTreeRoot())
    document.getStructTreeRoot().data.K = [this.root.reference]
    // pdfkit would open the pane of bookmarks
    document._root.data.PageMode = 'UseNone'
    this.y = paper.top
  }

  /** Begins a page. */
  page(): void {
    this.document.addPage()
    this.y = this.paper.top
  }

  /** Begins a page where so many points are not left on this one. */
  need(points: number): void {
    if (this.y + points > this.paper.bottom) this.page()
  }

  /** What the reader's pane of contents shows for this place; `isChapter` takes the next ones in. */
  bookmark(title: string, isChapter = false): void {
    const item = (isChapter ? undefined : this.#chapter) ?? this.document.outline
    const added = item.addItem(this.shown(title), { expanded: true })
    if (isChapter) this.#chapter = added
  }

  width(text: string, { size = usual.size, bold = usual.bold }: TextStyle = {}): number {
    return this.#letters.of(text, faceOf(bold)).width * size
  }

  /**
   * One line at a baseline, cut where it is longer than its room. What is drawn otherwise than it is written keeps its
   * letters for who copies it or has it read aloud. Answers with its width.
   */
  put(text: string, x: number, y: number, style: TextStyle = {}): number {
    if (text === '') return 0
    const { size = usual.size, bold = usual.bold, colour = usual.colour, align, room } = style
    const face = faceOf(bold)
    const whole = this.#letters.of(text, face)
    const isCut = room !== undefined && whole.width * size > room
    const lettered = isCut ? this.#letters.of(this.#fitting(text, room, style), face) : whole
    const width = lettered.width * size
    this.hasDots ||= lettered.runs.some(({ actual }) => actual !== undefined)
    const from = align === 'right' ? x - width : align === 'middle' ? x - width / 2 : x
    this.#letters.write(lettered, { face, size, colour, x: from, y, actual: isCut ? this.shown(text) : undefined })
    return width
  }

  /** Lines from a baseline on, as one paragraph. */
  paragraph(text: string, x: number, room: number, leading: number, style: TextStyle = {}): void {
    const lines = linesOf(text, (line) => this.width(line, style) <= room)
    this.tag('P', () => {
      // two lines of one tag are read as one word, but for the space
      for (const [place, line] of lines.entries()) this.put(`${line} `, x, this.y + place * leading, style)
    })
    this.y += lines.length * leading
  }

  /** The largest size, from the wanted one down, at which a text fits. */
  sizeFor(text: string, room: number, style: TextStyle & { readonly size: number }): number {
    const width = this.width(text, style)
    return width > room ? Math.max((style.size * room) / width, 4) : style.size
  }

  tag(type: string, draw: () => void, options: TagOptions = {}): void {
    this.root.tag(type, options).draw(draw)
  }

  /** What decorates or repeats: whoever listens passes it by. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    marked(this.document, 'Artifact', `/Type /${type}`, draw)
  }

  rule(y: number, x1: number, x2: number, colour: string = light.rule, thickness = 0.6): void {
    this.artifact(() => this.document.moveTo(x1, y).lineTo(x2, y).lineWidth(thickness).stroke(colour))
  }

  /** Two lines: what stands above them is final. */
  doubleRule(y: number, x1: number, x2: number, colour: string = light.ink): void {
    this.rule(y, x1, x2, colour, 0.7)
    this.rule(y + 2.2, x1, x2, colour, 0.7)
  }

  /** Ends the document. */
  finish(): Uint8Array {
    this.root.end()
    return this.#ended()
  }

  /** A text as it may stand outside the pages. */
  shown(text: string): string {
    const runs = this.#letters.runs(text)
    return runs.map((run) => run.actual ?? run.text).join('')
  }

  #fitting(text: string, room: number, style: TextStyle): string {
    return fitted(text, (shorter) => this.width(shorter, style) <= room)
  }
}

const faceOf = (bold: boolean): keyof Faces => (bold ? 'semibold' : 'regular')
