import type { reports as routes } from '../../api/reports.ts'
import type { Ask } from '../../api/route.ts'
import { always, type Period, parseRule, periodAt } from '../../domain/period.ts'
import { at, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import { coverFrom, dueAt, type ScheduleRule } from '../../domain/schedule.ts'
import { todayIn } from '../../domain/zone.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Clock, Instant } from '../../ports/clock.ts'
import type { Schedule, Schedules } from '../../ports/schedules.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import type { Users } from '../../ports/users.ts'
import { scheduleView } from './schedule-view.ts'
import { scheduleIn } from './their-schedule.ts'

type Needs = { readonly clock: Clock; readonly schedules: Schedules; readonly users: Users }

export const putSchedule: Handler<typeof routes.putSchedule, Needs> = async (needs, scope, { params, body }) => {
  const kind = params.kind === 'weekly' ? 'weekly' : 'monthly'
  const rule = askedRule(body.rule, scope)
  if (!rule.ok) return rule
  const now = needs.clock.now()
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = await scheduleIn(needs, scope, kind)
    // left since the token was proven
    if (!before) return refuse({ kind: 'not-found' })

    const wanted = changed(before, { ...body, rule: rule.value }, scope, now)
    // else it has moved on meanwhile, and what is next is another report
    if (await needs.schedules.put(wanted, before)) return ok({ status: 200, body: scheduleView(wanted) })
  }
  throw new Unavailable('The schedule moved on at every try.')
}

/** It moves on once a period: twice in one call is rare already. */
const mostTries = 5

type Wish = Omit<Ask<typeof routes.putSchedule>['body'], 'rule'> & { readonly rule: ScheduleRule }

/**
 * One that runs goes on from where its last report ended, under whatever rule; one that is switched on begins with what
 * has ended and is not due yet, else with the running period.
 */
function changed(
  before: Schedule,
  { active, rule, afterDays, hour }: Wish,
  scope: LedgerScope,
  now: Instant,
): Schedule {
  const { dueMs, ...rest } = before
  const wanted = { ...rest, rule, afterDays, hour }
  if (!active) return wanted
  const history = rule === 'own' ? scope.rules : always(rule)
  const today = todayIn(before.timeZone, now)
  const waits = before.next.end < today && now < dueAt(before.next.end, wanted, scope.timeZone)
  const begun: Period = waits ? before.next : periodAt(history, today)
  const next = dueMs === undefined ? begun : coverFrom(history, before.next.start)
  return { ...wanted, next, dueMs: dueAt(next.end, wanted, scope.timeZone) }
}

function askedRule(text: string, { firstWeekday }: LedgerScope): Result<ScheduleRule, Refusal> {
  if (text === 'own') return ok('own')
  const rule = parseRule(text, firstWeekday)
  return rule.ok ? rule : refuse(at('/rule', rule.error))
}
