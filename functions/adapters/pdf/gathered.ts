import type PDFDocument from 'pdfkit'
import type { Page } from 'pdfkit'

/**
 * A document's bytes, past the stream that it is: a report is written in thousands of small pieces, which stay text until
 * they are many. Answers with what ends it.
 */
export function gathered(document: PDFDocument): () => Uint8Array {
  const pieces: Uint8Array[] = []
  let text = ''
  for (let begun = document.read(); begun; begun = document.read()) pieces.push(begun)
  document._write = (piece) => {
    document._offset += piece.length
    if (typeof piece === 'string') {
      text += `${piece}\n`
      document._offset += 1
    } else {
      pieces.push(Buffer.from(text, 'latin1'), piece)
      text = ''
    }
  }
  document.push = () => undefined

  const pages = new Map<Page, string[]>()
  document.addContent = (line) => {
    const lines = pages.get(document.page)
    if (lines) lines.push(line)
    else pages.set(document.page, [line])
    return document
  }

  return () => {
    for (const [page, lines] of pages) page.write(Buffer.from(lines.join('\n'), 'latin1'))
    document.end()
    return Buffer.concat([...pieces, Buffer.from(text, 'latin1')])
  }
}
