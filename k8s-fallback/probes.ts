import { planes } from '../functions/compose.ts'
import type { Outgoing } from '../functions/host/controller.ts'
import type { Answer } from '../functions/host/server.ts'

/**
 * `/healthz`: the process answers, whatever its stores do. `/readyz`: not before every plane has answered once, so that a
 * wrong password or address never gets traffic; after that, as long as any plane answers, for what rests on it works and
 * the rest says 503 in its own words. Not ready once it is leaving.
 */
export function withProbes(answer: Answer, env: object, isLeaving: () => boolean): Answer {
  let hasBeenReady = false

  async function readiness(): Promise<Outgoing> {
    if (isLeaving()) return plain(503, 'leaving')
    const all = await planes(env)
    const [identity, ledger] = await Promise.all([all.up('identity'), all.up('ledger')])
    hasBeenReady ||= identity && ledger
    const down = [identity ? '' : 'identity', ledger ? '' : 'ledger'].filter(Boolean)
    const isReady = hasBeenReady && down.length < 2
    return plain(isReady ? 200 : 503, down.length === 0 ? 'ready' : `down: ${down.join(', ')}`)
  }

  return async (incoming) => {
    if (incoming.path === '/healthz') return plain(200, 'alive')
    return incoming.path === '/readyz' ? readiness() : answer(incoming)
  }
}

const plain = (status: number, text: string): Outgoing => ({
  status,
  headers: [
    ['content-type', 'text/plain; charset=utf-8'],
    ['cache-control', 'no-store'],
  ],
  body: `${text}\n`,
})
