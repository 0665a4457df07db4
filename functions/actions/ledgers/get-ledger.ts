import type { ledgers as routes } from '../../api/ledgers.ts'
import { ok } from '../../domain/result.ts'
import { etag } from '../../edge/conditional.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Clock } from '../../ports/clock.ts'
import { ledgerView } from '../../views/ledger-view.ts'

type Needs = { readonly clock: Clock }

/** What proves that one may ask is all that there is to tell: no further query. */
export const getLedger: Handler<typeof routes.getLedger, Needs> = async ({ clock }, scope) =>
  ok({
    status: 200,
    body: ledgerView(scope, scope.role, clock.now()),
    headers: { etag: etag(scope.revision) },
  })
