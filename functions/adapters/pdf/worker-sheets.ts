import type { Sheets } from '../../ports/sheets.ts'
import { drawingThread } from './draw-task.ts'

/** Draws in a thread that runs the given file, which the first report or letter starts. */
export function workerSheets(file: string): Sheets {
  const run = drawingThread(file)
  return { pdf: async (...given) => (await run({ do: 'pdf', given })) as Uint8Array }
}
