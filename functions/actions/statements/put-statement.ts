import type { statements as routes } from '../../api/statements.ts'
import type { TransactionId } from '../../domain/ids.ts'
import { parseSigned } from '../../domain/money.ts'
import { at } from '../../domain/refusal.ts'
import { ok, refuse } from '../../domain/result.ts'
import { checkedId } from '../../edge/checked-id.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Accounts } from '../../ports/accounts.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Reckonings } from '../../ports/reckonings.ts'
import { statementView } from '../../views/statement-view.ts'
import { askedPlace } from './asked-place.ts'

type Needs = { readonly accounts: Accounts; readonly clock: Clock; readonly reckonings: Reckonings }

export const putStatement: Handler<typeof routes.putStatement, Needs> = async (needs, scope, { params, body }) => {
  const place = askedPlace(params)
  if (!place.ok) return place
  const { account: id, day } = place.value
  const account = await needs.accounts.find(scope, id)
  if (!account) return refuse({ kind: 'not-found' })
  const balance = parseSigned(body.balance, account.currency)
  if (!balance.ok) return refuse(at('/balance', balance.error))

  const open = [...new Set(body.open ?? [])].map((one) => checkedId<TransactionId>(one))
  const done = await needs.reckonings.put(scope, id, { day, balance: balance.value, open }, needs.clock.now())
  if (!done.ok) return done
  const reckoning = await needs.reckonings.find(scope, id, day)
  if (!reckoning) return refuse({ kind: 'not-found' })
  return ok({ status: done.value === 'added' ? 201 : 200, body: statementView(reckoning) })
}
