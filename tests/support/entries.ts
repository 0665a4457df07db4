import * as assert from 'uvu/assert'
import type { Day } from '../../functions/domain/day.ts'
import type { Draft, DraftPatch } from '../../functions/domain/draft.ts'
import type { AccountId, TransactionId } from '../../functions/domain/ids.ts'
import { fromStore } from '../../functions/domain/money.ts'
import type { Transaction } from '../../functions/domain/transaction.ts'
import type { Applied, Change, Outcome } from '../../functions/ports/transactions.ts'
import type { LedgerDesk } from './ledger-desk.ts'

// Entries at a desk, in few words.

export const lunch: Draft = {
  kind: 'expense',
  day: '2026-11-20',
  amount: '12.50',
  payee: 'Mill Lane Bakery',
  note: 'two buns',
}

/** Stands for the hash of a body. */
export const digest = (name: string) => name.padEnd(64, '0')

export async function apply(desk: LedgerDesk, ...changes: readonly Change[]) {
  return desk.transactions.apply(desk.scope, changes, desk.clock.now())
}

type Applying = Awaited<ReturnType<typeof apply>>

export function doneIn(result: Applying): readonly Applied[] {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  return result.value
}

export const outcomes = (result: Applying): readonly Outcome[] => doneIn(result).map(({ outcome }) => outcome)

export async function create(desk: LedgerDesk, draft: Draft): Promise<Transaction> {
  const [done] = doneIn(await apply(desk, { do: 'create', id: nextId(desk), draft, bodyHash: digest('lunch') }))
  if (!done?.entry) throw new Error('nothing was created')
  return done.entry
}

export async function patch(desk: LedgerDesk, id: TransactionId, patch: DraftPatch): Promise<Transaction> {
  const [done] = doneIn(await apply(desk, { do: 'patch', id, patch }))
  if (!done?.entry) throw new Error('nothing was patched')
  return done.entry
}

export async function account(desk: LedgerDesk, name: string, currency = desk.scope.currency): Promise<AccountId> {
  const id = desk.ids.next() as AccountId
  const opening = { amount: fromStore(0), day: '2026-01-01' as Day }
  const added = await desk.accounts.add(
    desk.scope,
    id,
    { name, kind: 'bank', currency, opening, archived: false },
    desk.clock.now(),
  )
  assert.ok(added.ok)
  return id
}

export const nextId = (desk: LedgerDesk) => desk.ids.next() as TransactionId

export const revisionOf = async (desk: LedgerDesk) => (await desk.enter(desk.scope.userId)).revision
