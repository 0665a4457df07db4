import { inProcess } from '../functions/adapters/jobs/in-process.ts'
import { close } from '../functions/compose.ts'
import { Sentence } from '../functions/domain/sentence.ts'
import { type Chosen, workHere } from './functions.ts'
import type { Env } from './serve.ts'

/** Calls the one internal function that was chosen; the process ends with 1 when it fails. */
export async function once(chosen: Chosen, payload: string, env: Env): Promise<void> {
  const action = chosen.serves === 'events' ? chosen.only : undefined
  if (!action) throw new Sentence('--once calls one internal function: FUNCTION has to name it.')
  workHere(env)
  const done = Object(await action({ ...fieldsIn(payload), env }))
  await inProcess.idle()
  await close()
  if ('error' in done) process.exitCode = 1
}

function fieldsIn(payload: string): object {
  try {
    const value: unknown = JSON.parse(payload)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    // said below
  }
  throw new Sentence('What follows --once is no JSON object.')
}
