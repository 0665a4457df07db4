import { contributions } from './contributions.ts'
import type { Day } from './day.ts'
import type { AccountId } from './ids.ts'
import { fromStore, type Minor } from './money.ts'
import type { Transaction } from './transaction.ts'

/** What is said to have been in an account at the end of a day. */
export interface Statement {
  readonly day: Day
  readonly balance: Minor
}

/** What the entry moves in the account, by the same count as totals; nothing where it does not name it. */
export function effectOn(entry: Transaction, accountId: AccountId): bigint {
  const moves = contributions(entry).filter(
    ({ face, grain, key }) => face === 'account' && grain === 'd' && key === accountId,
  )
  return moves.reduce((sum, { plus, minus }) => sum + plus - minus, 0n)
}

/**
 * How far a statement lies from the entries: its balance less what all entries up to its day come to (`book`) without
 * those that are not on it (`open`). Zero is agreement.
 */
export function offBy(
  { day, balance }: Statement,
  book: Minor,
  open: readonly Transaction[],
  accountId: AccountId,
): Minor {
  const inTime = open.filter((entry) => entry.day <= day)
  const left = inTime.reduce((sum, entry) => sum + effectOn(entry, accountId), 0n)
  return fromStore(balance - (book - left))
}
