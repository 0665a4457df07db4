import { once } from 'node:events'
import { inProcess } from '../functions/adapters/jobs/in-process.ts'
import { close as closePorts } from '../functions/compose.ts'
import { Sentence } from '../functions/domain/sentence.ts'
import { log } from '../functions/edge/log.ts'
import { answerBy } from '../functions/host/answer.ts'
import { close } from '../functions/host/closing.ts'
import { faultsOfPorts } from '../functions/host/ports.ts'
import { type Answer, type IsProxy, serverOf } from '../functions/host/server.ts'
import { faultOfKeys } from '../scripts/local/key-pair.ts'
import { eventsBy } from './events.ts'
import { actions, type Chosen, workHere } from './functions.ts'
import { withProbes } from './probes.ts'

export type Env = { readonly [name: string]: string | undefined }

/** How an instance is told to behave; all has a default. */
export interface Manners {
  readonly port: number
  /** Milliseconds for a request to come in, and for an answer that nobody takes. */
  readonly requestMs: number
  /** Milliseconds that what runs may still take when it is time to go. */
  readonly graceMs: number
  /** Events at once. */
  readonly most: number
  readonly isProxy: IsProxy | undefined
}

/** Serves until told to leave. Throws a `Sentence` for settings that could not work. */
export async function serve(chosen: Chosen, isWhole: boolean, env: Env, manners: Manners): Promise<void> {
  await check(env, isWhole)
  let isLeaving = false
  const { answer, idle } = served(chosen, env, manners.most)
  workHere(env)
  const patience = { headersMs: manners.requestMs, requestMs: manners.requestMs }
  const server = serverOf(
    withProbes(answer, env, () => isLeaving),
    // a job may be silent for as long as it runs
    { ...patience, idleMs: chosen.serves === 'web' ? manners.requestMs * 2 : 0 },
    manners.isProxy,
  )
  server.listen(manners.port)
  await once(server, 'listening')
  const address = server.address()
  log('listening', { port: typeof address === 'object' ? address?.port : undefined, serves: chosen.serves })

  await leaving()
  isLeaving = true
  log('leaving', {})
  const end = setTimeout(() => process.exit(1), manners.graceMs + 1_000).unref()
  await Promise.all([close(server, manners.graceMs), idle()])
  await inProcess.idle()
  await closePorts()
  clearTimeout(end)
  log('left', {})
}

/** An instance of one function may lack what only others need: then its own calls say so, and the probe of readiness. */
async function check(env: Env, isWhole: boolean): Promise<void> {
  const faults = [await faultsOfPorts(env), faultOfKeys(env) ?? []].flat()
  const grave = faults.filter((fault) => isWhole || !/^The setting \w+ is missing\.$/.test(fault))
  if (grave.length > 0) throw new Sentence(grave.join('\n'))
}

function served(chosen: Chosen, env: Env, most: number): { answer: Answer; idle: () => Promise<void> } {
  if (chosen.serves === 'events') return eventsBy({ actionAt: chosen.actionAt, env, most })
  const files = async () => (await import('outlay:site')).default
  const answer = answerBy({ routes: chosen.routes, actions, site: 'site', files, env: () => env })
  return { answer, idle: async () => {} }
}

function leaving(): Promise<void> {
  return new Promise((resolve) => {
    // asked twice, it still takes its time
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve())
  })
}
