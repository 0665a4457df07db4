import { htmlLetters } from '../../functions/adapters/letters/html-letters.ts'
import { pdfkitSheets } from '../../functions/adapters/pdf/pdfkit-sheets.ts'
import { fromStore } from '../../functions/domain/money.ts'
import type { Report } from '../../functions/domain/report.ts'
import { fixtures } from '../../scripts/samples/reports.ts'

// Draws 200 reports that differ in every payee and amount, and prints the bytes held after 20 and after all of them.
const sheets = pdfkitSheets()
const letters = htmlLetters()
const links = { report: 'https://outlay.example/reports/1', settings: 'https://outlay.example/settings' }
const given = fixtures.monthly?.()
if (!given) throw new Error('There is no such report.')

for (let n = 1; n <= 200; n++) {
  const report = varied(given, n)
  await sheets.pdf(report)
  await letters.report(report, { name: 'Asha', locale: 'en-IE' }, links)
  if (n === 20 || n === 200) console.log(held())
}

/** The same month of somebody else: figures and entries go together. */
function varied(report: Report, n: number): Report {
  const times = <Value>(value: Value): Value => {
    if (typeof value === 'bigint') return fromStore(value * BigInt(n + 1)) as Value
    if (Array.isArray(value)) return value.map(times) as Value
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, times(inner)])) as Value
  }
  const { entries, ...rest } = times(report)
  return { ...rest, entries: entries.map((entry, place) => ({ ...entry, payee: `Shop ${n * 1_000 + place} of many` })) }
}

function held(): number {
  for (let time = 0; time < 3; time++) globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
