import type { BatchChange, TransactionView } from '../../functions/api/transactions.ts'
import { ok, type Result } from '../../functions/domain/result.ts'
import { categoryKindOf } from '../../functions/domain/transaction.ts'
import type { Problem } from '../api.ts'
import type { Outcome } from '../forms/form.ts'
import * as lists from '../messages/en-lists.ts'
import { t } from '../messages/t.ts'
import { type Book, categoryName, here } from './book.ts'
import { type Desk, noList } from './state.ts'
import { write } from './write.ts'

/** A batch takes no more. */
export const mostAtOnce = 500

type Entries = readonly TransactionView[]
type Done = Promise<Result<Entries, Problem>>

/** Files entries under another category: those that can be, each as one change, all or none. */
export async function refile(desk: Desk, book: Book, entries: Entries, categoryId: string): Promise<Outcome> {
  const kind = book.categories.find((one) => one.id === categoryId)?.kind
  const fit = entries.filter((one) => categoryKindOf(one.kind) === kind && !one.splits?.length)
  if (fit.length === 0) return { kind: 'faults', faults: { categoryId: t(lists.refileLeft) } }
  const changes = fit.map((one) => patch(one, { categoryId }))
  const words = t(lists.refiled, { name: categoryName(book, categoryId) ?? '', n: fit.length })
  return doing(desk, changes, words, fit, ({ categoryId }) => ({ categoryId: categoryId ?? null }))
}

/** Adds tags to those that entries have. */
export async function tagAll(desk: Desk, entries: Entries, tags: readonly string[]): Promise<Problem | undefined> {
  const changes = entries.map((one) => patch(one, { tags: [...new Set([...(one.tags ?? []), ...tags])].slice(0, 10) }))
  return doing(desk, changes, t(lists.tagged, { n: entries.length }), entries, ({ tags }) => ({ tags: tags ?? null }))
}

export async function binAll(desk: Desk, entries: Entries): Promise<Problem | undefined> {
  const bin = entries.map(({ id, version }): BatchChange => ({ op: 'delete', id, version }))
  const back = entries.map(({ id }): BatchChange => ({ op: 'restore', id }))
  const { chosen } = desk.state.get()
  const problem = await write(desk, batch(desk, bin), t(lists.binned, { n: entries.length }), () => batch(desk, back))
  if (!problem && desk.state.get().chosen === chosen) desk.state.set(noList)
  return problem
}

/** Does it, and knows how to put back what was there before. */
async function doing(
  desk: Desk,
  changes: readonly BatchChange[],
  words: string,
  before: Entries,
  was: (entry: TransactionView) => PatchOf,
): Promise<Problem | undefined> {
  const { chosen } = desk.state.get()
  const problem = await write(desk, batch(desk, changes), words, (after) =>
    batch(
      desk,
      before.map((one) =>
        patch({ ...one, version: after.find(({ id }) => id === one.id)?.version ?? one.version }, was(one)),
      ),
    ),
  )
  // what has been chosen since is about something else
  if (!problem && desk.state.get().chosen === chosen) desk.state.set({ chosen: new Map() })
  return problem
}

type PatchOf = (BatchChange & { readonly op: 'patch' })['patch']

function patch({ id, version }: TransactionView, patch: PatchOf): BatchChange {
  return { op: 'patch', id, version, patch }
}

async function batch({ client }: Desk, changes: readonly BatchChange[]): Done {
  if (changes.length === 0) return ok([])
  const answer = await client.api.transactions.batchTransactions({ params: here, body: { changes: [...changes] } })
  return answer.ok ? ok(answer.value.body.results.flatMap(({ transaction }) => transaction ?? [])) : answer
}
