import { categories as routes } from '../../api/categories.ts'
import { byLedger, categories, ids } from '../../compose.ts'
import { serve } from '../../edge/serve.ts'
import { addCategory } from './add-category.ts'
import { changeCategory } from './change-category.ts'
import { getCategory } from './get-category.ts'
import { listCategories } from './list-categories.ts'
import { mergeCategory } from './merge-category.ts'
import { putCategory } from './put-category.ts'
import { removeCategory } from './remove-category.ts'

export const main = serve(
  routes,
  { ...byLedger, categories, ids },
  { listCategories, addCategory, getCategory, putCategory, changeCategory, mergeCategory, removeCategory },
)
