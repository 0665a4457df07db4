import type { transactions as routes } from '../../api/transactions.ts'
import { csvHead, csvLines, csvNames } from '../../domain/entry-csv.ts'
import { ok, refuse } from '../../domain/result.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Accounts } from '../../ports/accounts.ts'
import type { Categories } from '../../ports/categories.ts'
import type { Transactions } from '../../ports/transactions.ts'
import { cursorAfter, placeIn } from './cursor.ts'
import { filterFrom } from './filter.ts'
import { fitting, jsonBytes } from './page.ts'

type Needs = { readonly transactions: Transactions; readonly accounts: Accounts; readonly categories: Categories }

/** The first part has the line of names; the parts one after another are one file. */
export const exportTransactions: Handler<typeof routes.exportTransactions, Needs> = async (needs, scope, { query }) => {
  const filter = filterFrom(query)
  if (!filter.ok) return filter
  const of = { scope, list: 'csv', query }
  const after = query.cursor === undefined ? undefined : placeIn(of, query.cursor)
  if (query.cursor !== undefined && !after) return refuse({ kind: 'bad-cursor', pointer: '/query/cursor' })

  const { entries, next } = await needs.transactions.list(scope, filter.value, after, atOnce)
  const names = csvNames(await needs.accounts.list(scope), await needs.categories.list(scope))
  const rows = entries.map((entry) => ({ entry, text: csvLines(entry, names).join('') }))
  const { shown, more } = fitting(rows, atOnce, ({ text }) => jsonBytes(text))

  const place = more ? shown.at(-1)?.entry : next
  return ok({
    status: 200,
    body: (after ? '' : csvHead) + shown.map(({ text }) => text).join(''),
    headers: {
      'content-disposition': 'attachment; filename="outlay.csv"',
      ...(place && { 'x-next-cursor': cursorAfter(of, place) }),
    },
  })
}

const atOnce = 2_000
