import type { categories as routes } from '../../api/categories.ts'
import type { CategoryId } from '../../domain/ids.ts'
import { changed } from '../../edge/answers.ts'
import { checkedId } from '../../edge/checked-id.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Categories } from '../../ports/categories.ts'
import type { Clock } from '../../ports/clock.ts'
import { categoryView } from '../../views/category-view.ts'

type Needs = { readonly categories: Categories; readonly clock: Clock }

export const mergeCategory: Handler<typeof routes.mergeCategory, Needs> = async (needs, scope, { params, body }) => {
  const into = body.into === null ? undefined : checkedId<CategoryId>(body.into)
  return changed(await needs.categories.merge(scope, checkedId(params.id), into, needs.clock.now()), categoryView)
}
