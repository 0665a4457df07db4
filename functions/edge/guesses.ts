import type { Refusal } from '../domain/refusal.ts'
import type { Attempts, Window } from '../ports/attempts.ts'
import type { Instant } from '../ports/clock.ts'
import { type Limit, tooMany, windowOf } from './limits.ts'

/**
 * Guesses that are written down only once they have proven wrong, so that who guesses right costs no write for it. Until
 * then they count in this process, and in no other: see decision 29.
 */
export class Guess {
  readonly windows: readonly Window[]
  readonly #limits: readonly Limit[]
  readonly #now: Instant

  constructor(limits: readonly Limit[], now: Instant) {
    this.#limits = limits
    this.#now = now
    this.windows = limits.map((limit) => windowOf(limit, now))
  }

  /** The refusal where a window has no room beside what is counted there, and what is under way here. */
  refusal(counted: readonly number[]): Refusal | undefined {
    const full = this.windows.find(({ key, most }, at) => (counted[at] ?? 0) + (underWay.get(key) ?? 0) >= most)
    return full && tooMany(this.#limits, full, this.#now)
  }

  /** Does what takes its time, and counts meanwhile. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    for (const { key } of this.windows) underWay.set(key, (underWay.get(key) ?? 0) + 1)
    try {
      return await work()
    } finally {
      for (const { key } of this.windows) this.#end(key)
    }
  }

  /** It was wrong: the refusal where so many others were meanwhile that nobody may learn that. */
  async wasWrong(attempts: Attempts): Promise<Refusal | undefined> {
    const full = await attempts.count(this.windows)
    return full && tooMany(this.#limits, full, this.#now)
  }

  #end(key: string): void {
    const left = (underWay.get(key) ?? 1) - 1
    if (left > 0) underWay.set(key, left)
    else underWay.delete(key)
  }
}

const underWay = new Map<string, number>()
