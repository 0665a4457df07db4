import type { categories as routes } from '../../api/categories.ts'
import { found } from '../../edge/answers.ts'
import { checkedId } from '../../edge/checked-id.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Categories } from '../../ports/categories.ts'
import { categoryView } from '../../views/category-view.ts'

type Needs = { readonly categories: Categories }

export const getCategory: Handler<typeof routes.getCategory, Needs> = async ({ categories }, scope, { params }) =>
  found(await categories.find(scope, checkedId(params.id)), categoryView)
