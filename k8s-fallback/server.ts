import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Sentence } from '../functions/domain/sentence.ts'
import { chosenBy } from './functions.ts'
import { once } from './once.ts'
import { type Env, serve } from './serve.ts'

// The program of the image: FUNCTION says what it serves, PORT where. With --once and a JSON object it calls the one
// internal function and ends, as a CronJob wants it.

async function main(given: Env, [word, payload = '{}']: readonly string[]): Promise<void> {
  const env: Env = {
    OUTLAY_HASH_WORKER: workerFile('hash-worker'),
    OUTLAY_DRAW_WORKER: workerFile('draw-worker'),
    ...given,
  }
  const chosen = chosenBy(env.FUNCTION)
  if (word === '--once') return once(chosen, payload, env)
  await serve(chosen, env.FUNCTION === 'api' || env.FUNCTION === 'jobs', env, {
    port: whole(env, 'PORT', 8080, 65_535),
    requestMs: whole(env, 'REQUEST_S', 30, 600) * 1000,
    graceMs: whole(env, 'GRACE_S', 25, 3600) * 1000,
    most: whole(env, 'JOBS_AT_ONCE', 4, 1000),
  })
}

function whole(env: Env, name: string, usual: number, most: number): number {
  const text = env[name] || String(usual)
  if (!/^\d+$/.test(text) || Number(text) > most) throw new Sentence(`${name} is no number up to ${most}: ${text}.`)
  return Number(text)
}

/** The build puts them beside this program. */
function workerFile(name: string): string | undefined {
  const file = fileURLToPath(new URL(`./${name}.mjs`, import.meta.url))
  return existsSync(file) ? file : undefined
}

main(process.env, process.argv.slice(2)).catch((error: unknown) => {
  process.exitCode = 1
  console.error(error instanceof Error && error.name === 'Sentence' ? error.message : error)
})
