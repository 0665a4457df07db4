import { log } from '../functions/edge/log.ts'
import { traceId } from '../functions/edge/request.ts'
import { refused } from '../functions/edge/response.ts'
import { type CloudEvent, cloudEventOf } from '../functions/host/cloud-event.ts'
import { type Action, answerOf, type Incoming, type Outgoing } from '../functions/host/controller.ts'
import type { Answer } from '../functions/host/server.ts'

interface Events {
  readonly actionAt: (path: string) => Action | undefined
  readonly env: object
  /** At most so many at once: what is more is told to come again. */
  readonly most: number
}

export interface Jobs {
  readonly answer: Answer
  /** Resolves when nothing runs any more. */
  idle(): Promise<void>
}

/**
 * Calls the function that the path names with what a CloudEvent carries. Waits for it and answers with what it has done,
 * or with 500 when it failed. `Prefer: respond-async` (RFC 7240) is answered with 202 as soon as it has begun, and the
 * answer ends with the work: for as long as it runs a platform sees the instance busy, and starts others.
 */
export function eventsBy({ actionAt, env, most }: Events): Jobs {
  const running = new Set<Promise<Outgoing>>()

  const answer: Answer = async (incoming) => {
    const action = actionAt(incoming.path)
    if (!action) return answerOf(refused({ kind: 'not-found' }, crypto.randomUUID()))
    const event = incoming.method === 'POST' ? cloudEventOf(incoming) : undefined
    if (!event) return answerOf(refused({ kind: 'bad-request', faults: [notAnEvent] }, crypto.randomUUID()))
    if (running.size >= most) return { status: 503, headers: [['retry-after', '5']], body: '' }

    log('event', { id: event.id, type: event.type, trace: traceId({ traceparent: event.traceparent }) })
    const job = call(action, event, env).finally(() => running.delete(job))
    running.add(job)
    return prefersAsync(incoming) ? { ...begun, until: job } : job
  }
  return {
    answer,
    idle: async () => {
      await Promise.all(running)
    },
  }
}

const notAnEvent = { pointer: '', code: 'not-an-event', message: 'This address takes CloudEvents 1.0 by POST only.' }

async function call(action: Action, { data }: CloudEvent, env: object): Promise<Outgoing> {
  const done = Object(await action({ ...data, env }))
  const body = JSON.stringify('error' in done ? { error: 'It failed; the log says more.' } : done)
  return { status: 'error' in done ? 500 : 200, headers: [['content-type', 'application/json']], body }
}

const prefersAsync = ({ headers }: Incoming): boolean =>
  headers.some(([name, value]) => name.toLowerCase() === 'prefer' && /(^|[,\s])respond-async\b/i.test(value))

const begun: Outgoing = { status: 202, headers: [['preference-applied', 'respond-async']], body: '' }
