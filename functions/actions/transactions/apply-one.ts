import type { TransactionView } from '../../api/transactions.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import { etag } from '../../edge/conditional.ts'
import type { Instant } from '../../ports/clock.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import type { Applied, Change, Transactions } from '../../ports/transactions.ts'
import { transactionView } from '../../views/transaction-view.ts'

/** One change through the write door. */
export async function applyOne(
  transactions: Transactions,
  scope: LedgerScope,
  change: Change,
  now: Instant,
): Promise<Result<Applied, Refusal>> {
  const applied = await transactions.apply(scope, [change], now)
  if (!applied.ok) {
    const { change: _, ...refusal } = applied.error
    return refuse(refusal as Refusal)
  }
  const [only] = applied.value
  if (!only) throw new Error('The write door answered nothing.')
  return ok(only)
}

/** The entry as it is after the change, with its version as ETag. */
export function shown(applied: Applied): {
  readonly body: TransactionView
  readonly headers: { readonly etag: string }
} {
  if (!applied.entry) throw new Error('The write door answered no entry.')
  return { body: transactionView(applied.entry), headers: { etag: etag(applied.entry.version) } }
}

/** 201 for what is new, 200 for what was there or has changed. */
export function answered(applied: Result<Applied, Refusal>) {
  if (!applied.ok) return applied
  const created = applied.value.outcome === 'created'
  return ok({ status: created ? (201 as const) : (200 as const), ...shown(applied.value) })
}
