import { between, gather } from '../../functions/domain/contributions.ts'
import { type Draft, type DraftPatch, patched } from '../../functions/domain/draft.ts'
import { fold } from '../../functions/domain/fold.ts'
import { type PayeeId, parseId, type TransactionId } from '../../functions/domain/ids.ts'
import { formatAmount, fromStore, plus } from '../../functions/domain/money.ts'
import { at, type Refusal } from '../../functions/domain/refusal.ts'
import { ok, type Result, refuse } from '../../functions/domain/result.ts'
import { type Book, draftOf, settle } from '../../functions/domain/settle.ts'
import type { Transaction } from '../../functions/domain/transaction.ts'
import { uuidV7 } from '../uuid.ts'
import { touch, type World } from './world.ts'

/** One step through the door by which all entries come and go. */
export type Change =
  | { readonly do: 'create'; readonly id: string; readonly draft: Draft }
  | { readonly do: 'replace'; readonly id: string; readonly version?: number | undefined; readonly draft: Draft }
  | { readonly do: 'patch'; readonly id: string; readonly version?: number | undefined; readonly patch: DraftPatch }
  | { readonly do: 'delete'; readonly id: string; readonly version?: number | undefined }
  | { readonly do: 'restore'; readonly id: string }

export interface Done {
  readonly id: string
  readonly outcome: 'created' | 'same' | 'replaced' | 'patched' | 'deleted' | 'already-deleted' | 'restored'
  readonly entry?: Transaction
}

interface Step extends Done {
  readonly before?: Transaction | undefined
}

/** All changes, or none and which of them is to blame. */
export function apply(
  world: World,
  changes: readonly Change[],
): Result<readonly Done[], { readonly refusal: Refusal; readonly n: number }> {
  const book = bookOf(world)
  const steps: Step[] = []
  for (const [n, change] of changes.entries()) {
    const step = plan(world, book, change)
    if (!step.ok) return refuse({ refusal: step.error, n })
    steps.push(step.value)
  }
  if (steps.some(({ before, entry }) => before !== entry)) write(world, steps, book.newPayees)
  return ok(steps)
}

function plan(world: World, book: Book, change: Change): Result<Step, Refusal> {
  const id = parseId<TransactionId>(change.id)
  if (!id) return refuse({ kind: 'not-found' })
  const before = world.entries.get(id)
  const thrown = world.trash.get(id)?.entry
  switch (change.do) {
    case 'create': {
      if (thrown) return refuse({ kind: 'gone' })
      if (before) return ok({ id, outcome: 'same', before, entry: before })
      const entry = settle(change.draft, id, 1, book)
      return entry.ok ? ok({ id, outcome: 'created', entry: entry.value }) : entry
    }
    case 'replace':
    case 'patch': {
      if (thrown) return refuse({ kind: 'gone' })
      if (!before) return refuse({ kind: 'not-found' })
      if (change.version !== undefined && change.version !== before.version) return refuse({ kind: 'version-mismatch' })
      const draft = change.do === 'patch' ? patched(draftOf(before, formatAmount), change.patch) : change.draft
      const entry = settle(draft, id, before.version + 1, book, referencesOf(before))
      const outcome = change.do === 'patch' ? 'patched' : 'replaced'
      return entry.ok ? ok({ id, outcome, before, entry: entry.value }) : entry
    }
    case 'delete': {
      if (!before) return ok({ id, outcome: 'already-deleted' })
      if (change.version !== undefined && change.version !== before.version) return refuse({ kind: 'version-mismatch' })
      return ok({ id, outcome: 'deleted', before })
    }
    case 'restore': {
      if (before) return ok({ id, outcome: 'same', before, entry: before })
      if (!thrown) return refuse({ kind: 'not-found' })
      return ok({ id, outcome: 'restored', entry: { ...thrown, version: thrown.version + 1 } })
    }
  }
}

/** What was archived since may stay where it was. */
function referencesOf({ accountId, to, categoryId, splits }: Transaction): ReadonlySet<string> {
  const ids = [accountId, to?.accountId, categoryId, ...splits.map((split) => split.categoryId)]
  return new Set(ids.filter((id) => id !== undefined))
}

function bookOf(world: World): Book & { readonly newPayees: Map<string, { id: PayeeId; name: string }> } {
  const byName = new Map([...world.payees.values()].map((payee) => [fold(payee.name), payee]))
  const newPayees = new Map<string, { id: PayeeId; name: string }>()
  return {
    newPayees,
    account: (id) =>
      id === undefined ? [...world.accounts.values()].find(({ archived }) => !archived) : world.accounts.get(id),
    category: (id) => world.categories.get(id),
    payee(name) {
      const known = byName.get(fold(name))
      const root = known?.mergedInto ? world.payees.get(known.mergedInto) : known
      if (root) return root
      const made = newPayees.get(fold(name)) ?? { id: uuidV7(world.now()) as PayeeId, name: name.trim() }
      newPayees.set(fold(name), made)
      return made
    },
  }
}

/** Entries, totals and balances move together. */
function write(
  world: World,
  steps: readonly Step[],
  newPayees: ReadonlyMap<string, { readonly id: PayeeId; readonly name: string }>,
): void {
  for (const payee of newPayees.values()) world.payees.set(payee.id, { ...payee, version: 1 })
  for (const { id, outcome, before, entry } of steps) {
    if (entry) world.entries.set(id, entry)
    else world.entries.delete(id)
    if (outcome === 'deleted' && before) world.trash.set(id, { entry: before, deletedAt: world.now() })
    if (outcome === 'restored') world.trash.delete(id)
  }
  const deltas = gather(
    steps.filter(({ before, entry }) => before !== entry).flatMap(({ before, entry }) => between(before, entry)),
  )
  for (const delta of deltas) {
    const { face, grain, start, key, currency } = delta
    const name = `${face} ${grain} ${start} ${key} ${currency}`
    const row = world.totals.get(name)
    const sum = row && { plus: row.plus + delta.plus, minus: row.minus + delta.minus, n: row.n + delta.n }
    world.totals.set(name, { ...delta, ...sum })

    const account = face === 'account' && grain === 'm' ? world.accounts.get(key) : undefined
    if (account) {
      const balance = plus(account.balance, fromStore(delta.plus - delta.minus))
      world.accounts.set(key, { ...account, balance })
    }
  }
  touch(world)
}

/** A refusal of a batch leads to the change that it is about. */
export function inPlace(refusal: Refusal, n: number, part: string): Refusal {
  return at(refusal.pointer === undefined ? `/changes/${n}/id` : `/changes/${n}${part}`, refusal)
}
