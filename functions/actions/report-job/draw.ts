import { createHash } from 'node:crypto'
import type { Report } from '../../domain/report.ts'
import { parseReport } from '../../domain/report-file.ts'
import type { Objects } from '../../ports/objects.ts'
import type { ReportStep, ShelfReport } from '../../ports/report-shelf.ts'
import type { Sheets } from '../../ports/sheets.ts'

export interface DrawNeeds {
  readonly objects: Objects
  readonly sheets: Sheets
}

/** Draws what the figures on file say, so that PDF, mail and shelf can only agree. */
export async function draw({ objects, sheets }: DrawNeeds, report: ShelfReport): Promise<ReportStep> {
  const figures = await figuresOf(objects, report)
  if (!figures) return { state: 'planned' }

  const pdf = await sheets.pdf(figures)
  await objects.put(report.pdfKey, pdf, 'application/pdf')
  const sha256 = createHash('sha256').update(pdf).digest('hex')
  return { state: 'stored', pdf: { bytes: pdf.length, sha256 } }
}

/** Absent when there is no such file; throws on one that is no report. */
export async function figuresOf(objects: Objects, { figuresKey }: ShelfReport): Promise<Report | undefined> {
  const file = await objects.get(figuresKey)
  if (!file) return undefined
  const report = parseReport(new TextDecoder().decode(file))
  if (!report.ok) throw new TypeError(`The figures on file are none at ${report.error.at}`)
  return report.value
}
