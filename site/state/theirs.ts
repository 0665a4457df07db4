import { ok, type Result } from '../../functions/domain/result.ts'
import type { Api, Problem } from '../api.ts'
import { here } from './book.ts'
import type { State, Theirs } from './state.ts'

/** What is there of the entries for which a change was not taken. One that is gone is no failure. */
export async function readTheirs(api: Api, { waiting }: State): Promise<Result<Theirs, Problem>> {
  const found: { [id: string]: Theirs[string] } = {}
  for (const { id, trouble } of waiting) {
    if (!trouble || id in found) continue
    const answer = await api.transactions.getTransaction({ params: { ...here, id } })
    if (!answer.ok && answer.error.kind !== 'refused') return answer
    found[id] = answer.ok ? answer.value.body : undefined
  }
  return ok(found)
}
