import type { Currency } from './currency.ts'
import { addDays, type Day, earliest, latest } from './day.ts'
import { fromStore, type Minor, zero } from './money.ts'
import { type Period, periodAt, periodsBack, type RuleHistory } from './period.ts'

/** What of an account says what was in it on any day, once its movements are known. */
export interface WorthAccount {
  readonly id: string
  readonly currency: Currency
  readonly opening: { readonly amount: Minor; readonly day: Day }
  /** Now, with all that lies in the future. */
  readonly balance: Minor
}

/** Twelve periods, seen from their ends; the running one is seen from today. The first point is the day before them all. */
export function worthPoints(history: RuleHistory, on: Day, today: Day): readonly Day[] {
  const periods = periodsBack(history, periodAt(history, on), 12)
  const before = periods[0] && periods[0].start > earliest ? [addDays(periods[0].start, -1)] : []
  return [...before, ...periods.map(({ start, end }) => (start <= today && today < end ? today : end))]
}

/** What comes after each point: up to the next one, and after the last up to the end of time. */
export function worthWindows(points: readonly Day[]): readonly Period[] {
  return points.flatMap((point, place) =>
    point < latest ? [{ start: addDays(point, 1), end: points[place + 1] ?? latest }] : [],
  )
}

/** What moved in an account within one of the windows. */
export interface Movement {
  readonly window: number
  readonly key: string
  readonly plus: bigint
  readonly minus: bigint
}

/**
 * What was in each account at each point: its balance now less all that moved after the point. An opening balance
 * counts from its day on.
 */
export function worthOf(
  account: WorthAccount,
  points: readonly Day[],
  movements: readonly Movement[],
): readonly Minor[] {
  const own = movements.filter(({ key }) => key === account.id)
  return points.map((point, place) => {
    const after = own.filter(({ window }) => window >= place)
    const moved = after.reduce((sum, { plus, minus }) => sum + plus - minus, 0n)
    const opened = account.opening.day > point ? account.opening.amount : zero
    return fromStore(account.balance - moved - opened)
  })
}
