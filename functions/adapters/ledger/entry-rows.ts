import type { Insertable } from 'kysely'
import { firstOfMonth } from '../../domain/day.ts'
import type { LedgerId } from '../../domain/ids.ts'
import { linesOf } from '../../domain/lines.ts'
import type { Transaction } from '../../domain/transaction.ts'
import type { Instant } from '../../ports/clock.ts'
import { tagsText } from './rows.ts'
import type { LinesTable, TransactionsTable } from './schema.ts'
import type { Stored } from './stored.ts'

/** An entry as its row; `entryFrom` is the way back. */
export function entryRow(
  ledgerId: LedgerId,
  { entry, bodyHash, createdMs }: Stored,
  now: Instant,
): Insertable<TransactionsTable> {
  const { to, original } = entry
  return {
    ledger_id: ledgerId,
    id: entry.id,
    version: entry.version,
    kind: entry.kind,
    day: entry.day,
    month: firstOfMonth(entry.day),
    amount: entry.amount,
    currency: entry.currency.code,
    digits: entry.currency.digits,
    account_id: entry.accountId,
    to_account_id: to?.accountId ?? null,
    to_amount: to?.amount ?? null,
    to_currency: to?.currency.code ?? null,
    to_digits: to?.currency.digits ?? null,
    category_id: entry.categoryId ?? null,
    payee_id: entry.payee?.id ?? null,
    note: entry.note ?? null,
    tags: tagsText(entry.tags),
    original_amount: original?.amount ?? null,
    original_currency: original?.currency.code ?? null,
    original_digits: original?.currency.digits ?? null,
    split_count: entry.splits.length,
    body_hash: bodyHash,
    created_ms: createdMs,
    touched_ms: now,
  }
}

export function lineRows(ledgerId: LedgerId, entry: Transaction): readonly Insertable<LinesTable>[] {
  return linesOf(entry).map((line) => ({
    ledger_id: ledgerId,
    tx_id: entry.id,
    n: line.n,
    category_id: line.categoryId ?? null,
    payee_id: line.payeeId ?? null,
    account_id: line.accountId,
    kind: line.kind,
    currency: line.currency.code,
    day: line.day,
    month: line.month,
    amount: line.amount,
    note: line.note ?? null,
  }))
}
