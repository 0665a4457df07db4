import type { CategoryView } from '../../functions/api/categories.ts'
import type { Book } from '../state/book.ts'

/** What a new entry of a kind may be filed under: parents by name, each with its children. */
export function choices(book: Book, kind: CategoryView['kind'], kept?: string) {
  const open = book.categories
    .filter((one) => one.kind === kind && !one.mergedInto && (!one.archived || one.id === kept))
    .sort((a, b) => a.name.localeCompare(b.name))
  return open
    .filter((one) => !one.parentId)
    .map((parent) => ({ parent, children: open.filter((one) => one.parentId === parent.id) }))
}
