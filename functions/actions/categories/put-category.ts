import type { categories as routes } from '../../api/categories.ts'
import type { CategoryId } from '../../domain/ids.ts'
import { ok } from '../../domain/result.ts'
import { changed, made } from '../../edge/answers.ts'
import { bodyHash } from '../../edge/body-hash.ts'
import { checkedId } from '../../edge/checked-id.ts'
import { versionsIn } from '../../edge/conditional.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Categories } from '../../ports/categories.ts'
import type { Clock } from '../../ports/clock.ts'
import { categoryView } from '../../views/category-view.ts'
import { categoryFields } from './category-fields.ts'

type Needs = { readonly categories: Categories; readonly clock: Clock }

export const putCategory: Handler<typeof routes.putCategory, Needs> = async ({ categories, clock }, scope, ask) => {
  const id = checkedId<CategoryId>(ask.params.id)
  const fields = categoryFields(ask.body)
  const ifMatch = ask.headers['if-match']
  if (ifMatch === undefined)
    return made(await categories.add(scope, id, fields, clock.now(), bodyHash(ask.body)), categoryView)
  return changed(await categories.change(scope, id, versionsIn(ifMatch), () => ok(fields), clock.now()), categoryView)
}
