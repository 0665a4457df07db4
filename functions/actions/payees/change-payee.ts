import type { payees as routes } from '../../api/payees.ts'
import type { PayeeId } from '../../domain/ids.ts'
import { type IfVersion, isOther } from '../../domain/if-version.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import { changed } from '../../edge/answers.ts'
import { checkedId } from '../../edge/checked-id.ts'
import { versionsIn } from '../../edge/conditional.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Payee, Payees } from '../../ports/payees.ts'
import { payeeView } from '../../views/payee-view.ts'

type Needs = { readonly payees: Payees; readonly clock: Clock }

export const changePayee: Handler<typeof routes.changePayee, Needs> = async ({ payees, clock }, scope, ask) => {
  const id = checkedId<PayeeId>(ask.params.id)
  const version = versionsIn(ask.headers['if-match'])
  const name = ask.body.name?.trim()
  if (name === undefined) return changed(unchanged(await payees.find(scope, id), version), payeeView)
  return changed(await payees.rename(scope, id, version, name, clock.now()), payeeView)
}

/** A patch that asks for nothing still asks whether it is this version. */
function unchanged(payee: Payee | undefined, ifVersion: IfVersion): Result<Payee, Refusal> {
  if (!payee) return refuse({ kind: 'not-found' })
  return isOther(ifVersion, payee.version) ? refuse({ kind: 'version-mismatch' }) : ok(payee)
}
