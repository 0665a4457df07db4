import type { CategoryView } from '../api/categories.ts'
import type { Category } from '../ports/categories.ts'

export function categoryView({ id, version, name, kind, parentId, archived, mergedInto }: Category): CategoryView {
  return { id, version, name, kind, ...(parentId && { parentId }), archived, ...(mergedInto && { mergedInto }) }
}
