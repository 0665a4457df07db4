import type { reports as routes } from '../../api/reports.ts'
import type { Day } from '../../domain/day.ts'
import { ok } from '../../domain/result.ts'
import type { Handler } from '../../edge/handler.ts'
import type { ReportShelf } from '../../ports/report-shelf.ts'
import type { Totals } from '../../ports/totals.ts'
import { changedSince } from './changed-since.ts'
import { reportView, type ViewNeeds } from './report-view.ts'

type Needs = ViewNeeds & { readonly shelf: ReportShelf; readonly totals: Totals }

export const listReports: Handler<typeof routes.listReports, Needs> = async (needs, scope, { query }) => {
  const { shelf, totals } = needs
  const years = await shelf.years(scope.userId, scope.ledgerId)
  const year = query.year ?? years[0]
  if (year === undefined) return ok({ status: 200, body: { items: [], years: [] } })

  const ends = { start: `${year}-01-01` as Day, end: `${year}-12-31` as Day }
  const found = await shelf.list(scope.userId, scope.ledgerId, ends)
  const changed = await changedSince(totals, scope, found)
  const items = await Promise.all(found.map((report) => reportView(needs, report, changed.get(report.id))))
  return ok({ status: 200, body: { items, years: [...years] } })
}
