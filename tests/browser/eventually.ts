import { setTimeout as pause } from 'node:timers/promises'

/** For what a page shows a moment later: tries again until it holds, and hands on why it never did. */
export async function eventually(holds: () => Promise<void>): Promise<void> {
  const end = Date.now() + longest
  for (;;) {
    try {
      return await holds()
    } catch (error) {
      if (Date.now() > end) throw error
      await pause(between)
    }
  }
}

/** Milliseconds. */
const longest = 10_000
const between = 50
