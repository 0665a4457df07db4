import type { Ask } from '../../api/route.ts'
import type { transactions as routes } from '../../api/transactions.ts'
import { type Day, parseDay } from '../../domain/day.ts'
import type { AccountId, CategoryId, PayeeId } from '../../domain/ids.ts'
import { at, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import { checkedId } from '../../edge/checked-id.ts'
import type { Filter } from '../../ports/transactions.ts'

type Query = Ask<typeof routes.exportTransactions>['query']

/** The filters of a list, as the port takes them. */
export function filterFrom(query: Query): Result<Filter, Refusal> {
  const from = dayIn(query.from, '/query/from')
  if (!from.ok) return from
  const to = dayIn(query.to, '/query/to')
  if (!to.ok) return to
  if (from.value && to.value && from.value > to.value) return refuse({ kind: 'bad-range', pointer: '/query/from' })

  const { account, category, payee, kind, tag, text, min, max, currency } = query
  return ok({
    ...(from.value && { from: from.value }),
    ...(to.value && { to: to.value }),
    ...(account && { accountId: checkedId<AccountId>(account) }),
    ...(category && { categoryId: category === 'none' ? category : checkedId<CategoryId>(category) }),
    ...(payee && { payeeId: checkedId<PayeeId>(payee) }),
    ...(kind && { kind }),
    ...(tag && { tag }),
    ...(text && { text }),
    ...(min && { min }),
    ...(max && { max }),
    ...(currency && { currency }),
  })
}

function dayIn(text: string | undefined, pointer: string): Result<Day | undefined, Refusal> {
  if (text === undefined) return ok(undefined)
  const day = parseDay(text)
  return day.ok ? day : refuse(at(pointer, day.error))
}
