import type { Day } from '../../domain/day.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import { etag } from '../../edge/conditional.ts'
import type { Added } from '../../ports/accounts.ts'
import type { Budget } from '../../ports/budgets.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import { type Books, spent } from './spent.ts'

/** The answer with one budget as it stands on a day. */
export async function showBudget(books: Books, scope: LedgerScope, budget: Budget, on: Day, today: Day) {
  const [view] = await spent(books, scope, [budget], on, today)
  if (!view) throw new RangeError('A budget without a view.')
  return { body: view, headers: { etag: etag(view.version) } }
}

/** 201 for a new budget, 200 for one that was asked for before. */
export async function showMade(books: Books, scope: LedgerScope, result: Result<Added<Budget>, Refusal>, today: Day) {
  if (!result.ok) return result
  const { row, outcome } = result.value
  const status = outcome === 'added' ? (201 as const) : (200 as const)
  return ok({ status, ...(await showBudget(books, scope, row, today, today)) })
}

export async function showChanged(books: Books, scope: LedgerScope, result: Result<Budget, Refusal>, today: Day) {
  return result.ok
    ? ok({ status: 200 as const, ...(await showBudget(books, scope, result.value, today, today)) })
    : result
}
