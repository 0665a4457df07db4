import { Worker } from 'node:worker_threads'
import type { Passwords } from '../../ports/passwords.ts'
import { Turns } from '../sql/turns.ts'
import { type ArgonTask, argon } from './argon.ts'
import type { ArgonAnswer } from './hash-worker.ts'

/** Hashes in this thread, or in a worker that runs the given file and is started by the first password. */
export function argonPasswords(workerFile?: string): Passwords {
  const compute = workerFile === undefined ? argon : inWorker(workerFile)
  const turns = new Turns()

  /** One at a time: each takes 19 MiB, and a crowd at the door must not take the instance down. */
  async function run(task: ArgonTask): Promise<string | boolean> {
    await turns.take()
    try {
      return await compute(task)
    } finally {
      turns.give()
    }
  }

  return {
    hash: async (password) => String(await run({ do: 'hash', password })),
    verify: async (password, hash) => (await run({ do: 'verify', password, hash })) === true,
    pretend: async (password) => {
      await run({ do: 'verify', password, hash: nobodys })
    },
  }
}

/** As strong as every other, of a password that nobody knows. */
const nobodys = '$argon2id$v=19$m=19456,t=2,p=1$OLdg4bnf0qDMkRO2qHJ1zw$yv4WhS0bIpO3V1kb2sQxV3MJZ2dTz8iEw6QyqJ4nS3k'

/** Never asked two things at once. Keeps the process alive only while it computes; one that has died is replaced. */
function inWorker(file: string): (task: ArgonTask) => Promise<string | boolean> {
  let running: Worker | undefined

  return async (task) => {
    running ??= new Worker(file)
    running.ref()
    try {
      return await answerOf(running, task)
    } catch (cause) {
      void running.terminate()
      running = undefined
      throw cause
    } finally {
      running?.unref()
    }
  }
}

function answerOf(worker: Worker, task: ArgonTask): Promise<string | boolean> {
  return new Promise<string | boolean>((resolve, reject) => {
    const settled = () => worker.off('message', answered).off('error', failed).off('exit', died)
    const answered = (answer: ArgonAnswer) => {
      settled()
      if (answer === undefined) reject(new Error('The password could not be hashed'))
      else resolve(answer)
    }
    const failed = (cause: unknown) => {
      settled()
      reject(cause)
    }
    const died = () => failed(new Error('The thread that hashes passwords has ended'))
    worker.on('message', answered).on('error', failed).on('exit', died).postMessage(task)
  })
}
