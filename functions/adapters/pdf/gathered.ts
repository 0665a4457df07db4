import type PDFDocument from 'pdfkit'
import type { Page } from 'pdfkit'

/**
 * A document's bytes, past the stream that it is: a report is written in thousands of small pieces, which would each be
 * an array of its own until the end. Answers with what ends it.
 */
export function gathered(document: PDFDocument): () => Uint8Array {
  const whole = new Bytes()
  for (let begun = document.read(); begun; begun = document.read()) whole.add(begun)
  document._write = (piece) => {
    if (typeof piece === 'string') whole.line(piece)
    else whole.add(piece)
    document._offset = whole.length
  }
  document.push = () => undefined

  const pages = new Map<Page, Bytes>()
  document.addContent = (line) => {
    const page = pages.get(document.page) ?? new Bytes()
    pages.set(document.page, page)
    page.line(line)
    return document
  }

  return () => {
    for (const [page, content] of pages) page.write(content.taken())
    document.end()
    return new Uint8Array(whole.taken())
  }
}

/** Lines of text are short-lived if they become bytes soon, and cost little if that are many at a time. */
const soon = 4096

class Bytes {
  length = 0
  #text = ''
  #bytes = Buffer.allocUnsafe(32_768)
  #taken = 0

  /** Every letter of it is one byte. */
  line(text: string): void {
    this.#text += text
    this.#text += '\n'
    this.length += text.length + 1
    if (this.#text.length > soon) this.#settle()
  }

  add(bytes: Uint8Array): void {
    this.#settle()
    this.#room(bytes.length).set(bytes)
    this.length += bytes.length
    this.#taken += bytes.length
  }

  /** A view, which is good until more comes. */
  taken(): Uint8Array {
    this.#settle()
    return this.#bytes.subarray(0, this.#taken)
  }

  #settle(): void {
    this.#taken += this.#room(this.#text.length).write(this.#text, 'latin1')
    this.#text = ''
  }

  #room(length: number): Buffer {
    if (this.#taken + length > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(2 * (this.#taken + length))
      larger.set(this.#bytes.subarray(0, this.#taken))
      this.#bytes = larger
    }
    return this.#bytes.subarray(this.#taken)
  }
}
