import { type Day, parseDay } from '../../domain/day.ts'
import { at, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'

/** The day that `on` names, today without it. */
export function askedDay(on: string | undefined, today: Day): Result<Day, Refusal> {
  if (on === undefined) return ok(today)
  const day = parseDay(on)
  return day.ok ? day : refuse(at('/query/on', day.error))
}
