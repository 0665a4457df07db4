import type { categories as routes } from '../../api/categories.ts'
import { removed } from '../../edge/answers.ts'
import { checkedId } from '../../edge/checked-id.ts'
import { versionsIn } from '../../edge/conditional.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Categories } from '../../ports/categories.ts'

type Needs = { readonly categories: Categories }

export const removeCategory: Handler<typeof routes.removeCategory, Needs> = async ({ categories }, scope, ask) =>
  removed(await categories.remove(scope, checkedId(ask.params.id), versionsIn(ask.headers['if-match'])))
