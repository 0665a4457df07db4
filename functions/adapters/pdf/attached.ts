import type PDFDocument from 'pdfkit'

/**
 * Lays a file in, as the data that the document shows (PDF/A-3). pdfkit would reckon a sum over it in JavaScript, which
 * nobody asks for.
 */
export function attach(document: PDFDocument, name: string, type: string, body: Uint8Array, made: Date): void {
  const file = document.ref({
    Type: 'EmbeddedFile',
    Subtype: type.replace('/', '#2F'),
    Params: { CreationDate: made, ModDate: made, Size: body.length },
  })
  file.end(body)
  const text = () => new String(name)
  const about = document.ref({
    Type: 'Filespec',
    AFRelationship: 'Data',
    F: text(),
    UF: text(),
    Desc: text(),
    EF: { F: file },
  })
  about.end()
  document.addNamedEmbeddedFile(name, about)
  document._root.data.AF = [about]
}
