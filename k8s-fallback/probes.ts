import { identitySchema } from '../functions/adapters/identity/migrations/index.ts'
import { ledgerSchema } from '../functions/adapters/ledger/migrations/index.ts'
import { lacking } from '../functions/adapters/sql/migrator.ts'
import { identityDb, ledgerDb, planes } from '../functions/compose.ts'
import type { Outgoing } from '../functions/host/controller.ts'
import type { Answer } from '../functions/host/server.ts'
import type { Plane } from '../functions/ports/planes.ts'
import { identity, ledger } from '../functions/settings.ts'
import type { Env } from './serve.ts'

/**
 * `/healthz`: the process answers, whatever its stores do. `/readyz`: not before every plane that this instance is given
 * has answered once and has the tables that this program works on, so that a wrong password or address and a forgotten
 * migration never get traffic; after that, as long as any of them answers, for what rests on it works and the rest says 503
 * in its own words. Not ready once it is leaving.
 */
export function withProbes(answer: Answer, env: Env, isLeaving: () => boolean): Answer {
  const given = Object.entries(settings).flatMap(([plane, name]) => (env[name] ? [plane as Plane] : []))
  let hasBeenReady = false

  async function readiness(): Promise<Outgoing> {
    if (isLeaving()) return plain(503, 'leaving')
    const all = await planes(env)
    const up = await Promise.all(given.map((plane) => all.up(plane)))
    const down = given.filter((_, n) => !up[n])
    const bare = hasBeenReady || down.length > 0 ? [] : await lackingIn(given, env)
    if (bare.length > 0) return plain(503, `not migrated: ${bare.join(', ')}`)
    hasBeenReady ||= down.length === 0
    const isReady = hasBeenReady && (given.length === 0 || down.length < given.length)
    return plain(isReady ? 200 : 503, down.length === 0 ? 'ready' : `down: ${down.join(', ')}`)
  }

  return async (incoming) => {
    if (incoming.path === '/healthz') return plain(200, 'alive')
    return incoming.path === '/readyz' ? readiness() : answer(incoming)
  }
}

/** An instance that is not told where a plane lies has nothing to do with it. */
const settings: { readonly [P in Plane]: string } = { identity: identity.name, ledger: ledger.name }

/** The planes whose schema lacks steps. One that has more than this program knows is a newer version's, and serves this one. */
async function lackingIn(given: readonly Plane[], env: Env): Promise<readonly Plane[]> {
  const steps = {
    identity: async () => lacking(await identityDb(env), identitySchema),
    ledger: async () => lacking(await ledgerDb(env), ledgerSchema),
  }
  const missing = await Promise.all(given.map((plane) => steps[plane]()))
  return given.filter((_, n) => missing[n]?.length)
}

const plain = (status: number, text: string): Outgoing => ({
  status,
  headers: [
    ['content-type', 'text/plain; charset=utf-8'],
    ['cache-control', 'no-store'],
  ],
  body: `${text}\n`,
})
