import type { TransactionView } from '../../functions/api/transactions.ts'
import { type EntryList, grouped } from '../../site/state/list.ts'

/** A list that knows all its rows. */
export function listOf(items: readonly TransactionView[], next?: string): EntryList {
  const rows = grouped(items)
  return { days: [...rows].map(([day, some]) => ({ day, entries: some.length })), rows, ...(next && { next }) }
}
