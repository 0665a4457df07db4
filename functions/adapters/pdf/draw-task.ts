import type { Letter, Letters } from '../../ports/letters.ts'
import type { Sheets } from '../../ports/sheets.ts'
import { inWorker } from '../node/in-worker.ts'

/** What the thread that draws is told: a method of sheets or letters, and what it is given. */
export type DrawTask =
  | { readonly do: 'pdf'; readonly given: Parameters<Sheets['pdf']> }
  | { [Method in keyof Letters]: { readonly do: Method; readonly given: Parameters<Letters[Method]> } }[keyof Letters]

type Run = (task: DrawTask) => Promise<Uint8Array | Letter>

const threads = new Map<string, Run>()

/** Sheets and letters share one thread, with one set of faces and one renderer in it. */
export function drawingThread(file: string): Run {
  const known = threads.get(file)
  if (known) return known
  const made = inWorker<DrawTask, Uint8Array | Letter>(file)
  threads.set(file, made)
  return made
}
