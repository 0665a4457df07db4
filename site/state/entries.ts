import type { NewTransaction, TransactionPatch, TransactionView } from '../../functions/api/transactions.ts'
import type { Api } from '../api.ts'
import { here } from './book.ts'
import { match, type Saved } from './new-entry.ts'

const fields = [
  ...(['kind', 'day', 'amount', 'accountId', 'toAccountId', 'toAmount', 'categoryId', 'payee', 'note'] as const),
  ...(['tags', 'splits'] as const),
]

/** What forms say of an entry. What they cannot say (the amount abroad) stays as it is. */
export type Draft = Pick<NewTransaction, (typeof fields)[number]>

/** Changes what differs, if nobody else has changed the entry since. */
export function change(api: Api, before: TransactionView, draft: Draft): Saved {
  const params = { ...here, id: before.id }
  return api.transactions.changeTransaction({ params, headers: match(before), body: patchTo(before, draft) })
}

/** Twice is the same as once. */
export function restore(api: Api, { id }: TransactionView): Saved {
  return api.transactions.restoreTransaction({ params: { ...here, id } })
}

export function draftOf(entry: TransactionView): Draft {
  const { kind, day, amount, accountId, toAccountId, toAmount, toCurrency, currency, categoryId, payee, note } = entry
  const { tags, splits } = entry
  const draft = { kind, day, amount, accountId, toAccountId, categoryId, payee, note, tags, splits }
  return toCurrency && toCurrency !== currency ? { ...draft, toAmount } : draft
}

/** Only what differs, and with an account its amount, which may be in another currency there; null where something goes (RFC 7396). */
export function patchTo(before: TransactionView, draft: Draft): TransactionPatch {
  const was = draftOf(before)
  const differs = (field: keyof Draft) => JSON.stringify(was[field]) !== JSON.stringify(draft[field])
  const holders: { readonly [field: string]: keyof Draft } = { amount: 'accountId', toAmount: 'toAccountId' }
  const differing = fields.filter(
    (field) => differs(field) || (draft[field] !== undefined && differs(holders[field] ?? field)),
  )
  return Object.fromEntries(differing.map((field) => [field, draft[field] ?? null]))
}
