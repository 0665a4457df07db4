import { randomBytes } from 'node:crypto'
import argon2 from 'hash-wasm/dist/argon2.umd.min.js'

/** What a worker is told, and what it answers with. */
export type ArgonTask =
  | { readonly do: 'hash'; readonly password: string }
  | { readonly do: 'verify'; readonly password: string; readonly hash: string }

/**
 * The encoded hash, or whether the password belongs to it. Throws on a hash that is none. Holds its thread for some fifty
 * milliseconds.
 */
export async function argon(task: ArgonTask): Promise<string | boolean> {
  // One password has one spelling, whichever keyboard it comes from.
  const password = task.password.normalize('NFC')
  if (task.do === 'verify') return argon2.argon2Verify({ password, hash: task.hash })
  return argon2.argon2id({ password, salt: randomBytes(16), ...strength, hashLength: 32, outputType: 'encoded' })
}

/** OWASP's minimum: 19 MiB, twice over, in one lane. */
const strength = { memorySize: 19 * 1024, iterations: 2, parallelism: 1 }
