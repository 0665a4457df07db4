import type { Problem } from '../api.ts'

/** Something of the server's: not here yet, here, or not to be had, with what was there before. */
export type Loaded<T> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly value?: T }

export const waiting = { kind: 'waiting' } as const

export function whatIs<T>(loaded: Loaded<T>): T | undefined {
  return loaded.kind === 'waiting' ? undefined : loaded.value
}

/** Not to be had, and not there from before: where several are, that is said once. */
export function isLost(loaded: Loaded<unknown>): boolean {
  return loaded.kind === 'failed' && loaded.value === undefined
}

/** Two that are shown together: waiting until both are here, failed when one has. */
export function both<A, B>(a: Loaded<A>, b: Loaded<B>): Loaded<readonly [A, B]> {
  const [first, second] = [whatIs(a), whatIs(b)]
  const value = first !== undefined && second !== undefined ? { value: [first, second] as const } : undefined
  const failure = a.kind === 'failed' ? a : b.kind === 'failed' ? b : undefined
  if (failure) return { kind: 'failed', problem: failure.problem, ...value }
  return value ? { kind: 'ready', ...value } : waiting
}

/** With another value in the place of what is there. */
export function changed<T>(loaded: Loaded<T>, change: (value: T) => T): Loaded<T> {
  if (loaded.kind === 'waiting' || loaded.value === undefined) return loaded
  return { ...loaded, value: change(loaded.value) }
}

/** A failure hides nothing that was there before. */
export function failed<T>(problem: Problem, before: Loaded<T>): Loaded<T> {
  const value = whatIs(before)
  return { kind: 'failed', problem, ...(value !== undefined && { value }) }
}
