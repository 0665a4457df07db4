import { systemClock } from '../../functions/adapters/node/clock.ts'

/** The clock of a host in this process: it runs, and can be put forward. */
export interface RunningClock {
  readonly now: () => number
  readonly advance: (ms: number) => void
  /** Gives the system's own back. */
  readonly stop: () => void
}

/** The host lives in this process and asks one clock, which can therefore be told another time. */
export function runningClock(): RunningClock {
  const { now } = systemClock
  let ahead = 0
  Object.assign(systemClock, { now: () => now() + ahead })
  return {
    now: () => systemClock.now(),
    advance: (ms: number) => {
      ahead += ms
    },
    stop: () => {
      Object.assign(systemClock, { now })
    },
  }
}
