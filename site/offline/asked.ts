import { type Answer, isAnswer, type Kept, type Later, lostMs } from './call.ts'
import type { Shelf } from './shelf.ts'

/** Questions that are under way, and what is shown of them until their answers come. */
export interface Asked {
  /** Asks, or joins in where the same is under way already; the answer is kept. */
  readonly ask: (key: string, call: () => Promise<Answer>) => Promise<Answer>
  /** What was seen before. If it is under way, too, what is shown is refreshed once it comes. */
  readonly seen: (key: string) => Promise<Kept | undefined>
  /** What comes from now on is neither kept nor shown. */
  readonly stop: () => void
  /** From now on answers are others: who asks joins in with no earlier question. */
  readonly outdate: () => void
  readonly isRefreshing: () => boolean
  /** While something is read for a refresh, what is asked for next belongs to it. */
  readonly within: <T>(reading: Promise<T>) => Promise<T>
}

interface Parts {
  readonly shelf: Shelf
  readonly now: () => number
  readonly later: Later
  /** Asks for what is shown, and is answered with what was seen: what came late is among it. */
  readonly refresh: () => void
}

/** How many answers are kept: the oldest go first. */
const mostKept = 80
/** Milliseconds in which what has come late is shown together. */
const burstMs = 50

/** Whatever comes, and however late: each question is asked once, and a page comes to rest. */
export function asking({ shelf, now, later, refresh }: Parts): Asked {
  const underWay = new Map<string, { readonly answer: Promise<Answer>; readonly turn: number; readonly at: number }>()
  /** What was shown as it was seen before, while it was under way. */
  const shownBefore = new Set<string>()
  let turn = 0
  let refreshing = 0
  let isDue = false

  function ask(key: string, call: () => Promise<Answer>): Promise<Answer> {
    const known = underWay.get(key)
    if (known?.turn === turn && now() - known.at < lostMs) return known.answer
    const own = { answer: call().then(come), turn, at: now() }
    underWay.set(key, own)
    return own.answer

    async function come(answer: Answer): Promise<Answer> {
      const isLast = () => underWay.get(key) === own
      if (!isLast()) return answer
      // a full disk takes no working network with it
      if (answer.ok) await keep(key, answer.value, own.at).catch(() => {})
      if (!isLast()) return answer
      underWay.delete(key)
      if (shownBefore.delete(key) && answer.ok) soon()
      return answer
    }
  }

  async function keep(key: string, { status, body }: Kept, asked: number): Promise<void> {
    await shelf.write(key, { status, body, asked })
    const answers = (await shelf.keys('')).filter(isAnswer)
    for (const old of answers.slice(0, -mostKept)) await shelf.remove(old)
  }

  async function seen(key: string): Promise<Kept | undefined> {
    // before it is read: it may come while it is
    if (underWay.has(key)) shownBefore.add(key)
    const kept = (await shelf.read(key).catch(() => undefined)) as Kept | undefined
    if (!kept) shownBefore.delete(key)
    return kept
  }

  /** Once for all that comes together. */
  function soon(): void {
    if (isDue) return
    isDue = true
    later(burstMs, () => {
      isDue = false
      refreshing += 1
      refresh()
      leave()
    })
  }

  /** When what follows has been asked for. */
  function leave(): void {
    later(0, () => {
      refreshing -= 1
    })
  }

  return {
    ask,
    seen,
    stop: () => underWay.clear(),
    outdate: () => {
      turn += 1
    },
    isRefreshing: () => refreshing > 0,
    within: (reading) => {
      refreshing += 1
      return reading.finally(leave)
    },
  }
}
