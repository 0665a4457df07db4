import type { Instant } from './clock.ts'

/** A window of fixed length, which began then, and at most how many attempts of its key it has room for. */
export interface Window {
  readonly key: string
  readonly startMs: Instant
  readonly most: number
}

/** Counters in the database, for functions share no memory. */
export interface Attempts {
  /**
   * Counts one attempt in each window. The first, in this order, that has no room ends it: nothing is counted then, and
   * it is named. So a caller who is turned away does not go on filling the windows of whom they are after.
   */
  count(windows: readonly Window[]): Promise<Window | undefined>
  /** After a success the failures before it are forgotten. */
  forget(keys: readonly string[]): Promise<void>
  /** Drops windows that began before this instant. */
  sweep(beforeMs: Instant): Promise<void>
}
