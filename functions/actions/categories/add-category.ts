import type { categories as routes } from '../../api/categories.ts'
import type { CategoryId } from '../../domain/ids.ts'
import { made } from '../../edge/answers.ts'
import { bodyHash } from '../../edge/body-hash.ts'
import { checkedId } from '../../edge/checked-id.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Categories } from '../../ports/categories.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'
import { categoryView } from '../../views/category-view.ts'
import { categoryFields } from './category-fields.ts'

type Needs = { readonly categories: Categories; readonly clock: Clock; readonly ids: Ids }

export const addCategory: Handler<typeof routes.addCategory, Needs> = async (needs, scope, { headers, body }) => {
  const id = checkedId<CategoryId>(headers['idempotency-key'] ?? needs.ids.next())
  return made(
    await needs.categories.add(scope, id, categoryFields(body), needs.clock.now(), bodyHash(body)),
    categoryView,
  )
}
