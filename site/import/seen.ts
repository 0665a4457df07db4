import type { TransactionView } from '../../functions/api/transactions.ts'
import { ok, type Result } from '../../functions/domain/result.ts'
import type { Api, Problem } from '../api.ts'
import { allPages } from '../state/all-pages.ts'
import { here } from '../state/book.ts'
import { readTrash } from '../state/trash.ts'

/** What the ledger has of the days of a file. */
export interface Seen {
  readonly entries: readonly TransactionView[]
  /** Ids of what lies in the trash. */
  readonly deleted: ReadonlySet<string>
}

export interface Span {
  readonly from: string
  readonly to: string
  /** Of this account; without, of all. */
  readonly account?: string | undefined
}

export async function readSeen(api: Api, span: Span): Promise<Result<Seen, Problem>> {
  const entries = await allPages((cursor) =>
    api.transactions.listTransactions({ params: here, query: { ...span, limit: '200', cursor } }),
  )
  if (!entries.ok) return entries
  const trash = await readTrash(api)
  if (!trash.ok) return trash
  return ok({ entries: entries.value, deleted: new Set(trash.value.map(({ transaction }) => transaction.id)) })
}
