import type { reports as routes } from '../../api/reports.ts'
import type { ReportId } from '../../domain/ids.ts'
import { ok, refuse } from '../../domain/result.ts'
import { checkedId } from '../../edge/checked-id.ts'
import type { Handler } from '../../edge/handler.ts'
import type { ReportShelf } from '../../ports/report-shelf.ts'
import { addressOf, type ViewNeeds } from './report-view.ts'

type Needs = ViewNeeds & { readonly shelf: ReportShelf }

export const getPdf: Handler<typeof routes.getPdf, Needs> = async (needs, scope, { params }) => {
  const report = await needs.shelf.find(scope.userId, scope.ledgerId, checkedId<ReportId>(params.id))
  if (!report) return refuse({ kind: 'not-found' })
  if (!report.pdf) return refuse({ kind: 'report-not-ready' })
  const { url } = await addressOf(needs, report)
  return ok({ status: 303, body: undefined, headers: { location: url } })
}
