import { htmlLetters } from '../../functions/adapters/letters/html-letters.ts'
import { pdfkitSheets } from '../../functions/adapters/pdf/pdfkit-sheets.ts'
import { parseReport } from '../../functions/domain/report-file.ts'

/** An action that draws the report it is given: what the report job carries and loads, without its databases. */
export async function main({ figures }: { readonly figures: string }) {
  const report = parseReport(figures)
  if (!report.ok) throw new TypeError(report.error.at)
  const links = { report: 'https://outlay.example/reports/1', settings: 'https://outlay.example/settings' }
  const pdf = await pdfkitSheets().pdf(report.value)
  const { html, pictures } = await htmlLetters().report(report.value, { name: 'Asha', locale: 'en-IE' }, links)
  return {
    pdf: Buffer.from(pdf).toString('base64'),
    html,
    pictures: pictures.map(({ body }) => Buffer.from(body).toString('base64')),
  }
}
