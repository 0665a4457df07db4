import type { CategoryView } from '../../functions/api/categories.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import { t } from '../messages/t.ts'
import type { Book } from '../state/book.ts'
import { option } from './field.ts'

/** What a new entry of a kind may be filed under: parents by name, each with its children. */
export function choices(book: Book, kind: CategoryView['kind'], kept?: string) {
  const open = book.categories
    .filter((one) => one.kind === kind && !one.mergedInto && (!one.archived || one.id === kept))
    .sort((a, b) => a.name.localeCompare(b.name))
  return open
    .filter((one) => !one.parentId)
    .map((parent) => ({ parent, children: open.filter((one) => one.parentId === parent.id) }))
}

/** None, and then parents with their children as options. */
export function categoryOptions(book: Book, kind: CategoryView['kind'], wanted: string | undefined) {
  const groups = choices(book, kind, wanted).map(({ parent, children }) => {
    const options = [parent, ...children].map((one) => option(one.id, one.name, wanted))
    return children.length > 0 ? html`<optgroup label=${parent.name}>${options}</optgroup>` : options
  })
  return [option('', t(en.noCategory), wanted), groups]
}
