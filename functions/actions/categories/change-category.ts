import type { categories as routes } from '../../api/categories.ts'
import type { CategoryId } from '../../domain/ids.ts'
import { ok } from '../../domain/result.ts'
import { changed } from '../../edge/answers.ts'
import { checkedId } from '../../edge/checked-id.ts'
import { versionsIn } from '../../edge/conditional.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Categories, Category } from '../../ports/categories.ts'
import type { Clock } from '../../ports/clock.ts'
import { categoryView } from '../../views/category-view.ts'
import { patchedFields } from './category-fields.ts'

type Needs = { readonly categories: Categories; readonly clock: Clock }

export const changeCategory: Handler<typeof routes.changeCategory, Needs> = async (needs, scope, ask) => {
  const id = checkedId<CategoryId>(ask.params.id)
  const version = versionsIn(ask.headers['if-match'])
  const edit = (before: Category) => ok(patchedFields(before, ask.body))
  return changed(await needs.categories.change(scope, id, version, edit, needs.clock.now()), categoryView)
}
