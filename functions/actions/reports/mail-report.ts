import type { reports as routes } from '../../api/reports.ts'
import type { ReportId } from '../../domain/ids.ts'
import { refuse } from '../../domain/result.ts'
import { checkedId } from '../../edge/checked-id.ts'
import type { Handler } from '../../edge/handler.ts'
import { type MailOrderNeeds, orderMail } from './mail-order.ts'

export const mailReport: Handler<typeof routes.mailReport, MailOrderNeeds> = async (needs, scope, { params }) => {
  const report = await needs.shelf.find(scope.userId, scope.ledgerId, checkedId<ReportId>(params.id))
  return report ? orderMail(needs, scope, report) : refuse({ kind: 'not-found' })
}
