import { ok, type Result } from '../../functions/domain/result.ts'
import type { Api, Problem } from '../api.ts'
import { here } from './book.ts'
import type { PayeeSlice } from './state.ts'

/** Payees by name, those whose name begins with a text: a page of them, or as many as `atLeast`. */
export async function readPayees(
  api: Api,
  text: string | undefined,
  atLeast: number,
): Promise<Result<PayeeSlice, Problem>> {
  let all: PayeeSlice = { items: [] }
  do {
    const query = { text, limit: '200', cursor: all.next }
    const answer = await api.payees.listPayees({ params: here, query })
    if (!answer.ok) return answer
    const { items, next } = answer.value.body
    all = { items: [...all.items, ...items], next }
  } while (all.next && all.items.length < atLeast)
  return ok(all)
}
