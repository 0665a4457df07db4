import { parentPort } from 'node:worker_threads'
import type { Answered } from './in-worker.ts'

/** Makes this thread one that does such tasks, see `inWorker`. */
export function answerTasks<Task, Value>(work: (task: Task) => Promise<Value>): void {
  parentPort?.on('message', async (task: Task) => {
    const answer: Answered<Value> = await work(task).then(
      (value) => ({ value }),
      (cause: unknown) => ({ failed: cause instanceof Error ? cause.name : typeof cause }),
    )
    parentPort?.postMessage(answer)
  })
}
