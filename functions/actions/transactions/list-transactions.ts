import type { transactions as routes } from '../../api/transactions.ts'
import { ok, refuse } from '../../domain/result.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Transactions } from '../../ports/transactions.ts'
import { transactionView } from '../../views/transaction-view.ts'
import { cursorAfter, placeIn } from './cursor.ts'
import { filterFrom } from './filter.ts'
import { fitting, jsonBytes } from './page.ts'

type Needs = { readonly transactions: Transactions }

export const listTransactions: Handler<typeof routes.listTransactions, Needs> = async (needs, scope, { query }) => {
  const filter = filterFrom(query)
  if (!filter.ok) return filter
  const of = { scope, list: 'entries', query }
  const after = query.cursor === undefined ? undefined : placeIn(of, query.cursor)
  if (query.cursor !== undefined && !after) return refuse({ kind: 'bad-cursor', pointer: '/query/cursor' })

  const limit = Number(query.limit ?? usual)
  const { entries, next } = await needs.transactions.list(scope, filter.value, after, limit)
  const rows = entries.map((entry) => ({ entry, view: transactionView(entry) }))
  const { shown, more } = fitting(rows, limit, ({ view }) => jsonBytes(view))
  const place = more ? shown.at(-1)?.entry : next
  return ok({
    status: 200,
    body: { items: shown.map(({ view }) => view), ...(place && { next: cursorAfter(of, place) }) },
  })
}

const usual = 50
