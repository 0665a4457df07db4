import { setTimeout } from 'node:timers/promises'
import { isBusy } from './errors.ts'

/** `random` in [0, 1) spreads those who lost the same race; `pause` waits that many milliseconds. */
export interface Chances {
  readonly random: () => number
  readonly pause?: (ms: number) => Promise<unknown>
}

/**
 * Runs the work again when the engine gave it up for another's sake (deadlock, lock wait), at most five times in all.
 * Only for work that is one whole transaction: `retrying(chances, () => db.transaction().execute(…))`.
 */
export async function retrying<T>({ random, pause = setTimeout }: Chances, work: () => Promise<T>): Promise<T> {
  for (let again = 1; ; again++) {
    try {
      return await work()
    } catch (error) {
      if (!isBusy(error) || again === most) throw error
      await pause(random() * longestPauseMs * 2 ** again)
    }
  }
}

const most = 5
const longestPauseMs = 10
