import type { CategoryView } from '../../functions/api/categories.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import { t } from '../messages/t.ts'
import { type Book, categoryName, categoryOf } from '../state/book.ts'
import { option } from './field.ts'

/**
 * What an entry of a kind may be filed under: parents by name, each with its children. A child whose parent was put aside
 * stands alone, and of what was put aside there is only what is kept; an alias is kept by what it is read as.
 */
export function choices(book: Book, kind: CategoryView['kind'], kept?: string) {
  const root = categoryOf(book, kept)?.id
  const open = book.categories
    .filter((one) => one.kind === kind && !one.mergedInto && (!one.archived || one.id === root))
    .sort((a, b) => a.name.localeCompare(b.name))
  const parentOf = (one: CategoryView) => categoryOf(book, one.parentId)?.id
  return open
    .filter((one) => !open.some(({ id }) => id === parentOf(one)))
    .map((parent) => ({ parent, children: open.filter((one) => parentOf(one) === parent.id) }))
}

/** None, and then parents with their children as options. */
export function categoryOptions(book: Book, kind: CategoryView['kind'], wanted: string | undefined) {
  const groups = choices(book, kind, wanted).map(({ parent, children }) => {
    const first = categoryOption(book, parent, wanted, categoryName(book, parent.id))
    const options = [first, ...children.map((one) => categoryOption(book, one, wanted))]
    return children.length > 0 ? html`<optgroup label=${parent.name}>${options}</optgroup>` : options
  })
  return [option('', t(en.noCategory), wanted), groups]
}

/** One to choose. What is filed under an alias of it stays so, that undoing the merge brings it back. */
export function categoryOption(book: Book, { id, name }: CategoryView, wanted: string | undefined, words = name) {
  return option(wanted && categoryOf(book, wanted)?.id === id ? wanted : id, words, wanted)
}
