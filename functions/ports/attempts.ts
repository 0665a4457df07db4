import type { Instant } from './clock.ts'

/** Counters in the database, for functions share no memory: a fixed window per key, counted before the work is done. */
export interface Attempts {
  /** Adds one to each key and returns the counts after that, in the order of the keys. */
  count(keys: readonly string[], windowStartMs: Instant): Promise<readonly number[]>
  /** After a success the failures before it are forgotten. */
  forget(keys: readonly string[]): Promise<void>
  /** Drops windows that ended before this instant. */
  sweep(beforeMs: Instant): Promise<void>
}
