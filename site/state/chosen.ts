import type { TransactionView } from '../../functions/api/transactions.ts'
import { whatIs } from './loaded.ts'
import type { State } from './state.ts'

/** The entries that are chosen, as they are by now: one may have been changed since. */
export function chosenIn({ chosen, entries }: Pick<State, 'chosen' | 'entries'>): readonly TransactionView[] {
  const now = new Map(chosen)
  for (const rows of whatIs(entries)?.rows.values() ?? [])
    for (const one of rows) if (now.has(one.id)) now.set(one.id, one)
  return [...now.values()]
}
