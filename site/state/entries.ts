import type { NewTransaction, TransactionPatch, TransactionView } from '../../functions/api/transactions.ts'
import type { Result } from '../../functions/domain/result.ts'
import type { Api, Problem } from '../api.ts'
import { here } from './book.ts'

const fields = [
  ...(['kind', 'day', 'amount', 'accountId', 'toAccountId', 'toAmount', 'categoryId', 'payee', 'note'] as const),
  ...(['tags', 'splits'] as const),
]

/** What forms say of an entry. What they cannot say (the amount abroad) stays as it is. */
export type Draft = Pick<NewTransaction, (typeof fields)[number]>

type Saved = Promise<Result<{ readonly body: TransactionView }, Problem>>

/**
 * Records a new entry under an id that was made here, so that sending it again after a lost answer changes nothing.
 * Where the first try did arrive and the form was changed since, what is there is replaced.
 */
export async function create(api: Api, id: string, draft: Draft): Saved {
  const params = { ...here, id }
  const first = await api.transactions.putTransaction({ params, body: draft })
  if (!isRefused(first, 'precondition-required')) return first
  const found = await api.transactions.getTransaction({ params })
  return found.ok ? api.transactions.putTransaction({ params, body: draft, headers: match(found.value.body) }) : found
}

/** Changes what differs, if nobody else has changed the entry since. */
export function change(api: Api, before: TransactionView, draft: Draft): Saved {
  const params = { ...here, id: before.id }
  return api.transactions.changeTransaction({ params, headers: match(before), body: patchTo(before, draft) })
}

export function remove(api: Api, entry: TransactionView): Promise<Result<unknown, Problem>> {
  return api.transactions.removeTransaction({ params: { ...here, id: entry.id }, headers: match(entry) })
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

/** Only what differs; null where something goes (RFC 7396). */
export function patchTo(before: TransactionView, draft: Draft): TransactionPatch {
  const was = draftOf(before)
  const differing = fields.filter((field) => JSON.stringify(was[field]) !== JSON.stringify(draft[field]))
  return Object.fromEntries(differing.map((field) => [field, draft[field] ?? null]))
}

function isRefused(answer: Result<unknown, Problem>, code: string): boolean {
  return !answer.ok && answer.error.kind === 'refused' && answer.error.code === code
}

function match({ version }: TransactionView): { readonly 'if-match': string } {
  return { 'if-match': `"${version}"` }
}
