import { htmlLetters } from '../../functions/adapters/letters/html-letters.ts'
import { pdfkitSheets } from '../../functions/adapters/pdf/pdfkit-sheets.ts'
import { insightBlocks } from '../../functions/domain/insight.ts'
import type { Report } from '../../functions/domain/report.ts'
import { formatReport } from '../../functions/domain/report-file.ts'
import { addsUp } from '../../functions/domain/report-listing.ts'
import { crowd } from '../samples/reports.ts'
import { type Gathered, gathered } from '../samples/told-reports.ts'
import type { Figure } from './figure.ts'
import { median } from './slices.ts'

const warming = 15
const times = 40
/** Milliseconds of processor time that one report may take in all, warm. */
const budget = 60

const sheets = pdfkitSheets()
const letters = htmlLetters()
const links = { report: 'https://outlay.example/reports/1', settings: 'https://outlay.example/settings' }

/** Processor time and bytes of one report by its parts: other amounts and other payees each time, as in life. */
export async function reports(): Promise<readonly Figure[]> {
  const found: Figure[] = []
  for (const entries of [200, 5_000]) {
    const base = gathered(crowd(entries), { kind: 'monthly', on: '2026-03-15', limits: [{ amount: 2_000_000n }] })
    const spent: { figures: number; pdf: number; mail: number; bytes: readonly number[] }[] = []
    for (let n = 0; n < warming + times; n++) {
      const one = await cost(varied(base, n))
      if (n >= warming) spent.push(one)
    }
    const middle = (of: (one: (typeof spent)[number]) => number) => median(spent.map(of))
    const parts = [middle(({ figures }) => figures), middle(({ pdf }) => pdf), middle(({ mail }) => mail)]
    const names = ['figures', 'PDF', 'mail with its pictures']
    found.push(...names.map((name, place) => row(`report: ${name}, CPU`, entries, parts[place] ?? 0, 'ms')))
    const all = middle(({ figures, pdf, mail }) => figures + pdf + mail)
    found.push({ ...row('report: in all, CPU', entries, all, 'ms'), goal: `<= ${budget}`, met: all <= budget })
    for (const [place, name] of ['figures.json', 'PDF', 'mail'].entries())
      found.push(
        row(
          `report: ${name}`,
          entries,
          middle(({ bytes }) => bytes[place] ?? 0),
          'bytes',
        ),
      )
  }
  return found
}

async function cost({ frame, sums, categories, currency, rest }: Gathered) {
  const figuring = process.cpuUsage()
  const report: Report = { ...rest, blocks: insightBlocks(frame, sums, categories, currency) }
  if (!addsUp(report)) throw new Error('The figures do not add up.')
  const file = formatReport(report)
  const figures = since(figuring)

  const drawing = process.cpuUsage()
  const sheet = await sheets.pdf(report)
  const pdf = since(drawing)

  const writing = process.cpuUsage()
  const letter = await letters.report(report, { name: 'Asha', locale: report.locale }, links)
  const mail = since(writing)
  const pictures = letter.pictures.reduce((sum, { body }) => sum + body.length, 0)
  return {
    figures,
    pdf,
    mail,
    bytes: [Buffer.byteLength(file), sheet.length, Buffer.byteLength(letter.html) + pictures],
  }
}

function since(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** The same month of somebody else: every amount is larger, every payee another one. */
function varied(base: Gathered, n: number): Gathered {
  const larger = <Value>(value: Value): Value => {
    if (typeof value === 'bigint') return (value * BigInt(n + 1)) as Value
    if (Array.isArray(value)) return value.map(larger) as Value
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, larger(inner)])) as Value
  }
  const sums = { ...larger(base.sums), open: base.sums.open }
  const counted = <Row extends { n: bigint }>(rows: readonly Row[], own: readonly Row[]) =>
    rows.map((one, place) => ({ ...one, n: own[place]?.n ?? one.n }))
  const payee = (name: string | undefined) => name && `${name} ${n}`
  return {
    ...base,
    sums: {
      ...sums,
      trend: counted(sums.trend, base.sums.trend),
      categories: counted(sums.categories, base.sums.categories),
      days: counted(sums.days, base.sums.days),
      payees: counted(sums.payees, base.sums.payees).map((one) => ({ ...one, name: payee(one.name) ?? '' })),
    },
    rest: {
      ...base.rest,
      budgets: larger(base.rest.budgets),
      entries: larger(base.rest.entries).map((entry) => ({ ...entry, payee: payee(entry.payee) ?? '' })),
    },
  }
}

const row = (name: string, n: number, value: number, unit: string): Figure => ({
  name,
  engine: '',
  n,
  value,
  unit,
  goal: 'none',
  met: true,
})
