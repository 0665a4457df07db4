import type { Period } from './period.ts'
import type { ReportKind } from './report.ts'

/** The name that a report's PDF is saved and attached under. */
export function pdfName(kind: ReportKind, { start, end }: Period): string {
  return `outlay-${kind}-${start}-${end}.pdf`
}
