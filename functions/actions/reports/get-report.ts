import type { reports as routes } from '../../api/reports.ts'
import type { ReportId } from '../../domain/ids.ts'
import { ok, refuse } from '../../domain/result.ts'
import { checkedId } from '../../edge/checked-id.ts'
import type { Handler } from '../../edge/handler.ts'
import type { ReportShelf } from '../../ports/report-shelf.ts'
import type { Totals } from '../../ports/totals.ts'
import { changedSince } from './changed-since.ts'
import { reportView, type ViewNeeds } from './report-view.ts'

type Needs = ViewNeeds & { readonly shelf: ReportShelf; readonly totals: Totals }

export const getReport: Handler<typeof routes.getReport, Needs> = async (needs, scope, { params }) => {
  const report = await needs.shelf.find(scope.userId, scope.ledgerId, checkedId<ReportId>(params.id))
  if (!report) return refuse({ kind: 'not-found' })
  const changed = await changedSince(needs.totals, scope, [report])
  return ok({ status: 200, body: await reportView(needs, report, changed.get(report.id)) })
}
