import type { Result } from '../../functions/domain/result.ts'
import type { Problem } from '../api.ts'

/** A call of the API, whichever it is. */
export type Call = (given: Given) => Promise<Answer>

export type Answer = Result<Kept, Problem>

/** As much of an answer as is kept. */
export interface Kept {
  readonly status: number
  readonly body: unknown
  /** When that was asked for, where it was seen before. */
  readonly asked?: number | undefined
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

/** Whether something is kept under such a key, and not who was here. */
export const isAnswer = (key: string): boolean => key.includes(' ')

/** Does something so many milliseconds later. */
export type Later = (ms: number, task: () => void) => unknown

/** Nothing, once so much time is over. */
export const after = (later: Later, ms: number): Promise<undefined> =>
  new Promise((over) => later(ms, () => over(undefined)))

/** Milliseconds after which a network that is slow is treated as none where it can be: what comes later is not lost. */
export const patienceMs = 4_000
/** Milliseconds after which a call counts as lost, though its answer may come. */
export const lostMs = 20_000
