import type { CategoryPlace } from './category-tree.ts'
import type { CategoryId } from './ids.ts'
import type { Refusal } from './refusal.ts'

/**
 * Why a category cannot be where it is asked to be, if it cannot. `others` are the ledger's other categories.
 * Aliases keep their place, and count as children and as parents of children: so a merge can always be undone.
 */
export function placeFault(
  category: CategoryPlace,
  before: CategoryPlace | undefined,
  others: readonly CategoryPlace[],
): Refusal | undefined {
  const moved = category.parentId !== before?.parentId
  const turned = before !== undefined && category.kind !== before.kind
  if (before?.mergedInto && (moved || turned)) return { kind: 'category-merged' }
  if (turned && hasFollowers(category.id, others)) return { kind: 'kind-fixed', pointer: '/kind' }
  if (!category.parentId || !(moved || turned)) return undefined

  const parent = others.find(({ id }) => id === category.parentId)
  if (category.parentId === category.id) return { kind: 'category-depth', pointer: '/parentId' }
  if (!parent) return { kind: 'unknown-parent', pointer: '/parentId' }
  if (parent.mergedInto) return { kind: 'category-merged', pointer: '/parentId' }
  if (parent.kind !== category.kind) return { kind: 'category-kind', pointer: '/parentId' }
  if (parent.parentId || hasChildren(category.id, others)) return { kind: 'category-depth', pointer: '/parentId' }
  return undefined
}

/** Why `category` cannot be read as `into`, if it cannot; `into` is no alias. `others` are all but `category`. */
export function mergeFault(
  category: CategoryPlace,
  into: CategoryPlace,
  others: readonly CategoryPlace[],
): Refusal | undefined {
  if (category.kind !== into.kind) return { kind: 'category-kind', pointer: '/into' }
  if (into.parentId && hasChildren(category.id, others)) return { kind: 'category-depth', pointer: '/into' }
  return undefined
}

/** Its own and those of its aliases. */
function hasChildren(id: CategoryId, others: readonly CategoryPlace[]): boolean {
  const parents = new Set([id, ...others.filter(({ mergedInto }) => mergedInto === id).map((alias) => alias.id)])
  return others.some(({ parentId }) => parentId !== undefined && parents.has(parentId))
}

function hasFollowers(id: CategoryId, others: readonly CategoryPlace[]): boolean {
  return others.some(({ parentId, mergedInto }) => parentId === id || mergedInto === id)
}
