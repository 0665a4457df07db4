import type { NewTransaction, TransactionPatch, TransactionView } from '../../functions/api/transactions.ts'
import { type Draft, patched } from '../../functions/domain/draft.ts'
import { formatAmount } from '../../functions/domain/money.ts'
import type { Refusal } from '../../functions/domain/refusal.ts'
import { ok, type Result, refuse } from '../../functions/domain/result.ts'
import { draftOf, settle } from '../../functions/domain/settle.ts'
import type { Transaction } from '../../functions/domain/transaction.ts'
import type { Problem } from '../api.ts'
import { entryFrom, type KnownBook } from './known-book.ts'

/** A change of one entry, as it is to be sent. */
export type Change =
  | { readonly do: 'create'; readonly draft: NewTransaction }
  | { readonly do: 'patch'; readonly version: number | undefined; readonly patch: TransactionPatch }
  | { readonly do: 'delete'; readonly version: number | undefined }
  | { readonly do: 'restore' }

/** Something that was done here and that the server does not know of yet. */
export interface Waiting {
  /** Its place in the queue. */
  readonly seq: number
  readonly userId: string
  /** The entry's, made here: sending it twice makes it once. */
  readonly id: string
  readonly madeAt: number
  readonly change: Change
  /** The entry as it was seen before, where there was one. */
  readonly before?: TransactionView | undefined
  /** It may have arrived: the answer was lost. */
  readonly isTried: boolean
  /** Its call is under way and counts as lost from then on. */
  readonly until?: number | undefined
  /** Why the server did not take it; a person has to decide. */
  readonly trouble?: (Problem & { readonly kind: 'refused' }) | undefined
}

/** What becomes of an entry by a change, by the server's own rules; nothing where it goes. `seen` is what may come back. */
export function changed(
  before: Transaction | undefined,
  id: string,
  change: Change,
  book: KnownBook,
  seen?: Transaction,
): Result<Transaction | undefined, Refusal> {
  switch (change.do) {
    case 'create':
      return settled(change.draft, id, 1, book)
    case 'patch': {
      if (!before) return refuse({ kind: 'not-found' })
      const draft = patched(draftOf(before, formatAmount), change.patch)
      return settled(draft, id, before.version + 1, book, before)
    }
    case 'delete':
      return ok(undefined)
    case 'restore':
      if (before) return ok(before)
      return seen ? ok({ ...seen, version: seen.version + 1 }) : refuse({ kind: 'not-found' })
  }
}

function settled(draft: Draft, id: string, version: number, book: KnownBook, before?: Transaction) {
  const kept = [
    before?.accountId,
    before?.to?.accountId,
    before?.categoryId,
    ...(before?.splits ?? []).map((one) => one.categoryId),
  ]
  return settle(draft, id as Transaction['id'], version, book, new Set(kept.filter((one) => one !== undefined)))
}

/** An entry before and after all that waits for it. */
export interface Effect {
  readonly id: string
  readonly before: Transaction | undefined
  readonly after: Transaction | undefined
}

/** What all that waits comes to, entry by entry. What the server refused counts for nothing until somebody decides. */
export function effectsOf(waiting: readonly Waiting[], book: KnownBook): readonly Effect[] {
  const ids = [...new Set(waiting.filter((one) => !one.trouble).map(({ id }) => id))]
  return ids.map((id) => {
    const own = waiting.filter((one) => one.id === id && !one.trouble)
    const before = own[0]?.before && entryFrom(own[0].before)
    let after = before
    let last = before
    for (const { change, before: seen } of own) {
      const next = changed(after, id, change, book, last ?? (seen && entryFrom(seen)))
      if (!next.ok) continue
      last = after ?? last
      after = next.value
    }
    return { id, before, after }
  })
}
