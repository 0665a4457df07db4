import { createHash } from 'node:crypto'
import { htmlLetters } from '../../functions/adapters/letters/html-letters.ts'
import { pdfkitSheets } from '../../functions/adapters/pdf/pdfkit-sheets.ts'
import { fixtures } from '../../scripts/samples/reports.ts'

// Prints a hash of everything that is made of each report: run in another process, zone and language.
const sheets = pdfkitSheets()
const letters = htmlLetters()
const links = { report: 'https://outlay.example/reports/1', settings: 'https://outlay.example/settings' }

for (const [name, make] of Object.entries(fixtures)) {
  const report = make()
  const pdf = await sheets.pdf(report)
  const { subject, html, text, pictures } = await letters.report(report, { name: 'Asha', locale: report.locale }, links)
  const hash = createHash('sha256').update(pdf).update(subject).update(html).update(text)
  for (const { body } of pictures) hash.update(body)
  console.log(`${name} ${hash.digest('hex')}`)
}
