import { Worker } from 'node:worker_threads'
import { inTurn } from '../sql/turns.ts'

/** What a worker answers: the value, or that it could not be had. Its error stays in the thread: it may hold a row's values. */
export type Answered<Value> = { readonly value: Value } | { readonly failed: string }

/**
 * Has tasks done in a thread of its own that runs the given file: started by the first task, one task at a time, in the
 * order in which they were asked for. It keeps the process alive only while it works; a thread that has died is replaced.
 */
export function inWorker<Task, Value>(file: string): (task: Task) => Promise<Value> {
  let running: Worker | undefined

  return inTurn(async (task) => {
    running ??= new Worker(file)
    running.ref()
    try {
      return await answerOf<Task, Value>(running, task)
    } catch (cause) {
      void running.terminate()
      running = undefined
      throw cause
    } finally {
      running?.unref()
    }
  })
}

function answerOf<Task, Value>(worker: Worker, task: Task): Promise<Value> {
  return new Promise<Value>((resolve, reject) => {
    const settled = () => worker.off('message', answered).off('error', failed).off('exit', died)
    const answered = (answer: Answered<Value>) => {
      settled()
      if ('failed' in answer) reject(new Error(`The thread could not do it: ${answer.failed}`))
      else resolve(answer.value)
    }
    const failed = (cause: unknown) => {
      settled()
      reject(cause)
    }
    const died = () => failed(new Error('The thread that was to do it has ended'))
    worker.on('message', answered).on('error', failed).on('exit', died).postMessage(task)
  })
}
