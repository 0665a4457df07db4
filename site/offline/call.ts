import type { Result } from '../../functions/domain/result.ts'
import type { Problem } from '../api.ts'

/** A call of the API, whichever it is. */
export type Call = (given: Given) => Promise<Answer>

export type Answer = Result<Kept, Problem>

/** As much of an answer as is kept. */
export interface Kept {
  readonly status: number
  readonly body: unknown
}

export interface Given {
  readonly params?: { readonly id?: string }
  readonly query?: object
  readonly body?: unknown
  readonly headers?: { readonly 'if-match'?: string }
}

/** What the answer to a question is kept under. */
export const keyOf = (name: string, { params, query }: { readonly params?: object; readonly query?: object }): string =>
  `${name} ${JSON.stringify([params, query])}`
