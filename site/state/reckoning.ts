import type { StatementView } from '../../functions/api/statements.ts'
import type { TransactionView } from '../../functions/api/transactions.ts'
import { sum } from '../../functions/domain/money.ts'
import { ok, type Result, refuse } from '../../functions/domain/result.ts'
import type { Api, Problem } from '../api.ts'
import { shifted } from '../days.ts'
import { digitsOf, minorOf, negated, wireOf } from '../figures.ts'
import { here } from './book.ts'

/** An account on the last day of a statement, with the entries that may be on it. */
export interface Reckoning {
  readonly statement: StatementView
  /** Since the statement before, the newest first. */
  readonly since: readonly TransactionView[]
  /** Whether there are older ones that are not here. */
  readonly isCut: boolean
}

/** As many as a person ticks off, and as a statement may leave open. */
export const mostTicked = 500

/** Nothing is asked before both are known: until then nobody looks at it. */
export async function readReckoning(api: Api, account: string, day: string): Promise<Result<Reckoning, Problem>> {
  if (!account || !day) return refuse({ kind: 'refused', code: '', errors: [], retryAfterS: 0 })
  const answer = await api.statements.getStatement({ params: { ...here, id: account, day } })
  if (!answer.ok) return answer
  const statement = answer.value.body
  const from = statement.previous && shifted(statement.previous.day, 1)
  const since: TransactionView[] = []
  let cursor: string | undefined
  do {
    const query = { account, from, to: day, limit: '200', cursor }
    const page = await api.transactions.listTransactions({ params: here, query })
    if (!page.ok) return page
    since.push(...page.value.body.items)
    cursor = page.value.body.next
  } while (cursor && since.length < mostTicked)
  return ok({ statement, since: since.slice(0, mostTicked), isCut: cursor !== undefined || since.length > mostTicked })
}

/** What an entry moves in an account, with its sign. */
export function effectOn({ kind, amount, accountId, toAmount }: TransactionView, account: string): string {
  if (accountId !== account) return toAmount ?? amount
  return kind === 'expense' || kind === 'transfer' ? negated(amount) : amount
}

/** What all entries up to the day come to without these. */
export function without({ statement }: Reckoning, open: readonly TransactionView[], account: string): string {
  const left = sum(open.map((one) => minorOf(effectOn(one, account))))
  return wireOf(minorOf(statement.book) - left, digitsOf(statement.book))
}

export function lessThan(a: string, b: string): string {
  return wireOf(minorOf(a) - minorOf(b), digitsOf(a))
}
