import type { categories } from '../../api/categories.ts'
import type { Ask } from '../../api/route.ts'
import { checkedId } from '../../edge/checked-id.ts'
import type { CategoryFields } from '../../ports/categories.ts'

type NewCategory = Ask<typeof categories.addCategory>['body']
type Patch = Ask<typeof categories.changeCategory>['body']

/** What a body asks for; whether it can be so is for the other categories to say. */
export function categoryFields({ name, kind, parentId, archived = false }: NewCategory): CategoryFields {
  return { name: name.trim(), kind, ...(parentId && { parentId: checkedId(parentId) }), archived }
}

/** The fields with a patch laid over them; null takes it out from under its parent. */
export function patchedFields(before: CategoryFields, patch: Patch): CategoryFields {
  const parentId = patch.parentId === undefined ? before.parentId : patch.parentId
  return categoryFields({
    name: patch.name ?? before.name,
    kind: patch.kind ?? before.kind,
    ...(parentId && { parentId }),
    archived: patch.archived ?? before.archived,
  })
}
