import type { NewTransaction } from '../../functions/api/transactions.ts'

/** What a line of a file is as an entry; by its id it is known again, however often the file comes. */
export interface Found {
  /** Where in the file it stands, counted from 1, empty lines and what is above its table included. */
  readonly row: number
  readonly id: string
  readonly draft: NewTransaction
}

/** A line that is no entry, and why. */
export interface Unread {
  readonly row: number
  readonly text: string
  readonly trouble: Trouble
}

export type Trouble = 'day' | 'amount' | 'zero' | 'both' | 'balance' | 'unknown'

export interface Lines {
  readonly found: readonly Found[]
  readonly unread: readonly Unread[]
}
