import type PDFDocument from 'pdfkit'
import type { Page, Reference } from 'pdfkit'

export interface TagOptions {
  readonly scope?: 'Row' | 'Column'
  /** A sentence that stands for a picture, and where that is: left, top, right and bottom, in points from the page's top. */
  readonly picture?: { readonly sentence: string; readonly box: readonly [number, number, number, number] }
}

/** What a listener is told of one thing: its kind, and what of the pages, or which other tags, are in it. */
export class Tag {
  readonly reference: Reference
  readonly #document: PDFDocument
  readonly #type: string
  readonly #parent: Reference
  readonly #attributes: string
  readonly #within: Tag[] = []
  readonly #kids: string[] = []
  #page: Page | undefined

  constructor(document: PDFDocument, type: string, parent: Reference, { scope, picture }: TagOptions = {}) {
    this.reference = document.ref()
    this.#document = document
    this.#type = type
    this.#parent = parent
    this.#attributes = picture ? asPicture(document.page, picture) : scope ? ` /A <</O /Table /Scope /${scope}>>` : ''
  }

  /** A tag within this one. */
  tag(type: string, options?: TagOptions): Tag {
    const tag = new Tag(this.#document, type, this.reference, options)
    this.#within.push(tag)
    this.#kids.push(`${tag.reference}`)
    return tag
  }

  /** What is drawn here belongs to this tag. */
  draw(draw: () => void): this {
    const { page } = this.#document
    const tags = this.#document.getStructParentTree().get(page.structParentTreeKey)
    const place = tags.push(this.reference) - 1
    this.#page ??= page
    this.#kids.push(this.#page === page ? `${place}` : `<</Type /MCR /Pg ${page.dictionary} /MCID ${place}>>`)
    marked(this.#document, this.#type, `/MCID ${place}`, draw)
    return this
  }

  /** Writes this one and all within, past the conversion of each into objects. */
  end(): void {
    const { reference } = this
    const page = this.#page ? ` /Pg ${this.#page.dictionary}` : ''
    reference.offset = this.#document._offset
    this.#document._write(
      `${reference.id} 0 obj\n<</S /${this.#type} /P ${this.#parent}${page}${this.#attributes} /K [${this.#kids.join(' ')}]>>\nendobj`,
    )
    this.#document._refEnd(reference)
    for (const tag of this.#within) tag.end()
  }
}

/** Draws with a mark around it. */
export function marked(document: PDFDocument, type: string, properties: string, draw: () => void): void {
  document.addContent(`/${type} <<${properties}>> BDC`)
  draw()
  document.addContent('EMC')
}

/** As PDF takes words that are no part of a page. */
export function spoken(text: string): string {
  return `<${Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex')}>`
}

function asPicture({ height }: Page, { sentence, box }: NonNullable<TagOptions['picture']>): string {
  const [left, top, right, bottom] = box
  const corners = [left, height - bottom, right, height - top].map((at) => Math.round(at * 1000) / 1000).join(' ')
  return ` /Alt ${spoken(sentence)} /A <</O /Layout /Placement /Block /BBox [${corners}]>>`
}
