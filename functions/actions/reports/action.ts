import { reports } from '../../api/reports.ts'
import {
  attempts,
  byLedger,
  ids,
  jobs,
  mailPreferences,
  objects,
  schedules,
  shelf,
  totals,
  users,
} from '../../compose.ts'
import { serve } from '../../edge/serve.ts'
import { getPdf } from './get-pdf.ts'
import { getReport } from './get-report.ts'
import { listReports } from './list-reports.ts'
import { listSchedules } from './list-schedules.ts'
import { mailReport } from './mail-report.ts'
import { makeReport } from './make-report.ts'
import { putSchedule } from './put-schedule.ts'

export const main = serve(
  reports,
  { ...byLedger, attempts, ids, jobs, mailPreferences, objects, schedules, shelf, totals, users },
  { listReports, makeReport, getReport, getPdf, mailReport, listSchedules, putSchedule },
)
