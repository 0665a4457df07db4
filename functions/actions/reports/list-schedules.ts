import type { reports as routes } from '../../api/reports.ts'
import { ok } from '../../domain/result.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Schedules } from '../../ports/schedules.ts'
import type { Users } from '../../ports/users.ts'
import { scheduleView } from './schedule-view.ts'
import { scheduleIn } from './their-schedule.ts'

type Needs = { readonly clock: Clock; readonly schedules: Schedules; readonly users: Users }

/** Both kinds, also the one that somebody has never had: it is off. */
export const listSchedules: Handler<typeof routes.listSchedules, Needs> = async (needs, scope) => {
  const [weekly, monthly] = [await scheduleIn(needs, scope, 'weekly'), await scheduleIn(needs, scope, 'monthly')]
  return ok({ status: 200, body: { items: [weekly, monthly].flatMap((one) => (one ? [scheduleView(one)] : [])) } })
}
