import type { reports as routes } from '../../api/reports.ts'
import type { ReportId } from '../../domain/ids.ts'
import { ok, refuse } from '../../domain/result.ts'
import { checkedId } from '../../edge/checked-id.ts'
import type { Handler } from '../../edge/handler.ts'
import { reportLimits, withinLimits } from '../../edge/limits.ts'
import type { Attempts } from '../../ports/attempts.ts'
import type { Users } from '../../ports/users.ts'
import { type DispatchNeeds, dispatched, leaseMs } from './dispatch.ts'
import { reportView, type ViewNeeds } from './report-view.ts'

type Needs = ViewNeeds & DispatchNeeds & { readonly attempts: Attempts; readonly users: Users }

export const mailReport: Handler<typeof routes.mailReport, Needs> = async (needs, scope, { params }) => {
  const { attempts, clock, ids, shelf, users } = needs
  const { userId, ledgerId } = scope
  const id = checkedId<ReportId>(params.id)
  const report = await shelf.find(userId, ledgerId, id)
  if (!report) return refuse({ kind: 'not-found' })
  if (!report.pdf) return refuse({ kind: 'report-not-ready' })
  const user = await users.byId(userId)
  if (user?.emailVerifiedMs === undefined) return refuse({ kind: 'email-unverified' })

  const now = clock.now()
  const within = await withinLimits(attempts, reportLimits(userId), now)
  if (!within.ok) return within
  const owner = ids.next()
  if (!(await shelf.mailAgain(userId, id, owner, now + leaseMs))) return refuse({ kind: 'report-not-ready' })
  const again = await shelf.find(userId, ledgerId, id)
  if (!again) return refuse({ kind: 'not-found' })
  await dispatched(needs, again, owner)
  return ok({ status: 202, body: await reportView(needs, again, undefined) })
}
