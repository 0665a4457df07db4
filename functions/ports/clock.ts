/** Epoch milliseconds, UTC. */
export type Instant = number

/** Lets so many milliseconds pass. */
export type Pause = (ms: number) => Promise<void>

/** Asked once per request; nothing below compose.ts reads the time any other way. */
export interface Clock {
  now(): Instant
}
