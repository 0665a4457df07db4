import type { ReportView } from '../../api/reports.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import { reportLimits, withinLimits } from '../../edge/limits.ts'
import type { Attempts } from '../../ports/attempts.ts'
import type { MailPreferences } from '../../ports/mail-preferences.ts'
import type { ShelfReport } from '../../ports/report-shelf.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import type { Users } from '../../ports/users.ts'
import { type DispatchNeeds, dispatched, leaseMs } from './dispatch.ts'
import { reportView, type ViewNeeds } from './report-view.ts'

export type MailOrderNeeds = ViewNeeds &
  DispatchNeeds & { readonly attempts: Attempts; readonly mailPreferences: MailPreferences; readonly users: Users }

/** Whether it will be mailed without anybody asking once more. */
export function isOrdered({ mailWish, state, trouble }: ShelfReport): boolean {
  return mailWish === 'asked' && state !== 'sent' && state !== 'failed' && trouble === undefined
}

/** Has a report that is on file mailed because its reader asks for it; refuses at once what no mail would come of. */
export async function orderMail(
  needs: MailOrderNeeds,
  { userId, ledgerId }: LedgerScope,
  { id, pdf }: ShelfReport,
): Promise<Result<{ readonly status: 202; readonly body: ReportView }, Refusal>> {
  const { attempts, clock, ids, mailPreferences, shelf, users } = needs
  if (!pdf) return refuse({ kind: 'report-not-ready' })
  const user = await users.byId(userId)
  if (user?.emailVerifiedMs === undefined) return refuse({ kind: 'email-unverified' })
  if ((await mailPreferences.of(userId)).stopped) return refuse({ kind: 'mail-stopped' })

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
