import type { TransactionView } from '../../functions/api/transactions.ts'
import { ok, type Result } from '../../functions/domain/result.ts'
import type { Api, Problem } from '../api.ts'
import { here } from '../state/book.ts'

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
  const entries = await all((cursor) =>
    api.transactions.listTransactions({ params: here, query: { ...span, limit: '200', cursor } }),
  )
  if (!entries.ok) return entries
  const trash = await all((cursor) => api.transactions.listTrash({ params: here, query: { limit: '200', cursor } }))
  if (!trash.ok) return trash
  return ok({ entries: entries.value, deleted: new Set(trash.value.map(({ transaction }) => transaction.id)) })
}

type Part<T> = { readonly body: { readonly items: readonly T[]; readonly next?: string | undefined } }

async function all<T>(ask: (cursor?: string) => Promise<Result<Part<T>, Problem>>): Promise<Result<T[], Problem>> {
  const items: T[] = []
  let cursor: string | undefined
  do {
    const answer = await ask(cursor)
    if (!answer.ok) return answer
    items.push(...answer.value.body.items)
    cursor = answer.value.body.next
  } while (cursor)
  return ok(items)
}
