import type { NewTransaction, TransactionView } from '../../functions/api/transactions.ts'
import type { Result } from '../../functions/domain/result.ts'
import type { Api, Problem } from '../api.ts'
import { here } from './book.ts'

/** The day that a new entry has where none is said. */
export { todayIn } from '../today.ts'

export type Saved = Promise<Result<{ readonly body: TransactionView }, Problem>>

/**
 * Records a new entry under an id that was made here, so that sending it again after a lost answer changes nothing.
 * Where the first try did arrive and the form was changed since, what is there is replaced.
 */
export async function create(api: Api, id: string, draft: NewTransaction): Saved {
  const params = { ...here, id }
  const first = await api.transactions.putTransaction({ params, body: draft })
  if (!isRefused(first, 'precondition-required')) return first
  const found = await api.transactions.getTransaction({ params })
  return found.ok ? api.transactions.putTransaction({ params, body: draft, headers: match(found.value.body) }) : found
}

export function remove(api: Api, entry: TransactionView): Promise<Result<unknown, Problem>> {
  return api.transactions.removeTransaction({ params: { ...here, id: entry.id }, headers: match(entry) })
}

function isRefused(answer: Result<unknown, Problem>, code: string): boolean {
  return !answer.ok && answer.error.kind === 'refused' && answer.error.code === code
}

export function match({ version }: TransactionView): { readonly 'if-match': string } {
  return { 'if-match': `"${version}"` }
}
