import type { Split, Transaction } from '../../domain/transaction.ts'
import { type EntryRow, entryFrom } from './rows.ts'

/** An entry with what is kept beside it. */
export interface Stored {
  readonly entry: Transaction
  /** The payee's own name and that of the one it is merged into: what search finds the entry by. */
  readonly payeeNames: readonly string[]
  readonly bodyHash: string
  readonly createdMs: number
}

/** What a row says, and the splits that it counts. */
export function storedFrom(row: EntryRow, splits: readonly Split[] = []): Stored {
  return {
    entry: entryFrom(row, splits),
    payeeNames: [row.payee_name, row.payee_now].filter((name) => name !== null),
    bodyHash: row.body_hash,
    createdMs: Number(row.created_ms),
  }
}
