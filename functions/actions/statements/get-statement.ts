import type { statements as routes } from '../../api/statements.ts'
import { ok, refuse } from '../../domain/result.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Reckonings } from '../../ports/reckonings.ts'
import { statementView } from '../../views/statement-view.ts'
import { askedPlace } from './asked-place.ts'

type Needs = { readonly reckonings: Reckonings }

export const getStatement: Handler<typeof routes.getStatement, Needs> = async ({ reckonings }, scope, { params }) => {
  const place = askedPlace(params)
  if (!place.ok) return place
  const reckoning = await reckonings.find(scope, place.value.account, place.value.day)
  return reckoning ? ok({ status: 200, body: statementView(reckoning) }) : refuse({ kind: 'not-found' })
}
