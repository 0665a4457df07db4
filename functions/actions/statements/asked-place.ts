import { type Day, parseDay } from '../../domain/day.ts'
import type { AccountId } from '../../domain/ids.ts'
import { at, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import { checkedId } from '../../edge/checked-id.ts'

/** The account and the day that a path names. */
export function askedPlace(params: {
  readonly id: string
  readonly day: string
}): Result<{ readonly account: AccountId; readonly day: Day }, Refusal> {
  const day = parseDay(params.day)
  return day.ok ? ok({ account: checkedId(params.id), day: day.value }) : refuse(at('/path/day', day.error))
}
