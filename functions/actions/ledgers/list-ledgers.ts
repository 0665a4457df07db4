import type { ledgers as routes } from '../../api/ledgers.ts'
import { ok } from '../../domain/result.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Ledgers } from '../../ports/ledgers.ts'
import { ledgerView } from '../../views/ledger-view.ts'

type Needs = { readonly ledgers: Ledgers; readonly clock: Clock }

export const listLedgers: Handler<typeof routes.listLedgers, Needs> = async ({ ledgers, clock }, scope) => {
  const now = clock.now()
  const items = (await ledgers.list(scope)).map(({ ledger, role }) => ledgerView(ledger, role, now))
  return ok({ status: 200, body: { items } })
}
