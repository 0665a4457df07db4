import { fold } from '../../domain/fold.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import { isDuplicate } from '../sql/errors.ts'

/** What a name is compared and ordered by. Cut where the column ends, and never ending in a space, which MySQL ignores. */
export function nameKey(name: string): string {
  const folded = fold(name)
  return folded.length <= longest ? folded : [...folded].slice(0, longest).join('').trimEnd()
}

const longest = 480

/** Hands the row back once it is written, or refuses its name where another row has it. */
export async function unlessTaken<Row>(row: Row, write: Promise<unknown>): Promise<Result<Row, Refusal>> {
  try {
    await write
    return ok(row)
  } catch (error) {
    if (isDuplicate(error)) return refuse({ kind: 'name-taken', pointer: '/name' })
    throw error
  }
}
