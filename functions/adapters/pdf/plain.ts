import { formatReport } from '../../domain/report-file.ts'
import type { Sheets } from '../../ports/sheets.ts'

/** Stands in until sheets are drawn. */
export function plainSheets(): Sheets {
  return { pdf: async (report) => new TextEncoder().encode(`%PDF ${formatReport(report)}`) }
}
