import type { Letter, Letters } from '../../ports/letters.ts'
import { drawingThread } from '../pdf/draw-task.ts'

/** Writes letters in the thread that draws, for their pictures are drawn too. */
export function workerLetters(file: string): Letters {
  const run = drawingThread(file)
  return {
    report: async (...given) => (await run({ do: 'report', given })) as Letter,
    verification: async (...given) => (await run({ do: 'verification', given })) as Letter,
    reset: async (...given) => (await run({ do: 'reset', given })) as Letter,
    alert: async (...given) => (await run({ do: 'alert', given })) as Letter,
  }
}
