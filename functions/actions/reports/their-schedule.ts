import { usualTiming, usualWeek } from '../../domain/first-schedules.ts'
import { derivedId, type ScheduleId } from '../../domain/ids.ts'
import { always, periodAt } from '../../domain/period.ts'
import type { ScheduleKind } from '../../domain/schedule.ts'
import { todayIn } from '../../domain/zone.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Schedule, Schedules } from '../../ports/schedules.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import type { Users } from '../../ports/users.ts'

interface Needs {
  readonly clock: Clock
  readonly schedules: Schedules
  readonly users: Users
}

/** The person's schedule in this ledger; for who never had one, as it would be, switched off. Undefined for who is gone. */
export async function scheduleIn(
  { clock, schedules, users }: Needs,
  { userId, ledgerId, rules, firstWeekday }: LedgerScope,
  kind: ScheduleKind,
): Promise<Schedule | undefined> {
  const all = await schedules.list(userId, ledgerId)
  const known = all.find((schedule) => schedule.kind === kind)
  if (known) return known

  const user = await users.byId(userId)
  if (!user) return undefined
  const { timeZone } = user
  const week = usualWeek(firstWeekday)
  const next = periodAt(kind === 'weekly' ? always(week) : rules, todayIn(timeZone, clock.now()))
  const id = derivedId<ScheduleId>(ledgerId, `schedule:${userId}:${kind}`)
  return { id, userId, ledgerId, kind, rule: kind === 'weekly' ? week : 'own', ...usualTiming[kind], timeZone, next }
}
