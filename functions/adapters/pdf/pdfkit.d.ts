/** The part of pdfkit 0.20.2 that sheets use; what it keeps to itself (fonts, their words, its info) is held by tests. */
declare module 'pdfkit' {
  export interface Font {
    hasGlyphForCodePoint(codePoint: number): boolean
  }

  export interface Shaped {
    readonly glyphs: readonly object[]
    readonly positions: readonly object[]
    /** At a size of a thousand points. */
    readonly advanceWidth: number
  }

  export interface EmbeddedFont {
    readonly font: Font
    /** Shaped words, by text. */
    layoutCache: { [word: string]: Shaped }
    layoutCached(word: string): Shaped
    widthOfString(text: string, size: number): number
  }

  export interface Structure {
    add(child: Structure | (() => void)): this
    end(): void
  }

  export interface StructureOptions {
    readonly scope?: 'Row' | 'Column'
    readonly alt?: string
    readonly bbox?: readonly [number, number, number, number]
    readonly placement?: 'Block'
  }

  export interface TextOptions {
    readonly lineBreak: false
    readonly baseline: 'alphabetic'
  }

  // biome-ignore lint/style/noDefaultExport: it is pdfkit's
  export default class PDFDocument {
    constructor(options: object)
    readonly page: { readonly width: number; readonly height: number }
    readonly outline: Outline
    info: Record<string, unknown>
    readonly _font: EmbeddedFont
    readonly _root: { readonly data: Record<string, unknown> }
    _addInfo: () => void

    addPage(): this
    bufferedPageRange(): { readonly start: number; readonly count: number }
    switchToPage(page: number): this
    read(): Uint8Array | null
    _offset: number
    _write: (piece: string | Uint8Array) => void
    /** With nothing, at the end. */
    push: (piece: Uint8Array | null) => void
    end(): void

    registerFont(name: string, font: Font): this
    font(name: string, size?: number): this
    text(text: string, x: number, y: number, options: TextOptions): this

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
    fillColor(colour: string): this
    fillOpacity(opacity: number): this
    fill(colour: string): this
    stroke(colour: string): this
    fillAndStroke(fill: string, stroke: string): this

    struct(type: string, children?: readonly (Structure | (() => void))[]): Structure
    struct(type: string, options: StructureOptions, children?: readonly (Structure | (() => void))[]): Structure
    addStructure(structure: Structure): this
    markContent(tag: string, options?: { readonly type?: string; readonly actual?: string }): this
    endMarkedContent(): this
    appendXML(xml: string): void
    file(body: Uint8Array, options: object): void
  }

  export interface Outline {
    addItem(title: string, options?: { readonly expanded?: boolean }): Outline
  }
}
