import type { statements as routes } from '../../api/statements.ts'
import { removed } from '../../edge/answers.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Reckonings } from '../../ports/reckonings.ts'
import { askedPlace } from './asked-place.ts'

type Needs = { readonly reckonings: Reckonings }

export const removeStatement: Handler<typeof routes.removeStatement, Needs> = async (
  { reckonings },
  scope,
  { params },
) => {
  const place = askedPlace(params)
  return place.ok ? removed(await reckonings.remove(scope, place.value.account, place.value.day)) : place
}
