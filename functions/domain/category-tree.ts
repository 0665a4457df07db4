import type { CategoryId } from './ids.ts'
import type { CategoryKind } from './transaction.ts'

/** A category as far as its place is concerned. */
export interface CategoryPlace {
  readonly id: CategoryId
  readonly kind: CategoryKind
  readonly parentId?: CategoryId
  /** Set on an alias: where reads go, never another alias. */
  readonly mergedInto?: CategoryId
}

/** How a ledger's categories are read: two levels, every alias in its category's place. */
export interface CategoryTree<Category extends CategoryPlace> {
  /** As what entries filed under this id are read; absent when the ledger has no such category. */
  read(id: string): Category | undefined
  /** The upper level that it belongs to, as read; absent when it is of the upper level itself. */
  parent(category: Category): Category | undefined
  /** All ids that are read as this category or as one of its children; itself is among them. */
  family(id: string): readonly CategoryId[]
}

export function categoryTree<Category extends CategoryPlace>(categories: readonly Category[]): CategoryTree<Category> {
  const byId = new Map<string, Category>(categories.map((category) => [category.id, category]))

  function read(id: string): Category | undefined {
    const category = byId.get(id)
    return category?.mergedInto ? byId.get(category.mergedInto) : category
  }

  function parent({ parentId }: Category): Category | undefined {
    return parentId && read(parentId)
  }

  function family(id: string): readonly CategoryId[] {
    const head = read(id)
    if (!head) return []
    const belongs = (as: Category | undefined) => as !== undefined && (as === head || parent(as) === head)
    return categories.filter((category) => belongs(read(category.id))).map((category) => category.id)
  }

  return { read, parent, family }
}
