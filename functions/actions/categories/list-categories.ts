import type { categories as routes } from '../../api/categories.ts'
import { ok } from '../../domain/result.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Categories } from '../../ports/categories.ts'
import { categoryView } from '../../views/category-view.ts'

type Needs = { readonly categories: Categories }

export const listCategories: Handler<typeof routes.listCategories, Needs> = async ({ categories }, scope) =>
  ok({ status: 200, body: { items: (await categories.list(scope)).map(categoryView) } })
