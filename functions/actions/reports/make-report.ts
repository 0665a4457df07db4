import type { reports as routes } from '../../api/reports.ts'
import type { Ask } from '../../api/route.ts'
import type { ReportId } from '../../domain/ids.ts'
import type { Period } from '../../domain/period.ts'
import { ok, refuse } from '../../domain/result.ts'
import { checkedId } from '../../edge/checked-id.ts'
import type { Handler } from '../../edge/handler.ts'
import { reportLimits, withinLimits } from '../../edge/limits.ts'
import { reportKeys } from '../../edge/report-keys.ts'
import type { ShelfReport } from '../../ports/report-shelf.ts'
import type { Schedules } from '../../ports/schedules.ts'
import { askedPeriod } from './asked-period.ts'
import { dispatched, leaseMs } from './dispatch.ts'
import { isOrdered, type MailOrderNeeds, orderMail } from './mail-order.ts'
import { reportView } from './report-view.ts'
import { stillTrue } from './still-true.ts'

type Body = Ask<typeof routes.makeReport>['body']

type Needs = MailOrderNeeds & { readonly schedules: Schedules }

/** What is there and still true is answered; else the next edition is begun, and somebody else makes it. */
export const makeReport: Handler<typeof routes.makeReport, Needs> = async (needs, scope, { body, headers }) => {
  const { attempts, clock, ids, schedules, shelf } = needs
  const { userId, ledgerId } = scope
  const period = askedPeriod(body, scope, await schedules.list(userId, ledgerId))
  if (!period.ok) return period

  const key = headers['idempotency-key']
  const known = key === undefined ? undefined : await shelf.find(userId, ledgerId, checkedId<ReportId>(key))
  if (known && !isAskedFor(known, body, period.value)) return refuse({ kind: 'precondition-required' })
  if (known) return ok({ status: 200, body: await reportView(needs, known, undefined) })
  const there = await stillTrue(needs, scope, await shelf.editions(userId, ledgerId, body.kind, period.value))
  if (there && body.mail && !isOrdered(there)) return orderMail(needs, scope, there)
  if (there) return ok({ status: 200, body: await reportView(needs, there, undefined) })

  const now = clock.now()
  const within = await withinLimits(attempts, reportLimits(userId), now)
  if (!within.ok) return within
  const owner = ids.next()
  const planned = {
    id: checkedId<ReportId>(key ?? ids.next()),
    userId,
    ledgerId,
    kind: body.kind,
    period: period.value,
    ...reportKeys(ids, ledgerId),
    mailWish: body.mail ? ('asked' as const) : ('none' as const),
    createdMs: now,
  }
  const { report } = await shelf.add(planned, owner, now + leaseMs)
  // the id is a row of somebody else's
  if (report.userId !== userId || report.ledgerId !== ledgerId) return refuse({ kind: 'precondition-required' })
  await dispatched(needs, report, owner)
  return ok({ status: 202, body: await reportView(needs, report, undefined) })
}

/** Whether a report that is known by its key is the one that is asked for now. */
function isAskedFor({ kind, mailWish, period }: ShelfReport, body: Body, { start, end }: Period): boolean {
  const isMailed = !body.mail || mailWish !== 'none'
  return kind === body.kind && period.start === start && period.end === end && isMailed
}
