import type { ReportView } from '../../functions/api/reports.ts'
import { periodTitle } from '../days.ts'

/** "October 2026", "16 – 22 Nov 2026". */
export function reportName({ period }: ReportView): string {
  return periodTitle(period)
}
