import type { Passwords } from '../../ports/passwords.ts'
import { inTurn } from '../sql/turns.ts'
import type { ArgonTask } from './argon.ts'
import { inWorker } from './in-worker.ts'

/**
 * Hashes in this thread, or in a worker that runs the given file and is started by the first password. One at a time:
 * each takes 19 MiB, and a crowd at the door must not take the instance down.
 */
export function argonPasswords(workerFile?: string): Passwords {
  const here = async (task: ArgonTask) => (await import('./argon.ts')).argon(task)
  const run = workerFile === undefined ? inTurn(here) : inWorker<ArgonTask, string | boolean>(workerFile)

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
