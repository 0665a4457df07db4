import type PDFDocument from 'pdfkit'

const escaped: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const xml = (text: string) => text.replace(/[&<>]/g, (sign) => escaped[sign] ?? '')

/** PDF/UA-1, and for PDF/A what that identifier means. */
const claims = `
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`

/**
 * Lets the document say in its metadata what it is. pdfkit puts its info into XMP as it is, without the date of the last
 * change; and its own PDF/UA subset writes a CIDSet that lacks the parts of composed glyphs.
 */
export function giveIdentity(document: PDFDocument, made: Date): void {
  const addInfo = document._addInfo
  document._addInfo = () => {
    const { info } = document
    document.info = Object.fromEntries(
      Object.entries(info).map(([name, value]) => [name, typeof value === 'string' ? xml(value) : value]),
    )
    addInfo.call(document)
    document.info = info
    document.appendXML(
      `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:ModifyDate>${made.toISOString().slice(0, 19)}Z</xmp:ModifyDate></rdf:Description>`,
    )
    document.appendXML(claims)
  }
}
