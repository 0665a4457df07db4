import { parentPort } from 'node:worker_threads'
import { type ArgonTask, argon } from './argon.ts'

/** Undefined when it could not be computed. */
export type ArgonAnswer = string | boolean | undefined

// Bundled to a file of its own, so that the local host's one thread goes on answering while a password is hashed.
parentPort?.on('message', async (task: ArgonTask) => {
  const answer: ArgonAnswer = await argon(task).catch(() => undefined)
  parentPort?.postMessage(answer)
})
