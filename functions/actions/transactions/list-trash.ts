import type { transactions as routes } from '../../api/transactions.ts'
import { ok, refuse } from '../../domain/result.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Transactions } from '../../ports/transactions.ts'
import { transactionView } from '../../views/transaction-view.ts'
import { trashCursorAfter, trashPlaceIn } from './cursor.ts'
import { fitting, jsonBytes } from './page.ts'

type Needs = { readonly transactions: Transactions }

export const listTrash: Handler<typeof routes.listTrash, Needs> = async (needs, scope, { query }) => {
  const of = { scope, list: 'trash', query }
  const after = query.cursor === undefined ? undefined : trashPlaceIn(of, query.cursor)
  if (query.cursor !== undefined && !after) return refuse({ kind: 'bad-cursor', pointer: '/query/cursor' })

  const limit = Number(query.limit ?? usual)
  const trashed = await needs.transactions.trash(scope, after, limit + 1)
  const rows = trashed.map((one) => ({
    one,
    view: { deletedAt: one.deletedMs, deletedBy: one.deletedBy, transaction: transactionView(one.entry) },
  }))
  const { shown, more } = fitting(rows, limit, ({ view }) => jsonBytes(view))
  const last = more ? shown.at(-1) : undefined
  return ok({
    status: 200,
    body: { items: shown.map(({ view }) => view), ...(last && { next: trashCursorAfter(of, last.one) }) },
  })
}

const usual = 50
