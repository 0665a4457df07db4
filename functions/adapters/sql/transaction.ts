import { setTimeout } from 'node:timers/promises'
import { isBusy } from './errors.ts'

/** `random` in [0, 1) spreads those who lost the same race; `pause` waits that many milliseconds; `now` counts them. */
export interface Chances {
  readonly random: () => number
  readonly pause?: (ms: number) => Promise<unknown>
  readonly now?: () => number
}

/**
 * Runs the work again when the engine gave it up for another's sake (deadlock, lock wait), at most five times in all, and
 * not when ten seconds have gone. Only for work that is one whole transaction:
 * `retrying(chances, () => db.transaction().execute(…))`.
 */
export async function retrying<T>(chances: Chances, work: () => Promise<T>): Promise<T> {
  const { random, pause = setTimeout, now = () => performance.now() } = chances
  const began = now()
  for (let again = 1; ; again++) {
    try {
      return await work()
    } catch (error) {
      if (!isBusy(error) || again === most || now() - began > longestMs) throw error
      await pause(random() * longestPauseMs * 2 ** again)
    }
  }
}

const most = 5
const longestMs = 10_000
const longestPauseMs = 10
