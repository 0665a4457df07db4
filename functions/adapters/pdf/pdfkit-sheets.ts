import type { Sheets } from '../../ports/sheets.ts'

/** Draws in this thread; pdfkit and the faces are read when the first report is drawn. */
export function pdfkitSheets(): Sheets {
  return {
    pdf: async (report) => {
      const { drawnReport } = await import('./drawn-report.ts')
      return drawnReport(report)
    },
  }
}
