import { type Draft, patched } from '../../domain/draft.ts'
import type { TransactionId } from '../../domain/ids.ts'
import { isOther } from '../../domain/if-version.ts'
import { formatAmount } from '../../domain/money.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import { type Book, draftOf, settle } from '../../domain/settle.ts'
import type { Transaction } from '../../domain/transaction.ts'
import type { Change, Outcome } from '../../ports/transactions.ts'
import type { OpenBook } from './book.ts'
import { nameKey } from './name-key.ts'
import type { Standing } from './standing.ts'
import type { Stored } from './stored.ts'

/** What a change comes to. Nothing is to be written where `before` is `after`. */
export interface Step {
  readonly id: TransactionId
  readonly outcome: Outcome
  readonly before?: Stored | undefined
  readonly after?: Stored | undefined
}

/** The draft that a change wants settled, if it does; a patch is laid over the entry as it is. */
export function draftFor(change: Change, { stored }: Standing): Draft | undefined {
  if (change.do === 'create') return stored ? undefined : change.draft
  if (change.do === 'replace') return stored && change.draft
  if (change.do === 'patch') return stored && patched(draftOf(stored.entry, formatAmount), change.patch)
  return undefined
}

/** Decides a change by how things stand: what a retry means, which versions go, what comes of it. Pure. */
export function plan(
  change: Change,
  standing: Standing,
  draft: Draft | undefined,
  book: OpenBook,
  now: number,
): Result<Step, Refusal> {
  const { id } = change
  const { stored: before, trashed } = standing
  switch (change.do) {
    case 'create': {
      if (trashed) return refuse({ kind: 'gone' })
      if (before && before.bodyHash !== change.bodyHash) return refuse({ kind: 'precondition-required' })
      if (before || !draft) return ok({ id, outcome: 'same', before, after: before })
      const entry = settle(draft, id, 1, book)
      if (!entry.ok) return entry
      return ok({ id, outcome: 'created', after: stored(entry.value, change.bodyHash, now) })
    }
    case 'replace':
    case 'patch': {
      if (trashed) return refuse({ kind: 'gone' })
      if (!before || !draft) return refuse({ kind: 'not-found' })
      if (isOther(change.ifVersion, before.entry.version)) return refuse({ kind: 'version-mismatch' })
      const { entry: old } = before
      const entry = settle(draft, id, old.version + 1, keepingPayee(book, old), referencesOf(old))
      if (!entry.ok) return entry
      const after = { ...before, entry: entry.value }
      const samePayee = old.payee?.id === entry.value.payee?.id
      const outcome = change.do === 'patch' ? 'patched' : 'replaced'
      return ok({ id, outcome, before, after: samePayee ? after : { ...after, payeeNames: namesOf(entry.value) } })
    }
    case 'delete': {
      if (!before) return ok({ id, outcome: 'already-deleted' })
      if (isOther(change.ifVersion, before.entry.version)) return refuse({ kind: 'version-mismatch' })
      return ok({ id, outcome: 'deleted', before })
    }
    case 'restore': {
      if (before) return ok({ id, outcome: 'same', before, after: before })
      if (!trashed) return refuse({ kind: 'not-found' })
      return ok({ id, outcome: 'restored', after: broughtBack(trashed, book) })
    }
  }
}

function stored(entry: Transaction, bodyHash: string, createdMs: number): Stored {
  return { entry, payeeNames: namesOf(entry), bodyHash, createdMs }
}

/** A payee that a draft came to is never an alias: it has one name. */
const namesOf = ({ payee }: Transaction): readonly string[] => (payee ? [payee.name] : [])

/** The same name stays the same payee: an entry keeps the alias it was filed under, so that a merge can be undone. */
function keepingPayee(book: Book, { payee }: Transaction): Book {
  if (!payee) return book
  return { ...book, payee: (name) => (nameKey(name) === nameKey(payee.name) ? payee : book.payee(name)) }
}

/** What was archived since may stay where it was. */
function referencesOf({ accountId, to, categoryId, splits }: Transaction): ReadonlySet<string> {
  const ids = [accountId, to?.accountId, categoryId, ...splits.map((split) => split.categoryId)]
  return new Set(ids.filter((id) => id !== undefined))
}

/** As it was, but for the names that its payee has by now. What it refers to is there: what the trash names is in use. */
function broughtBack(trashed: Stored, book: OpenBook): Stored {
  const { entry } = trashed
  const known = entry.payee && book.payeeOf(entry.payee.id)
  const version = entry.version + 1
  if (!known) return { ...trashed, entry: { ...entry, version } }

  const payeeNames = known.into ? [known.name, known.into.name] : [known.name]
  const payee = { id: known.id, name: payeeNames.at(-1) ?? known.name }
  return { ...trashed, payeeNames, entry: { ...entry, version, payee } }
}
