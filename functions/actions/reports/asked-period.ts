import type { reports as routes } from '../../api/reports.ts'
import type { Ask } from '../../api/route.ts'
import { daysBetween, parseDay } from '../../domain/day.ts'
import { usualWeek } from '../../domain/first-schedules.ts'
import { always, type Period, periodAt } from '../../domain/period.ts'
import { at, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import type { Schedule } from '../../ports/schedules.ts'
import type { LedgerScope } from '../../ports/scope.ts'

/** Ten years. */
const mostDays = 3653

/** The stretch that is asked for; a week or month is the one that its schedule would make of it. */
export function askedPeriod(
  { kind, start, end }: Ask<typeof routes.makeReport>['body'],
  { rules, firstWeekday }: LedgerScope,
  schedules: readonly Schedule[],
): Result<Period, Refusal> {
  const from = parseDay(start)
  if (!from.ok) return refuse(at('/start', from.error))
  if (kind === 'custom') return customPeriod(from.value, end)
  if (end !== undefined) return refuse({ kind: 'bad-range', pointer: '/end' })

  const usual = kind === 'weekly' ? usualWeek(firstWeekday) : 'own'
  const rule = schedules.find((schedule) => schedule.kind === kind)?.rule ?? usual
  return ok(periodAt(rule === 'own' ? rules : always(rule), from.value))
}

function customPeriod(start: Period['start'], text: string | undefined): Result<Period, Refusal> {
  if (text === undefined) return refuse({ kind: 'bad-range', pointer: '/end' })
  const end = parseDay(text)
  if (!end.ok) return refuse(at('/end', end.error))
  const days = daysBetween(start, end.value) + 1
  return days < 1 || days > mostDays ? refuse({ kind: 'bad-range', pointer: '/end' }) : ok({ start, end: end.value })
}
