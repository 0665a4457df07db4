import type { health } from '../../api/health.ts'
import { ok } from '../../domain/result.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Planes } from '../../ports/planes.ts'

type Needs = { readonly planes: Planes }

export const getHealth: Handler<typeof health.getHealth, Needs> = async ({ planes }) => {
  const [identity, ledger] = await Promise.all([planes.up('identity'), planes.up('ledger')])
  const body = { identity: word(identity), ledger: word(ledger) }

  if (identity && ledger) return ok({ status: 200, body: { status: 'up', planes: body } })
  return ok({ status: 503, body: { status: 'down', planes: body }, headers: { 'retry-after': '2' } })
}

const word = (isUp: boolean): 'up' | 'down' => (isUp ? 'up' : 'down')
