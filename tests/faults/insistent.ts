import { setTimeout as pause } from 'node:timers/promises'
import * as assert from 'uvu/assert'
import type { Answer } from '../support/client.ts'

/** Somebody who asks for one thing after another, and for each again until it is granted. */
export interface Insistent<T> {
  /** What was granted. */
  readonly granted: readonly T[]
  /** How many answers said to come again later. */
  readonly putOff: () => number
  /** Resolves when so many more were granted. */
  gets(more: number): Promise<void>
  /** Resolves when one more answer said to come again later. */
  isPutOff(): Promise<void>
  /** Asks for the thing at hand to its end, and for no other. */
  stop(): Promise<void>
  /** For a test that has failed: whatever becomes of the thing at hand. */
  abandon(): void
}

/** `next` says how to ask for the next thing; `grant` reads an answer that does not say to come again later. */
export function insist<T>(next: () => () => Promise<Answer>, grant: (answer: Answer) => T): Insistent<T> {
  const granted: T[] = []
  const waiting = new Set<() => void>()
  let [putOff, isOver, isAbandoned] = [0, false, false]
  const news = () => {
    for (const look of [...waiting]) look()
  }

  const working = (async () => {
    while (!isOver) {
      const ask = next()
      let answer = await ask()
      while (answer.status === 503 && !isAbandoned) {
        saysLater(answer)
        putOff += 1
        news()
        // sooner than it was told to, so that a test is done sooner
        await pause(50)
        answer = await ask()
      }
      if (isAbandoned) return
      granted.push(grant(answer))
      news()
    }
  })()
  // one that has failed must not leave others waiting for it
  const until = (isSo: () => boolean) =>
    Promise.race([
      working,
      new Promise<void>((resolve) => {
        const look = () => isSo() && waiting.delete(look) && resolve()
        waiting.add(look)
        look()
      }),
    ])

  return {
    granted,
    putOff: () => putOff,
    gets: (more) => {
      const enough = granted.length + more
      return until(() => granted.length >= enough)
    },
    isPutOff: () => {
      const before = putOff
      return until(() => putOff > before)
    },
    stop: async () => {
      isOver = true
      await working
    },
    abandon: () => {
      isOver = true
      isAbandoned = true
    },
  }
}

/** The one answer that an outage may be given: a problem that says when to come again. */
export function saysLater({ status, headers, body }: Answer): void {
  assert.is(status, 503, JSON.stringify(body))
  assert.match(headers['retry-after'] ?? '', /^[1-9]\d*$/)
  assert.is((body as { code?: string }).code, 'unavailable')
}
