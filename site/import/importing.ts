import { once } from '../once.ts'
import type { Book } from '../state/book.ts'
import type { Brought } from './bring.ts'
import type { Row } from './csv.ts'
import type { Delimiter } from './delimiters.ts'
import type { Found, Lines } from './line.ts'
import type { Choice } from './lines.ts'
import type { OwnLines } from './own.ts'
import { isWanted, type Planned, planOf, type Standing } from './plan.ts'
import type { Seen, Span } from './seen.ts'

/** A file that is looked at, and what has become of it. */
export interface Importing {
  readonly name: string
  readonly text: string
  readonly delimiter: Delimiter
  readonly rows: readonly Row[]
  /** How it is read; none for a file of our own. */
  readonly choice: Choice | undefined
  readonly read: Reading
  /** Ids of the entries that are to be treated otherwise than usual: left out though new, or brought although like one. */
  readonly turned: ReadonlySet<string>
  /** How many of each list are shown at most. */
  readonly most: number
  readonly progress: { readonly done: number; readonly of: number } | undefined
  readonly brought: Brought | undefined
}

/** Makes entries of rows. It comes with a file, as all that reads one does; a file of our own says what it lacks here. */
export type Reading = (rows: readonly Row[], choice: Choice | undefined, book: Book) => Lines & Partial<OwnLines>

/** What the file's lines are, by this book. */
export const readingOf = once(
  (rows: readonly Row[], choice: Choice | undefined, read: Reading, book: Book): ReturnType<Reading> =>
    read(rows, choice, book),
)

/** How many lines are below the names of the columns. */
export function sizeOf({ rows, choice }: Importing): number {
  const from = choice ? (choice.hasHead ? choice.above + 1 : 0) : 1
  return rows.slice(from).filter((row) => row.length > 0).length
}

export const planned = once((found: readonly Found[], seen: Seen): readonly Planned[] => planOf(found, seen))

export const ofStanding = (plan: readonly Planned[], standing: Standing) =>
  plan.filter((one) => one.standing === standing)

/** Whether somebody wants it brought: what is known already cannot be brought again. */
export function isTaken(one: Planned, { turned }: Importing): boolean {
  return one.standing !== 'known' && isWanted(one) !== turned.has(one.id)
}

export const draftsOf = (found: readonly Found[]) => found.map(({ draft }) => draft)

/** Which of the ledger's days it is about; undefined where no line is an entry. */
export function spanOf(found: readonly Found[], choice: Choice | undefined): Span | undefined {
  const days = found.map(({ draft }) => draft.day)
  const first = days.reduce((a, b) => (b < a ? b : a), days[0] ?? '')
  const last = days.reduce((a, b) => (b > a ? b : a), '')
  return first ? { from: first, to: last, account: choice?.accountId } : undefined
}
