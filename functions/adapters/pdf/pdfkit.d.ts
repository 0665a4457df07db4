/** The part of pdfkit 0.20.2 that sheets use; what it keeps to itself (fonts, tags, its info, its bytes) is held by tests. */
declare module 'pdfkit' {
  export interface Font {
    readonly unitsPerEm: number
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): Glyph
    /** Lengths in units of the face. */
    layout(text: string): { readonly glyphs: readonly Glyph[]; readonly positions: readonly GlyphPosition[] }
  }

  export interface Glyph {
    readonly id: number
    readonly codePoints: readonly number[]
    readonly advanceWidth: number
  }

  export interface GlyphPosition {
    readonly xAdvance: number
    readonly xOffset: number
    readonly yOffset: number
  }

  export interface EmbeddedFont {
    readonly id: string
    readonly font: Font
    readonly scale: number
    readonly subset: { includeGlyph(id: number): number }
    /** By the number of a glyph in the subset. */
    readonly widths: number[]
    readonly unicode: (readonly number[])[]
    ref(): Reference
  }

  /** Becomes "7 0 R" as a text. */
  export interface Reference {
    readonly id: number
    readonly data: Record<string, unknown>
    offset: number
    end(body?: Uint8Array): void
  }

  export interface Page {
    readonly width: number
    readonly height: number
    readonly dictionary: Reference
    readonly fonts: { [id: string]: Reference }
    readonly structParentTreeKey: number
    write(bytes: Uint8Array): void
  }

  // biome-ignore lint/style/noDefaultExport: it is pdfkit's
  export default class PDFDocument {
    constructor(options: object)
    readonly page: Page
    readonly outline: Outline
    info: Record<string, unknown>
    readonly _font: EmbeddedFont
    readonly _root: Reference
    _addInfo: () => void

    addPage(): this
    bufferedPageRange(): { readonly start: number; readonly count: number }
    switchToPage(page: number): this
    read(): Uint8Array | null
    _offset: number
    _write: (piece: string | Uint8Array) => void
    push: (piece: Uint8Array | null) => void
    addContent: (line: string) => this
    ref(data?: Record<string, unknown>): Reference
    _refEnd(reference: Reference): void
    getStructTreeRoot(): Reference
    getStructParentTree(): { get(page: number): Reference[] }
    end(): void

    registerFont(name: string, font: Font): this
    font(name: string): this

    save(): this
    restore(): this
    translate(x: number, y: number): this
    path(path: string): this
    rect(x: number, y: number, width: number, height: number): this
    circle(x: number, y: number, radius: number): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    lineWidth(width: number): this
    dash(length: number, options: { readonly space: number }): this
    fill(colour: string): this
    stroke(colour: string): this
    fillAndStroke(fill: string, stroke: string): this

    appendXML(xml: string): void
    addNamedEmbeddedFile(name: string, file: Reference): void
  }

  export interface Outline {
    addItem(title: string, options?: { readonly expanded?: boolean }): Outline
  }
}
