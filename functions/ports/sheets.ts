import type { Report } from '../domain/report.ts'

/** Draws the report that is kept: a tagged PDF (PDF/A-3a and PDF/UA-1). One report always gives the same bytes. */
export interface Sheets {
  pdf(report: Report): Promise<Uint8Array>
}
