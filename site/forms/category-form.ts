import type { CategoryView } from '../../functions/api/categories.ts'
import { dialog } from '../components/dialog.ts'
import { when } from '../components/section.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import * as words from '../messages/en-book.ts'
import * as asks from '../messages/en-forms.ts'
import { t } from '../messages/t.ts'
import { refusalText } from '../refusals.ts'
import { type Book, categoryName, categoryOf, here } from '../state/book.ts'
import type { Dialog, Values } from '../state/state.ts'
import { write } from '../state/write.ts'
import { categoryOption, choices } from './choices.ts'
import { field, option } from './field.ts'
import { type At, form, formOf, type Outcome, setForm } from './form.ts'

const name = 'category'

/** Makes a category, or renames, moves, merges, archives or deletes one. */
export function categoryDialog(at: At, { id, category }: Dialog & { readonly kind: 'category' }) {
  const { state, desk } = at
  const of = formOf(state, name)
  return dialog(
    desk,
    t(category ? words.changeCategory : words.addCategory),
    when(desk, state.book, 4, (book) => {
      const kind = category?.kind ?? (of.values?.kind === 'income' ? 'income' : 'expense')
      return html`
        ${form(at, {
          name,
          words: t(asks.save),
          fields: html`
            ${field(of, 'name', { label: t(words.categoryName), value: category?.name, maxlength: '120', autocomplete: 'off', autofocus: true })}
            ${!category && field(of, 'kind', { label: t(asks.kind), options: [option('expense', t(en.kinds.expense), kind), option('income', t(en.kinds.income), kind)] })}
            ${canMove(book, category) && field(of, 'parentId', { label: t(words.below), key: kind, options: parents(book, kind, category) })}`,
          beside: category && sideActs(at, category),
          send: (values) => save(at, id, category, values),
        })}
        ${category && mergeForm(at, book, category)}`
    }),
  )
}

const canMove = (book: Book, category: CategoryView | undefined) =>
  !category || !book.categories.some((one) => categoryOf(book, one.parentId)?.id === category.id)

function parents(book: Book, kind: CategoryView['kind'], category: CategoryView | undefined) {
  const { id, parentId } = category ?? {}
  const all = choices(book, kind, parentId).map(({ parent }) => parent)
  return [
    option('', t(words.onTop), parentId ?? ''),
    ...all.filter((one) => !one.parentId && one.id !== id).map((one) => categoryOption(book, one, parentId)),
  ]
}

async function save({ desk }: At, id: string, category: CategoryView | undefined, values: Values): Promise<Outcome> {
  const { api } = desk.client
  const { name: called = '', kind, parentId } = values
  if (!category) {
    const sorts = kind === 'income' ? ('income' as const) : ('expense' as const)
    const body = { name: called, kind: sorts, ...(parentId && { parentId }) }
    const params = { ...here, id }
    return write(desk, api.categories.putCategory({ params, body }), t(words.saved), () =>
      api.categories.removeCategory({ params }),
    )
  }
  const params = { ...here, id: category.id }
  const moved = parentId !== undefined && { parentId: parentId || null }
  const before = { name: category.name, ...(moved && { parentId: category.parentId ?? null }) }
  return write(desk, api.categories.changeCategory({ params, body: { name: called, ...moved } }), t(words.saved), () =>
    api.categories.changeCategory({ params, body: before }),
  )
}

/** What was ever used can only be put aside, or merged. */
function sideActs({ desk }: At, { id, name: called, archived, kind, parentId }: CategoryView) {
  const { api } = desk.client
  const params = { ...here, id }
  const put = (aside: boolean) => api.categories.changeCategory({ params, body: { archived: aside } })
  const aside = () =>
    write(desk, put(!archived), t(archived ? words.isBack : words.archivedSaid, { name: called }), () => put(archived))

  async function remove(): Promise<void> {
    const problem = await write(
      desk,
      api.categories.removeCategory({ params }),
      t(words.deletedSaid, { name: called }),
      () => api.categories.putCategory({ params, body: { name: called, kind, ...(parentId && { parentId }) } }),
    )
    const isUsed = problem?.kind === 'refused' && problem.code === 'in-use'
    const trouble = problem && (isUsed ? t(words.inUse) : refusalText(problem))
    if (trouble) setForm(desk, name, { trouble })
  }

  return html`<span class="row w"><button class="b" type="button" onClick=${aside}>${t(archived ? words.unarchive : words.archive)}</button>
    <button class="b t over" type="button" onClick=${remove}>${t(asks.remove)}</button></span>`
}

function mergeForm(at: At, book: Book, category: CategoryView) {
  const { api } = at.desk.client
  const params = { ...here, id: category.id }
  // what has others below it cannot be below another itself
  const others = choices(book, category.kind)
    .flatMap(({ parent, children }) => [parent, ...children])
    .filter((one) => one.id !== category.id && (!one.parentId || canMove(book, category)))
  if (others.length === 0) return undefined
  return html`<details><summary>${t(words.mergeInto)}</summary>${form(at, {
    name: 'merge',
    words: t(words.merge),
    fields: field(formOf(at.state, 'merge'), 'into', {
      label: t(words.mergeWith),
      hint: t(words.mergeHint),
      options: others.map((one) => option(one.id, categoryName(book, one.id) ?? '')),
    }),
    send: ({ into = '' }) =>
      write(
        at.desk,
        api.categories.mergeCategory({ params, body: { into } }),
        t(words.merged, { name: categoryName(book, into) ?? '' }),
        () => api.categories.mergeCategory({ params, body: { into: null } }),
      ),
  })}</details>`
}
