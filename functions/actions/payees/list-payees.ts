import type { payees as routes } from '../../api/payees.ts'
import { ok, refuse } from '../../domain/result.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Payees } from '../../ports/payees.ts'
import { listedView } from '../../views/payee-view.ts'
import { cursorAfter, nameIn } from './cursor.ts'

type Needs = { readonly payees: Payees }

export const listPayees: Handler<typeof routes.listPayees, Needs> = async ({ payees }, scope, { query }) => {
  const { text: prefix = '', cursor } = query
  const of = { scope, list: 'payees', query }
  const after = cursor === undefined ? undefined : nameIn(of, cursor)
  if (cursor !== undefined && after === undefined) return refuse({ kind: 'bad-cursor', pointer: '/query/cursor' })

  const limit = Number(query.limit ?? usual)
  // one more than is shown tells whether there is more
  const found = await payees.list(scope, { prefix, ...(after !== undefined && { after }), limit: limit + 1 })
  const shown = found.slice(0, limit)
  const last = found.length > limit ? shown.at(-1) : undefined
  return ok({ status: 200, body: { items: shown.map(listedView), ...(last && { next: cursorAfter(of, last) }) } })
}

const usual = 50
