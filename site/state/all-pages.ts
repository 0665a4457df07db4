import { ok, type Result } from '../../functions/domain/result.ts'
import type { Problem } from '../api.ts'

type Part<T> = { readonly body: { readonly items: readonly T[]; readonly next?: string | undefined } }

/** All that a list has, page by page. */
export async function allPages<T>(
  ask: (cursor?: string) => Promise<Result<Part<T>, Problem>>,
): Promise<Result<T[], Problem>> {
  const items: T[] = []
  let cursor: string | undefined
  do {
    const answer = await ask(cursor)
    if (!answer.ok) return answer
    items.push(...answer.value.body.items)
    cursor = answer.value.body.next
  } while (cursor)
  return ok(items)
}
