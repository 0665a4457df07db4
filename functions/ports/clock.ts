/** Epoch milliseconds, UTC. */
export type Instant = number

/** Asked once per request; nothing below compose.ts reads the time any other way. */
export interface Clock {
  now(): Instant
}
